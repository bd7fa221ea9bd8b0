import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { ask, startFromPage } from '../support/bridge.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { showIn } from '../support/screens.ts'
import { chooseInOpenDialog, chooseInSaveDialog } from '../support/system-dialogs.ts'
import { s10 } from '../support/tracking-codes.ts'

const folder = temporaryDataDir()
const here = join(folder.path, 'here')
const there = join(folder.path, 'there')
const carried = join(folder.path, 'mudança.sqlite')
let despacho: Despacho | undefined

afterAll(async () => {
  await despacho?.close()
  folder.remove()
})

test('a backup is restored step by step, and the page says so', async () => {
  const { window } = await start(here)
  await store(window, 0, 3)
  await ask(window, 'store.backup', {})
  await store(window, 3, 2)

  await startPage(window).straightIn.click()
  await shellPage(window).goTo('Ajustes')
  await window.locator('[data-section="backups"]').click()
  await window.getByRole('button', { name: /^Restaurar a cópia de/ }).click()
  const lost = window.locator('[data-restore-lost]')
  await lost.waitFor()
  expect(await lost.innerText()).toContain('2 encomendas que a cópia não tem')
  await showIn(window, 'pt-BR', 'dark')
  await screenshot(window, 'restore-dialog-dark')
  await showIn(window, 'pt-BR', 'light')
  await screenshot(window, 'restore-dialog')
  await window.locator('[data-restore-confirm]').click()

  const said = window.locator('[data-restored]')
  await said.waitFor({ timeout: 30_000 })
  expect(await said.innerText()).toContain('com 3 encomendas')
  expect(await ask(window, 'parcels.counts', {})).toMatchObject({ total: 3 })
  await screenshot(window, 'restored')
  await said.getByRole('button', { name: 'Entendi' }).click()
  await said.waitFor({ state: 'detached' })
  expect((await ask(window, 'store.backups', {})).map(({ reason }) => reason)).toEqual(['before-restore', 'by-hand'])
})

test('a file that is no copy is refused with its own sentence, and nothing is changed', async () => {
  const { app, window } = running()
  const list = join(folder.path, 'lista.csv')
  writeFileSync(list, 'Objeto\nAA123456785BR\n')
  await chooseInOpenDialog(app, [list])
  await shellPage(window).goTo('Ajustes')
  await window.locator('[data-section="move"]').click()
  await window.getByRole('button', { name: 'Trazer de outro computador…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByText('O arquivo não é uma cópia do Despacho.').waitFor()
  await screenshot(window, 'restore-refused')
  await dialog.getByRole('button', { name: 'Deixar como está' }).click()
  expect(await ask(window, 'parcels.counts', {})).toMatchObject({ total: 3 })
})

test('everything goes to another computer in one file, and its accounts ask for their passwords there', async () => {
  const { app, window } = running()
  await ask(window, 'accounts.save', {
    carrier: 'correios',
    name: 'Loja',
    environment: 'test',
    fields: { user: 'loja', postingCard: '0012345678' },
    secrets: { accessCode: 'codigo-secreto-da-loja' },
  })
  await chooseInSaveDialog(app, carried)
  await window.getByRole('button', { name: 'Gravar arquivo…' }).click()
  await window.locator('[data-move-written]').waitFor()
  expect(await window.locator('[data-move-written]').innerText()).toContain('3 encomendas')
  await screenshot(window, 'move-written')
  await despacho?.close()

  const other = await start(there)
  await chooseInOpenDialog(other.app, [carried])
  await startPage(other.window).bring.click()
  await other.window.locator('[data-restore-confirm]').click()
  const said = other.window.locator('[data-restored]')
  await said.waitFor({ timeout: 30_000 })
  expect(await said.innerText()).toContain('1 conta precisa da senha de novo')
  await said.getByRole('link', { name: 'Informar as senhas' }).click()
  const account = other.window.locator('[data-account]').filter({ hasText: 'Loja' })
  await account.waitFor()
  expect(await account.innerText()).toContain('Falta a senha')
  await screenshot(other.window, 'moved-accounts')
  expect(await ask(other.window, 'parcels.counts', {})).toMatchObject({ total: 3 })
  expect(other.complaints).toEqual([])
})

async function start(dataDir: string): Promise<Despacho> {
  despacho = await launchDespacho({ dataDir })
  despacho.window.setDefaultTimeout(20_000)
  await setWindowSize(despacho, 1366, 768)
  await startPage(despacho.window).demonstration.waitFor()
  return despacho
}

function running(): Despacho {
  if (!despacho) throw new Error('the application is not running')
  return despacho
}

/** Imports so many codes as pasted text. */
async function store(window: Page, first: number, count: number): Promise<void> {
  const codes = Array.from({ length: count }, (_, index) => s10(first + index))
  const { file } = await ask(window, 'files.paste', { text: codes.join('\n') })
  expect(await startFromPage(window, 'imports.run', { files: [file] })).toMatchObject({ ok: true })
}
