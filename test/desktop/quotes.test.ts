import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { sampleCorreiosAccount } from '../../src-main/carriers/correios/sandbox/accounts.ts'
import { createSandbox } from '../../src-main/sandbox/sandbox.ts'
import { systemClock } from '../../src-main/domain/clock.ts'
import { ask } from '../support/bridge.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { showIn } from '../support/screens.ts'
import { chooseInOpenDialog, chooseInSaveDialog } from '../support/system-dialogs.ts'

const folder = temporaryDataDir()
const sandbox = createSandbox({ clock: systemClock, seed: 'desktop-quotes' })
let despacho: Despacho | undefined

pictureOfFailures(() => despacho)

afterAll(async () => {
  await despacho?.close()
  await sandbox.stop()
  folder.remove()
})

test('without a mouse: from the place to the answer of all services, and as text to a chat', async () => {
  const { window } = await start()
  await window.keyboard.press('Control+3')
  const origin = window.locator('input[data-field="from"]')
  await expect.poll(() => origin.inputValue()).toBe('01310-100')
  await origin.press('Enter')
  for (const typed of ['22250-040', '0,8', '149,90', '20 x 15 x 10']) {
    // All at once: keys that follow each other as fast as a test can press them are a scanner's.
    await window.keyboard.insertText(typed)
    await window.keyboard.press('Enter')
  }
  await service(window, '03298').filter({ hasText: 'mais barato' }).waitFor()
  const cheapest = await service(window, '03298').innerText()
  expect(cheapest).toMatch(/valor declarado R\$/)
  expect(cheapest).toMatch(/até \d\d\/\d\d\/\d{4}/)
  expect(await window.locator('[data-service]').count()).toBeGreaterThan(3)
  await look(window, 'quotes-keyboard')

  await window.keyboard.press('Control+t')
  await window.getByText('Cotação copiada').first().waitFor()
})

test('what a service does not take stands with its reason beside what the others cost', async () => {
  const { window } = running()
  await window.locator('input[data-field="weight"]').fill('12')
  await window.locator('input[data-field="size"]').fill('60 x 50 x 40')
  await window.locator('[data-ask]').click()
  await service(window, '03140').filter({ hasText: 'este serviço leva até 10 kg' }).waitFor()
  await service(window, '03298').filter({ hasText: 'R$' }).waitFor()
  await window.getByText('O volume conta').waitFor()
  await look(window, 'quotes-refusals')
})

test('a spreadsheet is quoted in bulk, and taken away as a workbook', async () => {
  const { app, window } = running()
  const file = join(folder.path, 'envios.csv')
  writeFileSync(
    file,
    [
      'Pedido;CEP destino;Peso;Serviço',
      '1001;20040-020;0,8;SEDEX',
      '1002;69005-010;2,4;PAC',
      '1003;;1;PAC',
      '1004;30110-010;12;SEDEX 10',
    ].join('\n'),
  )
  await chooseInOpenDialog(app, [file])
  await window.locator('[data-quotes-tab="bulk"]').click()
  await window.locator('[data-bulk-file]').click()
  await window.locator('main tbody tr', { hasText: '1001' }).filter({ hasText: 'MINI ENVIOS · R$' }).waitFor()
  await window.locator('main tbody tr', { hasText: '1003' }).filter({ hasText: 'Falta o CEP' }).waitFor()
  await look(window, 'quotes-bulk-done')
  const target = join(folder.path, 'cotações.xlsx')
  await chooseInSaveDialog(app, target)
  await window.locator('[data-job-export]').click()
  await window.getByText('4 envios gravados no arquivo.').first().waitFor()
  expect(statSync(target).size).toBeGreaterThan(1000)
  await window.locator('[data-quotes-tab="one"]').click()
})

test('a new access code waits beside the one in use until the carrier takes it', async () => {
  const { window } = running()
  await window.keyboard.press('Control+4')
  await window.locator('[data-secret-stored] button').click()
  await window.locator('[data-account-form] input[type="password"]').fill('codigo-novo')
  await window.getByRole('button', { name: 'Salvar e testar conexão' }).click()
  await window.locator('[data-next-secret]').filter({ hasText: 'o atual continua em uso' }).waitFor()
  await window.locator('[data-verdict="connected"]').waitFor()
  await window.locator('[data-contract]').filter({ hasText: 'Cartão 0012345678' }).waitFor()
  await look(window, 'account-next-secret')
  await window.locator('[data-secret-next]').scrollIntoViewIfNeeded()
  await screenshot(window, 'account-next-secret-field')
  sandbox.settings('correios')?.change({ accounts: [{ ...sampleCorreiosAccount, accessCode: 'codigo-novo' }] })
  await window.getByRole('button', { name: 'Testar conexão', exact: true }).click()
  await window.locator('[data-secret-next]').waitFor({ state: 'detached' })
  await window.locator('[data-verdict="connected"]').waitFor()
  await window.keyboard.press('Control+3')
})

test('the carrier goes down: what was last known stands there, marked, and the reason with it', async () => {
  const { window } = running()
  sandbox.faults.add({ kind: 'status', status: 503, match: '/preco' })
  sandbox.faults.add({ kind: 'status', status: 503, match: '/prazo' })
  await window.locator('input[data-field="weight"]').fill('0,7')
  await window.locator('input[data-field="to"]').fill('22250-999')
  await window.locator('input[data-field="size"]').fill('20 x 15 x 10')
  await window.locator('[data-ask]').click()
  await service(window, '03298').filter({ hasText: 'último valor conhecido' }).waitFor()
  await service(window, '03298').filter({ hasText: 'fora do ar' }).waitFor()
  await look(window, 'quotes-carrier-down')
})

async function start(): Promise<Despacho> {
  const url = await sandbox.start()
  despacho = await launchDespacho({ dataDir: join(folder.path, 'data'), args: ['--sandbox', url] })
  const { window } = despacho
  window.setDefaultTimeout(15_000)
  await setWindowSize(despacho, 1366, 768)
  await startPage(window).straightIn.click()
  const { accessCode = '', ...fields } = sandbox.sampleAccount('correios') ?? {}
  await ask(window, 'accounts.save', {
    carrier: 'correios',
    name: 'Loja',
    environment: 'sandbox',
    fields,
    secrets: { accessCode },
  })
  await shellPage(window).goTo('Hoje')
  return despacho
}

function running(): Despacho {
  if (!despacho) throw new Error('it is not running')
  return despacho
}

const service = (window: Page, code: string) => window.locator(`[data-service="${code}"]`)

async function look(window: Page, name: string): Promise<void> {
  await showIn(window, 'pt-BR', 'dark')
  await screenshot(window, `${name}-dark`)
  await showIn(window, 'pt-BR', 'light')
  await screenshot(window, name)
}
