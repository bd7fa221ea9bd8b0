import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import { getPassword } from 'keytar/keytar.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src-main/domain/clock.ts'
import { ptBR } from '../../src-main/domain/words/pt-BR.ts'
import { createSandbox, type Sandbox } from '../../src-main/sandbox/sandbox.ts'
import { ask } from '../support/bridge.ts'
import { launchDespacho, screenshot, setWindowSize, type Despacho } from '../support/desktop.ts'
import { dropFiles } from '../support/drag-and-drop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { accountsPage } from '../support/pages/accounts.ts'
import { importPage } from '../support/pages/import.ts'
import { parcelsPage } from '../support/pages/parcels.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { writeShopFiles, type ShopFiles } from '../support/shop-files.ts'
import { chooseInOpenDialog, chooseInSaveDialog, watchFileManager } from '../support/system-dialogs.ts'
import { testWithWitness } from '../support/witness.ts'
import { untilInPage } from '../support/wait-in-page.ts'

/** The life of an installation, in the order of these tests: each goes on where the one before has ended. */
const folder = mkdtempSync(join(tmpdir(), 'despacho-journey-'))
const dataDir = join(folder, 'data')
const exported = join(folder, 'encomendas.xlsx')
const accessCode = 'Segredo-da-loja-77'
const contract = {
  name: 'Correios da loja',
  environment: 'Simulação',
  user: 'lojadoteste',
  accessCode,
  postingCard: '0012345678',
} as const

let sandbox: Sandbox
let sandboxUrl: string
let shop: ShopFiles
let despacho: Despacho | undefined

pictureOfFailures(() => despacho)

beforeAll(async () => {
  sandbox = createSandbox({ clock: systemClock, seed: 'journey' })
  sandbox.clock.run(0)
  sandboxUrl = await sandbox.start()
  await control('carriers/correios', {
    accounts: [
      {
        user: contract.user,
        accessCode,
        cnpj: '11222333000181',
        contract: '9912345678',
        activeFrom: null,
        expiresAt: null,
        cards: [{ number: contract.postingCard, dr: 72, apis: [34, 35, 36, 87] }],
      },
    ],
  })
  shop = await writeShopFiles(folder, 'journey', sandbox.clock.now())
  sandbox.load(shop.journeys)
})

afterAll(async () => {
  await despacho?.close()
  await sandbox.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a first start offers sample data or a contract', async () => {
  const { window } = await start([])
  const begin = startPage(window)
  await begin.demonstration.waitFor()
  expect(await begin.connect.isVisible()).toBe(true)
  await screenshot(window, 'journey-1-first-start')
})

test('the demonstration has 600 parcels, is marked, and its journeys go on', async () => {
  const { window } = running()
  const shell = shellPage(window)
  const parcels = parcelsPage(window)
  await startPage(window).demonstration.click()
  await shell.strip.waitFor()
  await shell.heading('Hoje').waitFor()
  await shell.goTo('Encomendas')
  await parcels.row('').first().waitFor()
  expect(await parcels.tabCount('all')).toBe(600)
  expect(existsSync(join(dataDir, 'demonstration'))).toBe(true)

  const before = await parcels.tabs.innerText()
  const later = async () => {
    if (await parcels.changes.isVisible()) await parcels.changes.click()
    return parcels.tabs.innerText()
  }
  await expect.poll(later, { timeout: 60_000, interval: 500 }).not.toBe(before)
  await screenshot(window, 'journey-2-demonstration')
})

test('leaving the demonstration throws its data away', async () => {
  const { window } = running()
  await shellPage(window).leaveDemonstration()
  await startPage(window).demonstration.waitFor()
  expect(existsSync(join(dataDir, 'demonstration'))).toBe(false)
  await quit()
})

test('a contract is connected through the form; its secret is in the keychain and nowhere else', async () => {
  const { window } = await start(['--sandbox', sandboxUrl])
  const accounts = accountsPage(window)
  await startPage(window).connect.click()
  await accounts.fill(contract)
  await accounts.save.click()
  await accounts.verdict.waitFor()
  expect(await accounts.verdict.getAttribute('data-verdict')).toBe('connected')
  await accounts.storedSecret.waitFor()
  const [account] = await ask(window, 'accounts.list', {})
  expect(account?.secrets).toEqual({ accessCode: true })
  expect(await getPassword('despacho', `account/${account?.id}/accessCode`)).toBe(accessCode)
  await screenshot(window, 'journey-3-contract')
})

test('the connection test names what the contract permits', async () => {
  const { window } = running()
  const accounts = accountsPage(window)
  await accounts.test.click()
  await accounts.permissions.first().waitFor()
  const permissions = await accounts.permissions.allInnerTexts()
  expect(permissions.some((line) => /Rastreamento\s+liberado/.test(line))).toBe(true)
  expect(await accounts.verdict.innerText()).toContain('o rastreamento está liberado')
})

test('a CSV in Windows-1252 is imported with its accents', async () => {
  const { app, window } = running()
  const shell = shellPage(window)
  const stepper = importPage(window)
  await chooseInOpenDialog(app, [shop.csv])
  await window.keyboard.press('Control+i')
  await stepper.choose.click()
  await stepper.columns.waitFor()
  expect(await stepper.encoding.innerText()).toContain('Windows-1252')
  await screenshot(window, 'journey-4-columns')
  await stepper.checkRows.click()
  await stepper.confirm.waitFor()
  expect(await stepper.figure('new')).toBe(shop.inCsv.length)
  expect(await stepper.figure('rejected')).toBe(0)
  await stepper.confirm.click()
  await stepper.showImported.waitFor()
  expect(await stepper.figure('stored')).toBe(shop.inCsv.length)
  await stepper.showImported.click()
  await shell.heading('Encomendas').waitFor()

  const stored = await ask(window, 'parcels.search', { limit: 1000 })
  const names = new Map(stored.rows.map(({ code, recipientName }) => [code, recipientName]))
  expect(names).toEqual(new Map(shop.inCsv.map(({ code, recipientName }) => [code, recipientName])))
})

test('a workbook dropped on the window is stored but for its bad rows, which are listed and kept as a workbook', async () => {
  const { app, window } = running()
  const shell = shellPage(window)
  const stepper = importPage(window)
  const shownInFolder = await watchFileManager(app)
  await dropFiles(window, [shop.xlsx], () => shell.dropTarget.waitFor())
  await stepper.columns.waitFor()
  await stepper.checkRows.click()
  await stepper.confirm.waitFor()
  expect(await stepper.figure('new')).toBe(shop.inXlsx.length)
  expect(await stepper.figure('rejected')).toBe(shop.badRows.length)
  await screenshot(window, 'journey-5-bad-rows')

  const listed = await stepper.rejections()
  expect(listed.map(({ line, column, value }) => ({ line: Number(line), column, value }))).toEqual(
    shop.badRows.map(({ line, column, value }) => ({ line, column, value })),
  )
  shop.badRows.forEach(({ reason }, index) => expect(listed[index]?.reason).toMatch(reason))

  await stepper.confirm.click()
  await stepper.showImported.waitFor()
  expect(await stepper.figure('stored')).toBe(shop.inXlsx.length)
  await stepper.revealReport.click()
  await expect.poll(shownInFolder).toHaveLength(1)
  const [report = ''] = await shownInFolder()
  const cells = (await readSheet(report)).flat()
  for (const { value } of shop.badRows) expect(cells).toContain(value)
  await screenshot(window, 'journey-6-imported')
})

test('the same file once more changes nothing and says so', async () => {
  const { app, window } = running()
  const stepper = importPage(window)
  await chooseInOpenDialog(app, [shop.csv])
  await stepper.another.click()
  await stepper.choose.click()
  await stepper.checkRows.click()
  await stepper.confirm.waitFor()
  expect(await stepper.figure('unchanged')).toBe(shop.inCsv.length)
  expect(await stepper.figure('new')).toBe(0)
  await window.getByText('Tudo o que está no arquivo já está guardado, sem nenhuma diferença.').waitFor()
  await stepper.giveUp.click()
})

test('every status that arrives is the carriers’ truth', async () => {
  const { window } = running()
  await expect.poll(async () => (await ask(window, 'sync.state', {})).due, { timeout: 60_000, interval: 250 }).toBe(0)
  await expect.poll(async () => believed(window), { timeout: 30_000, interval: 250 }).toEqual(truth())
})

test('a new event of the carrier shows in the list without a reload', async () => {
  const { window } = running()
  const parcels = parcelsPage(window)
  const journey = shop.journeys.find(
    ({ code, carrier, steps }) =>
      carrier === 'correios' &&
      sandbox.journeys.truth(code)?.status === 'in-transit' &&
      steps.some(({ status }) => status === 'delivered'),
  )
  const delivery = journey?.steps.find(({ status }) => status === 'delivered')
  if (!journey || !delivery) throw new Error('the sample shop has no parcel that is still to be delivered')
  const now = sandbox.clock.now() - 1000
  const past = journey.steps.filter(({ visibleAt }) => visibleAt <= now)
  sandbox.load([{ ...journey, steps: [...past, { ...delivery, at: now, visibleAt: now }] }])

  await shellPage(window).goTo('Encomendas')
  await parcels.search.fill(journey.code)
  await parcels.row(journey.code).first().waitFor()
  await parcels.openParcel(journey.code)
  expect(await parcels.status(journey.code)).toBe('in-transit')
  const events = await parcels.timeline.count()
  await parcels.detail.getByRole('button', { name: 'Atualizar agora' }).click()
  await expect.poll(() => parcels.status(journey.code)).toBe('delivered')
  await expect.poll(() => parcels.timeline.count()).toBeGreaterThanOrEqual(Math.min(events + 1, 6))
  await parcels.detail.locator('[data-status="delivered"]').waitFor()
  await screenshot(window, 'journey-7-delivered')
  await parcels.closeDetail.click()
})

test('a parcel is found by a name without its accent and by a part of its code', async () => {
  const { window } = running()
  const parcels = parcelsPage(window)
  const accented = shop.inCsv.find(({ recipientName }) => /[ãõáéíóúç]/i.test(recipientName ?? ''))
  const name = accented?.recipientName ?? ''
  await parcels.search.fill(name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase())
  await parcels
    .row(accented?.code ?? '')
    .first()
    .waitFor()
  const found = await ask(window, 'parcels.search', { text: name, limit: 1000 })
  await expect.poll(() => parcels.codes()).toEqual(found.rows.map(({ code }) => code))
  expect(found.rows.every(({ recipientName }) => recipientName === name)).toBe(true)

  const code = shop.inXlsx.find(({ carrier }) => carrier === 'correios')?.code ?? ''
  await parcels.search.fill(code.slice(2, 10))
  await expect.poll(() => parcels.codes()).toEqual([code])
})

test('a tab narrows the list to its statuses, with as many parcels as it says', async () => {
  const { window } = running()
  const parcels = parcelsPage(window)
  await parcels.search.fill('')
  await parcels.tab('delivered').click()
  const delivered = sandbox.journeys.truths({ status: 'delivered' }).length
  await expect.poll(() => parcels.tabCount('delivered')).toBe(delivered)
  await expect.poll(async () => (await parcels.codes()).length).toBeGreaterThan(0)
  const codes = await parcels.codes()
  for (const code of codes) expect(sandbox.journeys.truth(code)?.status).toBe('delivered')
})

test('a parcel opens with its timeline, and its note is kept', async () => {
  const { window } = running()
  const parcels = parcelsPage(window)
  const code = (await parcels.codes()).find((shown) => shown.endsWith('BR')) ?? ''
  await parcels.openParcel(code)
  const told = sandbox.journeys.truth(code)?.events ?? []
  await expect.poll(() => parcels.timeline.count()).toBe(Math.min(told.length, 6))
  expect(await parcels.timeline.first().innerText()).toContain(told.at(-1)?.text)
  await parcels.note.fill('Cliente avisado por telefone')
  await parcels.saveNote.click()
  await parcels.saveNote.waitFor({ state: 'detached' })
  const { parcel } = await ask(window, 'parcels.get', { code })
  expect(parcel.note).toBe('Cliente avisado por telefone')
  await screenshot(window, 'journey-8-detail')
  await parcels.closeDetail.click()
})

test('everything is selected with Ctrl+A and taken away as a workbook', async () => {
  const { app, window } = running()
  const parcels = parcelsPage(window)
  const everything = shop.inCsv.length + shop.inXlsx.length
  await chooseInSaveDialog(app, exported)
  await parcels.tab('all').click()
  await expect.poll(async () => (await parcels.codes()).length).toBeGreaterThan(10)
  await parcels.search.press('ArrowDown')
  await window.keyboard.press('Control+a')
  await parcels.selection.waitFor()
  expect(await parcels.selection.innerText()).toContain(`${everything} selecionadas`)
  await screenshot(window, 'journey-9-selected')
  await window.keyboard.press('Control+e')
  await parcels.confirmExport.waitFor()
  expect(await parcels.confirmExport.innerText()).toContain(String(everything))
  await parcels.confirmExport.click()
  await parcels.exportDialog.waitFor({ state: 'detached' })

  const [header = [], ...rows] = await readSheet(exported)
  const code = header.indexOf(ptBR.column.code)
  const status = header.indexOf(ptBR.column.status)
  const name = header.indexOf(ptBR.column.recipientName)
  expect(rows).toHaveLength(everything)
  const inFile = new Map(rows.map((row) => [row[code], row[status]]))
  expect(inFile).toEqual(new Map([...truth()].map(([key, value]) => [key, ptBR.status[value]])))
  const names = new Map(rows.map((row) => [row[code], row[name]]))
  for (const parcel of [...shop.inCsv, ...shop.inXlsx]) expect(names.get(parcel.code)).toBe(parcel.recipientName)
})

testWithWitness(
  'soffice',
  'LibreOffice reads the workbook as Despacho meant it',
  async (soffice) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'libreoffice')}`
    const csv = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true'
    await promisify(execFile)(soffice, [profile, '--headless', '--convert-to', csv, '--outdir', folder, exported])
    const lines = readFileSync(join(folder, 'encomendas.csv'), 'utf8').trim().split('\n')
    const [header = [], ...rows] = lines.map((line) => line.split('\t'))
    const code = header.indexOf(ptBR.column.code)
    expect(new Set(rows.map((row) => row[code]))).toEqual(new Set(truth().keys()))
  },
  { timeout: 120_000 },
)

test('no secret stands in any file of the data folder', async () => {
  await quit()
  const files = filesBelow(dataDir)
  expect(files.some((file) => file.endsWith('.log'))).toBe(true)
  expect(files.some((file) => /despacho\.(sqlite|db)/.test(basename(file)) || /\.sqlite$|\.db$/.test(file))).toBe(true)
  for (const file of files) {
    const bytes = readFileSync(file)
    for (const encoding of ['utf8', 'utf16le', 'base64'] as const) {
      expect(bytes.includes(secretAs(encoding)), `${file} has the access code (${encoding})`).toBe(false)
    }
  }
})

test('started again, everything is there as it was left', async () => {
  const first = await start(['--sandbox', sandboxUrl])
  const layoutBefore = parcelsPage(first.window)
  await setWindowSize(first, 1500, 820)
  await shellPage(first.window).goTo('Encomendas')
  await layoutBefore.columnsButton.click()
  await first.window.getByRole('checkbox', { name: 'Cidade' }).uncheck()
  await first.window.keyboard.press('Escape')
  await layoutBefore.tab('delivered').click()
  await expect.poll(async () => (await layoutBefore.codes()).length).toBeGreaterThan(0)
  const headers = await layoutBefore.headers.allInnerTexts()
  const codes = (await layoutBefore.codes()).slice(0, 15)
  expect(headers).not.toContain('Cidade')
  await quit()

  const { window } = await start(['--sandbox', sandboxUrl])
  const parcels = parcelsPage(window)
  await untilInPage(window, 'innerWidth === 1500 && innerHeight === 820')
  expect(await startPage(window).demonstration.isVisible()).toBe(false)
  await shellPage(window).goTo('Encomendas')
  await expect.poll(async () => (await parcels.codes()).slice(0, 15)).toEqual(codes)
  expect(await parcels.headers.allInnerTexts()).toEqual(headers)
  expect(await parcels.tab('delivered').getAttribute('aria-current')).toBe('true')
  expect(await believed(window)).toEqual(truth())
  await shellPage(window).goTo('Contas')
  await accountsPage(window).account(contract.name).waitFor()
  await accountsPage(window).test.click()
  await expect.poll(() => accountsPage(window).verdict.getAttribute('data-verdict')).toBe('connected')
  const { ok, found } = await ask(window, 'store.check', {})
  expect(found).toEqual([])
  expect(ok).toBe(true)
  expect(running().complaints).toEqual([])
})

test('parcels removed from the selection bar are gone, the others stay, and Ctrl+Z brings them back', async () => {
  const { window } = running()
  const parcels = parcelsPage(window)
  await shellPage(window).goTo('Encomendas')
  await parcels.tab('all').click()
  await expect.poll(() => parcels.tabCount('all')).toBe(truth().size)
  await expect.poll(async () => (await parcels.codes()).filter(Boolean).length).toBeGreaterThan(2)
  // Rows that are still being read have no code yet.
  await expect.poll(() => parcels.codes()).not.toContain('')
  const [gone, stays] = await parcels.codes()
  await parcels.search.press('ArrowDown')
  await window.keyboard.press('Space')
  await parcels.selection.getByRole('button', { name: 'Remover' }).click()
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Remover/ })
    .click()
  await expect.poll(() => parcels.tabCount('all')).toBe(truth().size - 1)
  await expect.poll(() => parcels.codes()).not.toContain(gone)
  expect(await parcels.codes()).toContain(stays)

  await parcels.grid.locator('.ag-row').first().click()
  await window.keyboard.press('Control+z')
  await expect.poll(() => parcels.tabCount('all')).toBe(truth().size)
  await expect.poll(() => parcels.codes()).toContain(gone)
  // The note of an earlier test, before the application was started again.
  await window.keyboard.press('Control+z')
  await window.getByText('Alteração desfeita.').first().waitFor()
})

async function start(args: string[]): Promise<Despacho> {
  despacho = await launchDespacho({ dataDir, args })
  despacho.window.setDefaultTimeout(15_000)
  return despacho
}

function running(): Despacho {
  if (!despacho) throw new Error('the application is not running')
  return despacho
}

async function quit(): Promise<void> {
  expect(running().complaints).toEqual([])
  await running().close()
  despacho = undefined
}

async function control(path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
}

/** What the carriers know of every parcel of the files. */
const truth = () =>
  new Map(
    [...shop.inCsv, ...shop.inXlsx].map(({ code }) => [code, sandbox.journeys.truth(code)?.status ?? 'registered']),
  )

/** What Despacho believes of every stored parcel. */
async function believed(window: Despacho['window']) {
  const { rows } = await ask(window, 'parcels.search', { limit: 1000 })
  return new Map(rows.map(({ code, status }) => [code, status]))
}

async function readSheet(file: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text))
    rows.push(cells)
  })
  return rows
}

const secretAs = (encoding: 'utf8' | 'utf16le' | 'base64'): Buffer =>
  encoding === 'base64'
    ? Buffer.from(Buffer.from(`${contract.user}:${accessCode}`).toString('base64'))
    : Buffer.from(accessCode, encoding)

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
