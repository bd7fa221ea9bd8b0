import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchDespacho, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { hasFocus, tabTo } from '../support/keys.ts'
import { importPage } from '../support/pages/import.ts'
import { parcelsPage } from '../support/pages/parcels.ts'
import { placeNames, shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { writeShopFiles, type ShopFiles } from '../support/shop-files.ts'
import { chooseInOpenDialog, chooseInSaveDialog } from '../support/system-dialogs.ts'

/** A day's work without a mouse: nothing in this file clicks. */
const folder = temporaryDataDir()
const files = mkdtempSync(join(tmpdir(), 'despacho-keyboard-'))
let despacho: Despacho
let shop: ShopFiles

pictureOfFailures(() => despacho)

beforeAll(async () => {
  shop = await writeShopFiles(files, 'keyboard', Date.now(), 60)
  despacho = await launchDespacho({ dataDir: folder.path })
  despacho.window.setDefaultTimeout(15_000)
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
  rmSync(files, { recursive: true, force: true })
})

test('the first start is left by keys', async () => {
  const { window } = despacho
  await tabTo(window, startPage(window).straightIn)
  await window.keyboard.press('Enter')
  await shellPage(window).heading('Hoje').waitFor()
})

test('Ctrl and a number goes to a place', async () => {
  const { window } = despacho
  for (const [index, place] of [...placeNames.entries()].reverse()) {
    await window.keyboard.press(`Control+${index + 1}`)
    await shellPage(window).heading(place).waitFor()
  }
})

test('Ctrl+K finds a command and runs it; Esc leaves it', async () => {
  const { window } = despacho
  const shell = shellPage(window)
  await window.keyboard.press('Control+k')
  await shell.palette.waitFor()
  await window.keyboard.type('Ajustes')
  await shell.palette
    .getByRole('option', { name: /Ajustes/ })
    .first()
    .waitFor()
  await expect.poll(() => shell.palette.locator('[role="option"][data-highlighted]').innerText()).toMatch(/^Ajustes/)
  await window.keyboard.press('Enter')
  await shell.heading('Ajustes').waitFor()
  await shell.palette.waitFor({ state: 'detached' })
  await window.keyboard.press('Control+k')
  await shell.palette.waitFor()
  await window.keyboard.press('Escape')
  await shell.palette.waitFor({ state: 'detached' })
})

test('? shows the keys of the screen; Esc closes them', async () => {
  const { window } = despacho
  const shell = shellPage(window)
  await window.keyboard.press('?')
  await shell.keys.waitFor()
  expect(await shell.keys.innerText()).toContain('Encomendas')
  await window.keyboard.press('Escape')
  await shell.keys.waitFor({ state: 'detached' })
})

test('a file is imported from Ctrl+I to the list', async () => {
  const { app, window } = despacho
  const stepper = importPage(window)
  await chooseInOpenDialog(app, [shop.csv])
  await window.keyboard.press('Control+i')
  await tabTo(window, stepper.choose)
  await window.keyboard.press('Enter')
  await stepper.columns.waitFor()
  await tabTo(window, stepper.checkRows, 'Shift+Tab')
  await window.keyboard.press('Enter')
  await tabTo(window, stepper.confirm, 'Shift+Tab')
  await window.keyboard.press('Enter')
  await tabTo(window, stepper.showImported, 'Shift+Tab')
  expect(await stepper.figure('stored')).toBe(shop.inCsv.length)
  await window.keyboard.press('Enter')
  await shellPage(window).heading('Encomendas').waitFor()
  await expect.poll(async () => (await parcelsPage(window).codes()).length).toBeGreaterThan(5)
})

test('/ searches, the arrow goes into the list, Enter opens, Esc goes back', async () => {
  const { window } = despacho
  const parcels = parcelsPage(window)
  const wanted = shop.inCsv[3]
  await window.keyboard.press('/')
  expect(await hasFocus(parcels.search)).toBe(true)
  await window.keyboard.type(wanted?.code.slice(2, 11) ?? '', { delay: 30 })
  await expect.poll(() => parcels.codes()).toEqual([wanted?.code])
  await window.keyboard.press('ArrowDown')
  await expect.poll(() => hasFocus(parcels.grid)).toBe(true)
  await window.keyboard.press('Enter')
  await parcels.detail.waitFor()
  expect(await parcels.detail.innerText()).toContain(wanted?.recipientName)
  await window.keyboard.press('Escape')
  await parcels.detail.waitFor({ state: 'detached' })
  await window.keyboard.press('/')
  await window.keyboard.press('Escape')
  await expect.poll(async () => (await parcels.codes()).length).toBeGreaterThan(5)
  expect(await hasFocus(parcels.search)).toBe(true)
  await window.keyboard.press('Escape')
  expect(await hasFocus(parcels.search)).toBe(false)
})

test('arrows walk the list with the open parcel following; End goes to the last row', async () => {
  const { window } = despacho
  const parcels = parcelsPage(window)
  const codes = await parcels.codes()
  const opened = () => parcels.detail.locator('[data-code]').first().getAttribute('data-code')
  await window.keyboard.press('/')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Home')
  await window.keyboard.press('Enter')
  await expect.poll(opened).toBe(codes[0])
  await window.keyboard.press('ArrowDown')
  await expect.poll(opened).toBe(codes[1])
  await window.keyboard.press('End')
  await expect.poll(() => parcels.rows.last().getAttribute('row-index')).toBe(String(shop.inCsv.length - 1))
  await window.keyboard.press('Escape')
  await parcels.detail.waitFor({ state: 'detached' })
})

test('Space selects a row, Ctrl+A all of them, Esc none', async () => {
  const { window } = despacho
  const { selection } = parcelsPage(window)
  await window.keyboard.press('Home')
  await window.keyboard.press('Space')
  await expect.poll(() => selection.innerText()).toContain('1 selecionada')
  await window.keyboard.press('Control+a')
  await expect.poll(() => selection.innerText()).toContain(`${shop.inCsv.length} selecionadas`)
  await window.keyboard.press('Escape')
  await selection.waitFor({ state: 'detached' })
})

test('Ctrl+E takes the list away as a file', async () => {
  const { app, window } = despacho
  const parcels = parcelsPage(window)
  const file = join(files, 'sem mouse.xlsx')
  await chooseInSaveDialog(app, file)
  await window.keyboard.press('Control+e')
  await tabTo(window, parcels.confirmExport)
  await window.keyboard.press('Enter')
  await parcels.exportDialog.waitFor({ state: 'detached' })
  expect(existsSync(file)).toBe(true)
})
