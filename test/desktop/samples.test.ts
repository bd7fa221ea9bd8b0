import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src-main/domain/clock.ts'
import { carrierSandboxes } from '../../src-main/sandbox/carriers.ts'
import { createSandbox, type Sandbox } from '../../src-main/sandbox/sandbox.ts'
import { ask } from '../support/bridge.ts'
import { launchDespacho, screenshot, temporaryDataDir, type Despacho } from '../support/desktop.ts'
import { pictureOfFailures } from '../support/failure-picture.ts'
import { importPage } from '../support/pages/import.ts'
import { parcelsPage } from '../support/pages/parcels.ts'
import { shellPage } from '../support/pages/shell.ts'
import { chooseInOpenDialog } from '../support/system-dialogs.ts'

/** The files in resources/samples, as a newcomer tries them: all at once, through the stepper. */
const samples = fileURLToPath(new URL('../../resources/samples', import.meta.url))
const files = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => join(samples, name))
const twentyDays = 20 * 86_400_000
const folder = temporaryDataDir()
let sandbox: Sandbox
let despacho: Despacho

pictureOfFailures(() => despacho)

beforeAll(async () => {
  sandbox = createSandbox({ clock: systemClock, seed: 'samples' })
  sandbox.clock.run(0)
  despacho = await launchDespacho({ dataDir: folder.path, args: ['--sandbox', await sandbox.start()] })
  despacho.window.setDefaultTimeout(15_000)
  const { accessCode = '', ...fields } = sandbox.sampleAccount('correios') ?? {}
  await ask(despacho.window, 'sync.pause', { paused: true })
  await ask(despacho.window, 'accounts.save', {
    carrier: 'correios',
    name: 'Correios',
    environment: 'sandbox',
    fields,
    secrets: { accessCode },
  })
})

afterAll(async () => {
  await despacho.close()
  await sandbox.stop()
  folder.remove()
})

test('all samples are taken at once; their bad rows are told one by one', async () => {
  const { app, window } = despacho
  const stepper = importPage(window)
  await chooseInOpenDialog(app, files)
  await window.keyboard.press('Control+i')
  await stepper.choose.click()
  await stepper.columns.waitFor()
  await screenshot(window, 'samples-columns')
  await stepper.checkRows.click()
  await stepper.confirm.waitFor()
  const [fresh, rejected] = [await stepper.figure('new'), await stepper.figure('rejected')]
  expect(fresh).toBeGreaterThan(100)
  expect(rejected).toBeGreaterThan(0)
  const rows = await window.getByRole('region', { name: 'Linhas recusadas com o motivo' }).locator('tbody tr').all()
  expect(rows).toHaveLength(rejected)
  for (const row of rows) {
    const [file, line, , , reason] = await row.locator('td').allInnerTexts()
    expect(readdirSync(samples)).toContain(file)
    expect(Number(line)).toBeGreaterThan(1)
    expect(reason).toMatch(/\.$/)
  }
  await screenshot(window, 'samples-check')
  await stepper.confirm.click()
  await stepper.showImported.waitFor()
  expect(await stepper.figure('stored')).toBe(fresh)
  await screenshot(window, 'samples-done')
  await stepper.showImported.click()
  await shellPage(window).heading('Encomendas').waitFor()
})

test('the parcels of the contract are followed: every status is the carrier’s truth', async () => {
  const { window } = despacho
  const { rows } = await ask(window, 'parcels.search', { limit: 1000 })
  rows.forEach(({ code, carrier }, index) => {
    const templates = carrierSandboxes.find(({ id }) => id === carrier)?.templates ?? []
    const template = templates[index % templates.length]
    if (!template) throw new Error(`${carrier} has no journeys`)
    const startAt = sandbox.clock.now() - twentyDays
    const made = sandbox.maker.make({ carrier, template: template.name, code, startAt })
    if (!made.ok) throw new Error(made.error)
    sandbox.load([made.value])
  })
  await ask(window, 'sync.pause', { paused: false })
  const contracts = { filter: { carrier: ['correios'] }, limit: 1000 }
  const believed = async () =>
    new Map((await ask(window, 'parcels.search', contracts)).rows.map(({ code, status }) => [code, status]))
  const truths = sandbox.journeys.truths({ carrier: 'correios' })
  await expect.poll(believed).toEqual(new Map(truths.map(({ code, status }) => [code, status])))
  const parcels = parcelsPage(window)
  await parcels.changes.click()
  await expect.poll(() => parcels.tabCount('all')).toBe(rows.length)
  await screenshot(window, 'samples-parcels')
  expect(despacho.complaints).toEqual([])
})
