import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { ask } from '../support/bridge.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { showIn } from '../support/screens.ts'
import { chooseInOpenDialog, watchFileManager } from '../support/system-dialogs.ts'
import { s10 } from '../support/tracking-codes.ts'

const place = temporaryDataDir()
const folder = join(place.path, 'pedidos da loja')
let despacho: Despacho | undefined

afterAll(async () => {
  await despacho?.close()
  place.remove()
})

const csv = (...rows: string[]) => ['Código de rastreio;Destinatário', ...rows].join('\r\n') + '\r\n'

test('a folder is chosen, nothing is taken before it is switched on, and then file after file is', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'expedição.csv'), csv(`${s10(1)};Maria`, `${s10(2)};João`))
  const { app, window } = await start()
  await chooseInOpenDialog(app, [folder])
  await startPage(window).straightIn.click()
  await openSection(window)
  await window.getByRole('button', { name: 'Escolher pasta…' }).click()
  await saying(window.locator('[data-watched-waiting]'), '1 arquivo na pasta será importado')
  expect(await ask(window, 'parcels.counts', {})).toMatchObject({ total: 0 })

  await window.getByRole('switch', { name: 'Importar o que chegar' }).click()
  await fileLine(window, 'expedição.csv', '2 novas').waitFor({ timeout: 30_000 })
  expect(readdirSync(folder).sort()).toEqual(['Importados', 'Pendentes'])
  expect(readdirSync(join(folder, 'Importados'))).toHaveLength(2)

  writeFileSync(join(folder, 'sem código.csv'), 'a;b\r\n1;2\r\n')
  writeFileSync(join(folder, 'mais.csv'), csv(`${s10(3)};Ana`, 'XX000000001BR;Rui'))
  await fileLine(window, 'mais.csv', '1 nova · 1 linha recusada').waitFor({ timeout: 30_000 })
  await fileLine(window, 'sem código.csv', 'qual coluna contém o código').waitFor({ timeout: 30_000 })
  await saying(window.locator('[data-watched-waiting]'), 'Nenhum arquivo esperando')
  await look(window, 'watched-folder')
})

test('a file put aside is shown where it lies, and waits on the first screen until it is taken away', async () => {
  const { app, window } = running()
  const shown = await watchFileManager(app)
  await window.getByRole('button', { name: 'Mostrar sem código.csv na pasta' }).click()
  await expect.poll(shown).toHaveLength(1)
  const [aside = ''] = await shown()
  expect(aside).toContain(join(folder, 'Pendentes'))

  await shellPage(window).goTo('Hoje')
  const waiting = window.locator('[data-work="watched-folder"]')
  await waiting.waitFor()
  await screenshot(window, 'today-watched-folder')
  await waiting.click()
  await window.locator('#settings-watched').waitFor()
})

test('a folder that is gone is said to be, and used again when it is back', async () => {
  const { window } = running()
  renameSync(folder, `${folder} longe`)
  await window.locator('[data-watched-look]').click()
  const warning = window.locator('main [role="alert"]')
  await saying(warning, 'A pasta não está acessível.')
  await look(window, 'watched-folder-gone')
  renameSync(`${folder} longe`, folder)
  writeFileSync(join(folder, 'depois.csv'), csv(`${s10(4)};Bia`))
  await window.locator('[data-watched-look]').click()
  await fileLine(window, 'depois.csv', '1 nova').waitFor({ timeout: 30_000 })
  await warning.waitFor({ state: 'detached' })
})

async function start(): Promise<Despacho> {
  despacho = await launchDespacho({ dataDir: join(place.path, 'data') })
  despacho.window.setDefaultTimeout(15_000)
  await setWindowSize(despacho, 1366, 768)
  return despacho
}

function running(): Despacho {
  if (!despacho) throw new Error('it is not running')
  return despacho
}

async function openSection(window: Page): Promise<void> {
  await shellPage(window).goTo('Ajustes')
  await window.locator('[data-section="watched"]').click()
}

const fileLine = (window: Page, name: string, outcome: string): Locator =>
  window.locator('main tbody tr', { hasText: name }).filter({ hasText: outcome })

const saying = (where: Locator, text: string): Promise<void> => where.filter({ hasText: text }).waitFor()

async function look(window: Page, name: string): Promise<void> {
  await showIn(window, 'pt-BR', 'dark')
  await screenshot(window, `${name}-dark`)
  await showIn(window, 'pt-BR', 'light')
  await screenshot(window, name)
}
