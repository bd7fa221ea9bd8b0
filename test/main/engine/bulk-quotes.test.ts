import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCarrierHttp } from '../../../src-main/carriers/kit/create-carrier-http.ts'
import { carriers } from '../../../src-main/carriers/registry.ts'
import type { QuoteJob } from '../../../src-main/domain/quote-job.ts'
import { secretKey } from '../../../src-main/engine/account-secrets.ts'
import { createCarrierLines } from '../../../src-main/engine/carrier-lines.ts'
import { filePaths } from '../../../src-main/engine/file-paths.ts'
import { createQuoteDesk } from '../../../src-main/engine/quote-desk.ts'
import { createQuoteJobRunner } from '../../../src-main/engine/quote-job-runner.ts'
import { createFreightTables } from '../../../src-main/engine/services/freight-tables.ts'
import { createRateRules } from '../../../src-main/engine/services/rate-rules.ts'
import { createBulkQuotes } from '../../../src-main/engine/services/bulk-quotes.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import { createSandbox, type Sandbox } from '../../../src-main/sandbox/sandbox.ts'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import { ask, composeForTest, correiosSandbox, folderForTest, get, sandboxAccount } from '../../support/composition.ts'
import { writeShipments } from '../../support/made-shipments.ts'
import { countRequestsUnderWay } from '../../support/requests-under-way.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { cleanUpStores, openTemporary, temporaryFolder } from '../store/temporary-store.ts'
import { sourceFlags } from '../../../scripts/set-up/source-flags.mjs'

cleanUpStores()

const fields = { ...sandboxAccount.fields, originPostalCode: '01310100' }
const allowed = 20

/** How often the carrier was asked each question for a price. */
function timesAsked(sandbox: Sandbox, path: string): readonly number[] {
  const times = new Map<string, number>()
  for (const entry of sandbox.ledger.since(0, 'correios'))
    if (entry.path.startsWith(path) && entry.status === 200)
      for (const question of entry.questions ?? []) times.set(question, (times.get(question) ?? 0) + 1)
  return [...times.values()]
}

describe('shipments by the thousand', () => {
  it(
    '10,000 of them at 20 requests a second: none over it, none lost, no question twice',
    { timeout: 300_000 },
    async () => {
      const underWay = countRequestsUnderWay()
      const start = Date.parse('2026-11-27T09:00:00-03:00')
      const clock = createVirtualClock(start, () => underWay() > 0)
      const sandbox = createSandbox({ clock, seed: 'bulk' })
      sandbox.settings('correios')?.change({ quotes: { requestsPerSecond: allowed } })
      const sandboxUrl = await sandbox.start()
      onTestFinished(() => sandbox.stop())
      const store = await openTemporary()
      const { secrets, ...account } = sandboxAccount
      const id = await store.write.accounts.save({ ...account, fields, secretsEnteredAt: start }, start)
      const vault = createMemoryVault()
      await vault.set(secretKey(Number(id), 'accessCode'), secrets.accessCode)
      const lines = createCarrierLines({
        isOff: () => false,
        accounts: store.read.accounts,
        vault,
        clock,
        wallClock: clock,
        random: () => 0.5,
        sandboxUrl,
        connect: createCarrierHttp,
        log: silentLog,
        healthChanged: () => undefined,
      })
      onTestFinished(() => lines.close())
      const file = join(temporaryFolder(), 'envios.csv')
      writeShipments(file, 10_000)
      const bulk = createBulkQuotes({
        store,
        carriers,
        lines,
        run: createQuoteJobRunner({
          store,
          desk: createQuoteDesk(store, clock),
          clock,
          rules: createRateRules(store),
          tables: createFreightTables({ store, gate: filePaths('/'), clock, locale: () => 'pt-BR' }),
        }),
        gate: filePaths('/'),
        clock,
        asOf: () => ({ now: clock.now(), today: '2026-11-27' }),
        locale: async () => 'pt-BR',
        asTask: () => Promise.resolve(),
        log: silentLog,
      })
      const done = await bulk.run(
        {
          source: { kind: 'file', file },
          box: { lengthMm: 160, widthMm: 110, heightMm: 20 },
          receipt: false,
          ownHands: false,
        },
        { signal: new AbortController().signal, report: () => undefined },
      )
      expect(done).toMatchObject({
        ok: true,
        value: { state: 'done', total: 10_000, done: 10_000, bad: 0, problem: null },
      })
      const counters = sandbox.ledger.counters('correios')
      expect(counters.byStatus['429'] ?? 0).toBe(0)
      expect(counters.maxPerSecond).toBeLessThanOrEqual(allowed)
      const asked = timesAsked(sandbox, '/preco/')
      expect(asked.length).toBeGreaterThanOrEqual(20_000)
      expect(asked.filter((times) => times > 1)).toEqual([])
    },
  )

  it(
    'killed in the middle it goes on where it was; what was answered is not asked again',
    { timeout: 120_000 },
    async () => {
      const { sandbox, url } = await correiosSandbox(2)
      sandbox.settings('correios')?.change({ quotes: { requestsPerSecond: allowed } })
      const dataDir = folderForTest()
      const file = join(dataDir, 'envios.csv')
      const rows = 500
      writeShipments(file, rows)
      const killedAt = await quoteUntil(dataDir, url, file, (said) => /"done":[1-9]/.test(said))
      expect(killedAt).toBeNull()
      const asked = timesAsked(sandbox, '/preco/').length
      expect(asked).toBeGreaterThan(0)

      const ended = await quoteUntil(dataDir, url, file, () => false)
      expect(ended).toMatchObject({ state: 'done', total: rows, done: rows, bad: 0 })
      const times = timesAsked(sandbox, '/preco/')
      // Only what was on its way when the process was killed may have been asked a second time.
      expect(times.filter((count) => count > 2)).toEqual([])
      expect(times.filter((count) => count > 1).length).toBeLessThanOrEqual(800)
      expect(sandbox.ledger.counters('correios').maxPerSecond).toBeLessThanOrEqual(allowed)
    },
  )

  it('has each row with its cheapest and fastest; what can’t be quoted says why', { timeout: 60_000 }, async () => {
    const { url } = await correiosSandbox(2)
    const despacho = await composeForTest({ sandboxUrl: url })
    await get(despacho, 'accounts.save', { ...sandboxAccount, fields })
    const file = join(despacho.dataDir, 'envios.csv')
    writeFileSync(
      file,
      ['Pedido;CEP;Peso (kg)', '1;20040-020;0,8', '2;;0,8', '3;20040-020;pesado', '4;20040-020;0,8'].join('\n'),
    )
    const job = await get(despacho, 'quotes.bulk', { source: { kind: 'file', file } })
    expect(job).toMatchObject({ name: 'envios.csv', state: 'done', total: 4, done: 2, bad: 2 })
    const { rows } = await get(despacho, 'quotes.rows', { job: job.id })
    expect(rows.map(({ reference, state, fault }) => [reference, state, fault])).toEqual([
      ['1', 'done', null],
      ['2', 'bad', 'postal-code-missing'],
      ['3', 'bad', 'weight-format'],
      ['4', 'done', null],
    ])
    const [first, , , last] = rows
    const total = (code: string | null | undefined) =>
      first?.result?.offers.find(({ service }) => service.code === code)?.price?.value.total ?? 0
    expect(total(first?.result?.cheapest)).toBeGreaterThan(0)
    expect(total(first?.result?.cheapest)).toBeLessThan(total(first?.result?.fastest))
    expect(last?.result?.cheapest).toBe(first?.result?.cheapest)
  })

  it(
    'goes away as a workbook: cheapest, fastest, chosen with its rule, and what was used costs more',
    { timeout: 60_000 },
    async () => {
      const { url } = await correiosSandbox(2)
      const despacho = await composeForTest({ sandboxUrl: url })
      await get(despacho, 'accounts.save', { ...sandboxAccount, fields })
      await get(despacho, 'rateRules.save', {
        rules: [{ name: null, on: true, when: { states: ['RJ'] }, action: { kind: 'service', service: '03298' } }],
      })
      const file = join(despacho.dataDir, 'envios.csv')
      writeFileSync(file, ['Pedido;CEP;Peso (kg);Serviço', '1;20040-020;2,5;SEDEX', '2;;0,8;PAC'].join('\n'))
      const job = await get(despacho, 'quotes.bulk', { source: { kind: 'file', file } })
      const target = join(despacho.dataDir, 'cotações.xlsx')
      expect(await get(despacho, 'quotes.exportJob', { job: job.id, file: target })).toMatchObject({ rows: 2 })
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.readFile(target)
      const sheet = workbook.worksheets[0]
      const titles = (sheet?.getRow(1).values ?? []) as string[]
      const cell = (row: number, title: string) => sheet?.getRow(row).getCell(titles.indexOf(title)).value
      expect(cell(2, 'Escolhido pelas regras')).toBe('PAC CONTRATO AG')
      expect(cell(2, 'Regra')).toBe('regra 1: UF RJ')
      expect(Number(cell(2, 'Usado menos escolhido'))).toBeGreaterThan(0)
      expect(cell(2, 'CEP de destino')).toBe('20040020')
      expect(cell(3, 'Por que não foi cotado')).toBe('Falta o CEP de destino.')
    },
  )

  it(
    'a carrier whose access is refused stops the job with the reason, and it goes on once that is mended',
    { timeout: 60_000 },
    async () => {
      const { sandbox, url } = await correiosSandbox(2)
      const despacho = await composeForTest({ sandboxUrl: url })
      const { id } = await get(despacho, 'accounts.save', {
        ...sandboxAccount,
        fields,
        secrets: { accessCode: 'errado' },
      })
      const file = join(despacho.dataDir, 'envios.csv')
      writeShipments(file, 20)
      const stopped = await get(despacho, 'quotes.bulk', { source: { kind: 'file', file } })
      expect(stopped).toMatchObject({ state: 'stopped', done: 0, problem: 'carrier.credentials' })
      await get(despacho, 'accounts.save', { ...sandboxAccount, id, fields })
      expect(await get(despacho, 'quotes.resume', { job: stopped.id })).toMatchObject({ state: 'done', done: 20 })
      expect(await ask(despacho, 'quotes.resume', { job: 99 })).toMatchObject({ error: { code: 'quote-job-unknown' } })
      await get(despacho, 'quotes.removeJob', { job: stopped.id })
      expect(await get(despacho, 'quotes.jobs', {})).toEqual([])
      expect(sandbox.ledger.counters('correios').requests).toBeGreaterThan(0)
    },
  )
})

/** Runs a process that quotes; answers the job it ended with, or null when it was killed at what it said. */
async function quoteUntil(
  dataDir: string,
  url: string,
  file: string,
  isTime: (said: string) => boolean,
): Promise<QuoteJob | null> {
  const script = fileURLToPath(new URL('./quoting-process.ts', import.meta.url))
  const child = spawn(process.execPath, [...sourceFlags, script, dataDir, url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += String(chunk)
    if (isTime(said)) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const line = said.split('\n').find((one) => one.startsWith('{"ended"'))
  return line ? (JSON.parse(line) as { ended: QuoteJob }).ended : null
}
