import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src-main/domain/clock.ts'
import { createSandbox, type Sandbox } from '../../src-main/sandbox/sandbox.ts'
import { ask, startFromPage } from '../support/bridge.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { parcelsPage } from '../support/pages/parcels.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { showIn } from '../support/screens.ts'
import { inpostCode, s10 } from '../support/tracking-codes.ts'

const folder = temporaryDataDir()
const codes = [inpostCode(1), inpostCode(2), inpostCode(3)]
let sandbox: Sandbox
let despacho: Despacho

pictureOfFailures(() => despacho)

beforeAll(async () => {
  sandbox = createSandbox({ clock: systemClock, seed: 'troubled' })
  const url = await sandbox.start()
  despacho = await launchDespacho({ dataDir: folder.path, args: ['--sandbox', url] })
  const { window } = despacho
  window.setDefaultTimeout(15_000)
  await setWindowSize(despacho, 1366, 768)
  await startPage(window).straightIn.click()
  await shellPage(window).heading('Hoje').waitFor()
  await ask(window, 'sync.pause', { paused: true })
  const { file } = await ask(window, 'files.paste', { text: codes.join('\n') })
  expect((await startFromPage(window, 'imports.run', { files: [file] })).ok).toBe(true)
})

afterAll(async () => {
  await despacho.close()
  await sandbox.stop()
  folder.remove()
})

test('a carrier that is switched off says so everywhere, and is asked nothing', async () => {
  const { window } = despacho
  const shell = shellPage(window)
  await shell.goTo('Contas')
  const line = window.locator('[data-carrier-switch="inpost"]')
  await line.getByRole('switch').click()
  await expect.poll(() => line.innerText()).toMatch(/desligada desde .*3 encomendas esperam/s)
  await screenshot(window, 'carrier-switched-off-accounts')

  await shell.goTo('Encomendas')
  const strip = window.locator('[data-switched-off="inpost"]')
  await strip.waitFor()
  await parcelsPage(window).openParcel(codes[0] ?? '')
  expect(await parcelsPage(window).detail.innerText()).toContain('Transportadora desligada desde')
  await screenshot(window, 'carrier-switched-off-parcels')
  await window.keyboard.press('F5')
  await window.getByText('1 não foi consultada: transportadora ou conta desligada.').first().waitFor()
  expect(sandbox.ledger.since(0, 'inpost')).toEqual([])
  await strip.getByRole('button', { name: 'Ligar InPost' }).click()
  await strip.waitFor({ state: 'detached' })
})

test('an account that is switched off says so in its line, can be tested, and is asked nothing else', async () => {
  const { window } = despacho
  const shell = shellPage(window)
  const { file } = await ask(window, 'files.paste', { text: s10(1) })
  expect((await startFromPage(window, 'imports.run', { files: [file] })).ok).toBe(true)
  const { accessCode = '', ...fields } = sandbox.sampleAccount('correios') ?? {}
  const account = {
    carrier: 'correios',
    name: 'Loja',
    environment: 'sandbox',
    fields,
    secrets: { accessCode },
  } as const
  const { id } = await ask(window, 'accounts.save', account)
  await shell.goTo('Contas')
  const line = window.locator(`[data-account="${id}"]`)
  await line.click()
  const part = window.locator('[data-account-switch]')
  await part.getByRole('switch').click()
  await expect.poll(() => line.innerText()).toContain('Desligada')
  await window.locator('[data-account-check]').getByRole('button').click()
  await window.getByText('fora este teste, nada é consultado com ela').waitFor()
  await showIn(window, 'pt-BR', 'dark')
  await screenshot(window, 'account-switched-off-dark')
  await showIn(window, 'pt-BR', 'light')
  await screenshot(window, 'account-switched-off')

  const before = sandbox.ledger.since(0, 'correios').length
  await shell.goTo('Encomendas')
  const strip = window.locator('[data-switched-off="correios"]')
  await expect.poll(() => strip.innerText()).toMatch(/conta desligada desde .*1 encomenda espera/s)
  expect(await startFromPage(window, 'sync.run', {})).toMatchObject({ value: { switchedOff: 1 } })
  await screenshot(window, 'account-switched-off-parcels')
  expect(sandbox.ledger.since(0, 'correios')).toHaveLength(before)
  await strip.getByRole('link', { name: 'Abrir a conta' }).click()
  await line.click()
  await part.getByRole('switch').click()
  await expect.poll(() => line.innerText()).not.toContain('Desligada')
  await shell.goTo('Encomendas')
  await strip.waitFor({ state: 'detached' })
})

test('nobody looks at a carrier that says nothing for longer than two seconds', async () => {
  const { window } = despacho
  sandbox.faults.add({ carrier: 'inpost', kind: 'timeout' })
  const begin = Date.now()
  await window.keyboard.press('F5')
  await window
    .getByText(/A transportadora não respondeu em 2 segundos/)
    .first()
    .waitFor()
  expect(Date.now() - begin).toBeLessThan(3_500)
  await shellPage(window).healthButton.click()
  await expect.poll(() => shellPage(window).health.innerText()).toMatch(/InPost\s*·\s*não responde desde/)
  await screenshot(window, 'carrier-silent')
  await window.keyboard.press('Escape')
  expect(await window.getByRole('button', { name: 'Parar' }).isVisible()).toBe(false)
})
