import { extname } from 'node:path'
import type { Carrier } from '../../carriers/carrier.ts'
import type { AccountId } from '../../domain/account.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Locale } from '../../domain/locale.ts'
import type { ParcelSelection } from '../../domain/parcel-query.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import type { QuoteJob, QuoteJobId, QuoteRow, QuoteRowInput } from '../../domain/quote-job.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { createShipmentReader, shipmentOf, type ShipmentDefaults } from '../../domain/shipment-row.ts'
import type { FileProblem } from '../../domain/import-field.ts'
import { FileFailure } from '../../files/file-failure.ts'
import type { Logger } from '../../log/logger.ts'
import type { AsOf, QuoteJobReader, Store } from '../../store/store.ts'
import type { CarrierLines } from '../carrier-lines.ts'
import type { FileGate } from '../file-gate.ts'
import type { QuoteJobProgress, QuoteJobRunner } from '../quote-job-runner.ts'
import type { WriteTask } from '../write-sheet.ts'
import { planImport } from './import-plan.ts'
import { recogniser } from './import-reading.ts'
import { exportQuoteJob } from './quote-job-export.ts'

/** What is to be quoted. */
export type BulkQuoteInput = {
  readonly account?: AccountId | undefined
  /** A file of shipments, or parcels of the list. */
  readonly source: { readonly kind: 'file'; readonly file: string } | ParcelSelection
  readonly name?: string | undefined
  /** Box of rows that name none. */
  readonly box: Pick<ShipmentDefaults, 'lengthMm' | 'widthMm' | 'heightMm'>
  readonly from?: string | undefined
  readonly receipt: boolean
  readonly ownHands: boolean
}

type WorkProblem = 'quote-job-unknown' | 'quote-job-running' | 'sandbox-not-running' | 'cancelled'

type BulkProblem =
  | FileProblem
  | WorkProblem
  | 'no-quoting-account'
  | 'origin-missing'
  | 'too-many-shipments'
  | 'no-shipments'
  | 'columns-missing'

type Task = { readonly signal: AbortSignal; readonly report: (progress: QuoteJobProgress) => void }

/** Freight quotes by the thousand: a job survives being closed, killed and without an answer. */
export type BulkQuotes = {
  /** Keeps the job, then works at it to its end. */
  run(input: BulkQuoteInput, task: Task): Promise<Result<QuoteJob, Problem<BulkProblem>>>
  /** Goes on with a job that was stopped. */
  resume(id: QuoteJobId, task: Task): Promise<Result<QuoteJob, Problem<WorkProblem>>>
  list(): Promise<readonly QuoteJob[]>
  rows(
    id: QuoteJobId,
    after: number,
    limit: number,
  ): Promise<Result<{ job: QuoteJob; rows: readonly QuoteRow[] }, Problem<'quote-job-unknown'>>>
  export(
    input: { readonly job: QuoteJobId; readonly file: string },
    task: WriteTask,
  ): Promise<
    Result<
      { readonly rows: number; readonly file: string },
      Problem<'quote-job-unknown' | 'file-type' | 'file-locked' | 'disk-full' | 'cancelled'>
    >
  >
  remove(id: QuoteJobId): Promise<Result<Record<string, never>, Problem<'quote-job-unknown'>>>
  /** Goes on with all that a kill or the end of the application left running. */
  goOn(signal: AbortSignal): Promise<void>
  /** The application ends: work under way stays `running`, so that the next start goes on with it. */
  end(): void
}

export type BulkQuotesOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly carriers: readonly Carrier[]
  readonly lines: CarrierLines
  readonly run: QuoteJobRunner
  readonly gate: FileGate
  readonly clock: Clock
  readonly asOf: () => AsOf
  /** Language of exported files. */
  readonly locale: () => Promise<Locale>
  /** Runs work where people see and stop it. */
  readonly asTask: (signal: AbortSignal, work: (task: Task) => Promise<Result<QuoteJob, Problem>>) => Promise<unknown>
  readonly log: Pick<Logger, 'info' | 'warn'>
}

/** More than a year's parcels of a large shop in one job are a mistake. */
const most = 200_000
const pageSize = 500

/** Makes the service. */
export function createBulkQuotes(options: BulkQuotesOptions): BulkQuotes {
  const { store, carriers, lines, gate, clock } = options
  const { read, write } = { read: store.read.quoteJobs, write: store.write.quoteJobs }
  let ending = false
  const underWay = new Set<QuoteJobId>()

  const accountFor = async (id: AccountId | undefined) => {
    const accounts = await store.read.accounts.list()
    const quoting = ({ carrier }: { readonly carrier: string }) =>
      carriers.find((one) => one.id === carrier)?.capabilities.quoting
    return accounts.find((one) => (id === undefined || one.id === id) && quoting(one)) ?? null
  }

  const rowsOfFile = async (
    ref: string,
    defaults: ShipmentDefaults,
  ): Promise<Result<QuoteRowInput[], Problem<BulkProblem>>> => {
    const path = gate.resolve(ref)
    if (path === null) return fail(problem('file-gone', 'no such file reference'))
    const planned = await planImport(path, {}, recogniser(carriers), [])
    if (!planned.ok) return planned
    const { table, mapping, header } = planned.value
    const fields = mapping.columns.map(({ field }) => field)
    if (!fields.includes('postalCode') || !fields.includes('weight'))
      return fail(problem('columns-missing', 'no column of postal codes or none of weights'))
    const readRow = createShipmentReader(mapping, table.date1904, defaults)
    const rows: QuoteRowInput[] = []
    let skip = header
    try {
      for await (const batch of table.rows()) {
        for (const row of skip ? batch.slice(1) : batch) rows.push(readRow(row))
        skip = skip && batch.length === 0
        if (rows.length > most)
          return fail(problem('too-many-shipments', `more than ${most} rows`, { detail: { limit: most } }))
      }
    } catch (error) {
      if (error instanceof FileFailure) return fail(error.problem)
      throw error
    }
    return ok(rows)
  }

  const rowsOfParcels = async (selection: ParcelSelection, defaults: ShipmentDefaults) => {
    const rows: QuoteRowInput[] = []
    let after: string | undefined
    do {
      const page = await store.read.parcels.select(selection, undefined, { after, limit: pageSize }, options.asOf())
      for (const parcel of page.rows) {
        const shipment = shipmentOf(parcel, defaults)
        rows.push({
          line: rows.length + 1,
          reference: parcel.orderNumber ?? parcel.code,
          used: parcel.service,
          channel: parcel.channel,
          ...(typeof shipment === 'string' ? { shipment: null, fault: shipment } : { shipment, fault: null }),
        })
      }
      after = page.next ?? undefined
    } while (after !== undefined && rows.length <= most)
    return rows.length > most
      ? fail(problem('too-many-shipments', `more than ${most} parcels`, { detail: { limit: most } }))
      : ok(rows)
  }

  /** A job has one that works at it. */
  const work = async (id: QuoteJobId, task: Task): Promise<Result<QuoteJob, Problem<WorkProblem>>> => {
    if (underWay.has(id)) return fail(problem('quote-job-running', `job ${id} is under way`))
    underWay.add(id)
    try {
      return await workAt(id, task)
    } finally {
      underWay.delete(id)
    }
  }

  /** Works at a job until it is over, and notes how it ended. */
  const workAt = async (id: QuoteJobId, task: Task): Promise<Result<QuoteJob, Problem<WorkProblem>>> => {
    const job = await read.get(id)
    const account = job && (await store.read.accounts.get(job.account))
    const carrier = carriers.find((one) => one.id === account?.carrier)
    if (!job || !account || !carrier) return fail(problem('quote-job-unknown', `no job ${id}`))
    const line = lines.of(carrier, account)
    if (!line.ok) return fail(problem('sandbox-not-running', 'the account is the sandbox’s'))
    if (job.state !== 'running') await write.setState(id, 'running', null)
    const trouble = await options.run(job, line.value, account, task)
    // At the end of the application it stays as it is: running.
    if (task.signal.aborted && ending) return fail(problem('cancelled', 'the application ends'))
    const left = (await read.open(id, 1)).length
    await write.setState(id, left === 0 ? 'done' : 'stopped', trouble)
    if (task.signal.aborted && left > 0) return fail(problem('cancelled', 'stopped; what was answered is kept'))
    const after = await read.get(id)
    return after ? ok(after) : fail(problem('quote-job-unknown', `no job ${id}`))
  }

  return {
    async run(input, task) {
      const account = await accountFor(input.account)
      if (!account) return fail(problem('no-quoting-account', 'no account of a carrier that quotes'))
      const from = input.from ?? account.fields['originPostalCode']
      if (!from) return fail(problem('origin-missing', 'neither the question nor the account has an origin'))
      const { box, receipt, ownHands, source } = input
      const defaults: ShipmentDefaults = {
        from,
        format: 'box',
        ...box,
        receipt,
        ownHands,
        postedOn: options.asOf().today,
      }
      const rows =
        source.kind === 'file' ? await rowsOfFile(source.file, defaults) : await rowsOfParcels(source, defaults)
      if (!rows.ok) return rows
      if (rows.value.length === 0) return fail(problem('no-shipments', 'nothing to quote'))
      const name = input.name ?? (source.kind === 'file' ? nameOf(gate.resolve(source.file) ?? '') : '')
      const id = await write.begin({ name, account: account.id, now: clock.now() }, rows.value)
      return work(id, task)
    },

    resume: work,
    list: () => read.list(),

    async rows(id, after, limit) {
      const job = await read.get(id)
      return job
        ? ok({ job, rows: await read.rows(id, after, limit) })
        : fail(problem('quote-job-unknown', `no job ${id}`))
    },

    async export({ job: id, file }, task) {
      const path = gate.resolve(file)
      if (path === null || extname(path).toLowerCase() !== '.xlsx')
        return fail(problem('file-type', 'not a workbook to write'))
      const job = await read.get(id)
      if (!job) return fail(problem('quote-job-unknown', `no job ${id}`))
      const done = await exportQuoteJob(path, pagesOf(read, id), job.total, await options.locale(), task)
      return done.ok ? ok({ ...done.value, file: gate.issue(path) }) : done
    },

    async remove(id) {
      return (await write.remove(id)) ? ok({}) : fail(problem('quote-job-unknown', `no job ${id}`))
    },

    async goOn(signal) {
      for (const { id, state } of await read.list())
        if (state === 'running' && !signal.aborted) await options.asTask(signal, (task) => work(id, task))
    },

    end() {
      ending = true
    },
  }
}

async function* pagesOf(read: QuoteJobReader, id: QuoteJobId): AsyncGenerator<QuoteRow[], void, undefined> {
  for (let after = 0; ;) {
    const rows = await read.rows(id, after, pageSize)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.row
  }
}

const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
