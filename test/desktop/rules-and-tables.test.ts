import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox } from '../../src-main/sandbox/sandbox.ts'
import { systemClock } from '../../src-main/domain/clock.ts'
import { ask } from '../support/bridge.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { startPage } from '../support/pages/start.ts'
import { showIn } from '../support/screens.ts'
import { chooseInOpenDialog } from '../support/system-dialogs.ts'

const sample = fileURLToPath(new URL('../../resources/samples/frete/tabela-de-frete.csv', import.meta.url))
const folder = temporaryDataDir()
const sandbox = createSandbox({ clock: systemClock, seed: 'desktop-rules' })
let despacho: Despacho

pictureOfFailures(() => despacho)

beforeAll(async () => {
  despacho = await launchDespacho({ dataDir: join(folder.path, 'data'), args: ['--sandbox', await sandbox.start()] })
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
  await window.keyboard.press('Control+3')
})

afterAll(async () => {
  await despacho.close()
  await sandbox.stop()
  folder.remove()
})

test('a table of the shop’s own is checked, its gaps are shown, and it is stored and looked through', async () => {
  const { app, window } = despacho
  await window.locator('[data-quotes-tab="tables"]').click()
  await window.getByRole('heading', { name: 'Nenhuma tabela própria' }).waitFor()
  await look(window, 'tables-empty')
  await chooseInOpenDialog(app, [sample])
  await window.getByRole('button', { name: 'Importar tabela…' }).click()
  await window.getByText('154 linhas lidas, nenhuma recusada').waitFor()
  expect(await window.locator('[data-gap]').count()).toBeGreaterThan(0)
  await look(window, 'tables-import')
  await window.locator('[data-store-table]').click()
  await window.locator('[data-table-button="show"]').click()
  await window.getByRole('region', { name: 'Linhas da tabela' }).waitFor()
  await look(window, 'tables-rows')
  await window.keyboard.press('Escape')
  await window.getByRole('dialog').waitFor({ state: 'detached' })
  await look(window, 'tables')
})

test('a rule is written, tried on the last quotes, and only then kept', async () => {
  const { window } = despacho
  await window.locator('[data-quotes-tab="one"]').click()
  for (const [field, text] of Object.entries({ to: '22250-040', weight: '0,8', size: '20 x 15 x 10' }))
    await window.locator(`input[data-field="${field}"]`).fill(text)
  await window.locator('[data-ask]').click()
  await window.locator('[data-service="03298"]').filter({ hasText: 'R$' }).waitFor()

  await window.locator('[data-quotes-tab="rules"]').click()
  await window.getByRole('heading', { name: 'Nenhuma regra: sempre o serviço mais barato' }).waitFor()
  await look(window, 'rules-empty')
  await window.getByRole('button', { name: 'Nova regra' }).click()
  await window.getByRole('button', { name: 'RJ', exact: true }).click()
  await window.locator('[data-draft="kind"]').click()
  await window.getByRole('option', { name: 'Usar um serviço' }).click()
  await window.getByRole('checkbox', { name: 'SEDEX', exact: true }).click()
  await look(window, 'rules-form')
  await window.getByRole('button', { name: 'Pôr na lista' }).click()
  await window.getByText('UF RJ: usar SEDEX').waitFor()
  await window.locator('[data-rule-button="duplicate"]').first().click()
  await look(window, 'rules')
  await window.locator('[data-try-rules]').click()
  await window.getByText('Em 1 cotação recente, 1 mudaria').waitFor()
  await look(window, 'rules-dry-run')
  expect(await ask(window, 'rateRules.list', {})).toEqual([])
  await window.locator('[data-save-rules]').click()
  await window.getByText('Regras salvas.').first().waitFor()
  expect(await ask(window, 'rateRules.list', {})).toHaveLength(2)
  expect(despacho.complaints).toEqual([])
})

async function look(window: Page, name: string): Promise<void> {
  await showIn(window, 'pt-BR', 'dark')
  await screenshot(window, `${name}-dark`)
  await showIn(window, 'pt-BR', 'light')
  await screenshot(window, name)
}
