import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startFromPage } from '../support/bridge.ts'
import { launchDespacho, screenshot, setWindowSize, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { parcelsPage } from '../support/pages/parcels.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { scanCodes } from '../support/scanner.ts'
import { s10 } from '../support/tracking-codes.ts'

const folder = temporaryDataDir()
const known = Array.from({ length: 8 }, (_, index) => s10(index + 1))
const strangers = Array.from({ length: 12 }, (_, index) => s10(index + 100))
/** Known and unknown codes as they lie on the table: a known one last. */
const table = strangers.flatMap((code, index) => (index < 4 ? [code] : [code, ...known.slice(index - 4, index - 3)]))
let despacho: Despacho

pictureOfFailures(() => despacho)

beforeAll(async () => {
  despacho = await launchDespacho({ dataDir: folder.path })
  const { window } = despacho
  window.setDefaultTimeout(15_000)
  await startPage(window).straightIn.click()
  await shellPage(window).heading('Hoje').waitFor()
  const { file } = await ask(window, 'files.paste', { text: known.join('\n') })
  expect((await startFromPage(window, 'imports.run', { files: [file] })).ok).toBe(true)
  await countTones(window)
})

afterAll(async () => {
  await despacho.close()
  folder.remove()
})

const gathered = ({ window }: Despacho) =>
  window.locator('[data-gathered]').evaluateAll((list) => list.map((one) => one.getAttribute('data-gathered')))

/** Counts the tones that the page makes, since nobody hears them here. */
const countTones = (window: Page) =>
  window.evaluate(`(() => {
    const make = AudioContext.prototype.createOscillator
    window.tones = 0
    AudioContext.prototype.createOscillator = function () { window.tones++; return make.call(this) }
  })()`)

test('twenty codes are read with no field focused, and none is lost', async () => {
  const { window } = despacho
  const { detail } = parcelsPage(window)
  await window.evaluate('document.activeElement?.blur()')
  expect(table).toHaveLength(20)
  const begin = Date.now()
  await scanCodes(despacho, table)
  await expect.poll(() => gathered(despacho)).toEqual(strangers)
  await shellPage(window).heading('Encomendas').waitFor()
  await expect.poll(() => detail.locator('[data-code]').first().getAttribute('data-code')).toBe(known.at(-1))
  expect(Date.now() - begin).toBeLessThan(20_000)
  await setWindowSize(despacho, 1366, 768)
  await screenshot(window, 'scanned-codes')
})

test('a code read twice sounds, is said, and changes nothing', async () => {
  const { window } = despacho
  const again = s10(500)
  await scanCodes(despacho, [again, again])
  await window
    .getByText(/já foi lido\. A repetição foi ignorada\./)
    .first()
    .waitFor()
  await expect.poll(() => gathered(despacho)).toEqual([...strangers, again])
  expect(await window.evaluate('window.tones')).toBe(1)
})

test('one key adds what was gathered, with its carrier', async () => {
  const { window } = despacho
  await parcelsPage(window).grid.locator('.ag-cell').first().click()
  await window.keyboard.press('+')
  await window.locator('[data-gathered-codes]').waitFor({ state: 'detached' })
  const { rows } = await ask(window, 'parcels.search', { text: strangers[3] ?? '', limit: 10 })
  expect(rows).toMatchObject([{ code: strangers[3], carrier: 'correios', watch: 'watched' }])
  const { total } = await ask(window, 'parcels.counts', {})
  expect(total).toBe(known.length + strangers.length + 1)
})

test('a code that falls into a field is taken out of it', async () => {
  const { window } = despacho
  const parcels = parcelsPage(window)
  await parcels.search.fill('sa')
  await scanCodes(despacho, [known[2] ?? ''])
  await expect.poll(() => parcels.detail.locator('[data-code]').first().getAttribute('data-code')).toBe(known[2])
  expect(await parcels.search.inputValue()).toBe('sa')
})
