import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { openDemonstration, showIn } from '../support/screens.ts'
import { chooseInSaveDialog } from '../support/system-dialogs.ts'

const folder = temporaryDataDir()
const file = join(folder.path, 'suporte.json')
let despacho: Despacho

beforeAll(async () => {
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(20_000)
  await startPage(despacho.window).demonstration.waitFor()
  await openDemonstration(despacho.window)
  await setWindowSize(despacho, 1366, 768)
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
})

test('the support file is looked through, a part is left out, and what was shown is saved', async () => {
  const { app, window } = despacho
  await shellPage(window).goTo('Ajustes')
  await window.locator('[data-section="support"]').click()
  await window.getByRole('button', { name: 'Reunir os dados' }).click()
  const part = (name: string) => window.locator(`[data-support-part="${name}"]`)
  await part('exchanges').locator('summary').click()
  await part('log').getByRole('checkbox', { name: 'Incluir: Registros' }).click()
  const shown = await part('exchanges').locator('pre').innerText()
  expect(shown).toMatch(/correios\/1 \w+ 127\.0\.0\.1:\d+\/\S+ 20\d \d+ ms \d+ bytes/)
  await showIn(window, 'pt-BR', 'dark')
  await screenshot(window, 'support-dark')
  await showIn(window, 'pt-BR', 'light')
  await screenshot(window, 'support')

  await chooseInSaveDialog(app, file)
  await window.getByRole('button', { name: 'Salvar arquivo…' }).click()
  await window.getByRole('button', { name: 'Mostrar na pasta' }).waitFor()
  const saved = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>
  expect(saved['exchanges']?.join('\n')).toBe(shown)
  expect(saved['leftOut']).toEqual(['log'])
  expect(saved['log']).toBeUndefined()
  expect(despacho.complaints).toEqual([])
})
