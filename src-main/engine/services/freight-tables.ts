import { basename, extname } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import type { Day } from '../../domain/day.ts'
import {
  indexFreightTable,
  priceFromTable,
  type IndexedFreightTable,
  type TableOffer,
} from '../../domain/freight-price.ts'
import { servicesOf, type DayCount, type FreightRow, type FreightTable } from '../../domain/freight-table.ts'
import type { Locale } from '../../domain/locale.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { Shipment } from '../../domain/shipment.ts'
import type { FreightTableReader, FreightTableWriter } from '../../store/store.ts'
import type { FileGate } from '../file-gate.ts'
import { exportFreightTable } from './freight-table-export.ts'
import {
  nameOfFile,
  readFreightFile,
  type FreightFile,
  type FreightFileProblem,
  type FreightFileRequest,
} from './freight-table-reading.ts'
import { progressMeter, type ImportProgress } from './import-progress.ts'

/** What freight tables need of the rest. */
export type FreightTablesParts = {
  readonly store: {
    readonly read: { readonly freightTables: FreightTableReader }
    readonly write: { readonly freightTables: FreightTableWriter }
  }
  readonly gate: FileGate
  readonly clock: Clock
  /** Language of the titles of exported files. */
  readonly locale: () => Locale | Promise<Locale>
}

export type FreightImportRequest = FreightFileRequest & {
  readonly file: string
  /** Absent: of the table that is replaced, else the file's name. */
  readonly name?: string | undefined
  readonly carrier?: string | null | undefined
  readonly kgPerM3?: number | null | undefined
  readonly dayCount?: DayCount | undefined
  /** The table whose rows these take the place of. */
  readonly replaces?: number | undefined
  /** Says what storing would do and stores nothing. */
  readonly checkOnly?: boolean | undefined
}

/** What became of a file: `table` is null when nothing was stored, since rows are refused or it was only checked. */
export type FreightImportSummary = Omit<FreightFile, 'rows'> & { readonly table: number | null; readonly name: string }

type Task<P> = { readonly signal: AbortSignal; readonly report: (progress: P) => void }

/** The shop's own freight tables: kept, read from files, written to files, asked for prices. */
export type FreightTablesService = {
  list(): Promise<FreightTable[]>
  rows(
    id: number,
    page: { readonly after?: number | undefined; readonly limit: number },
  ): Promise<Result<{ rows: FreightRow[]; next: number | null }, Problem<'table-unknown'>>>
  import(
    request: FreightImportRequest,
    task: Task<ImportProgress>,
  ): Promise<Result<FreightImportSummary, Problem<FreightFileProblem | 'name-taken' | 'table-unknown'>>>
  export(
    request: { readonly id: number; readonly file: string; readonly locale?: Locale | undefined },
    task: Task<{ readonly done: number; readonly total: number }>,
  ): Promise<
    Result<
      { readonly rows: number; readonly file: string },
      Problem<'table-unknown' | 'file-type' | 'file-locked' | 'disk-full' | 'cancelled'>
    >
  >
  remove(id: number): Promise<Result<Record<string, never>, Problem<'table-unknown'>>>
  /** What the services of all tables cost; empty where none has a price. */
  prices(shipment: Shipment, day?: Day): Promise<TableOffer[]>
  /** All tables ready to be asked, for whoever asks for many shipments. Kept until a table changes. */
  indexed(): Promise<readonly IndexedFreightTable[]>
}

/** Rows that come from the store's thread at once. */
const pageSize = 5000

/** Makes the service. */
export function createFreightTables({ store, gate, clock, locale }: FreightTablesParts): FreightTablesService {
  const { read, write } = { read: store.read.freightTables, write: store.write.freightTables }
  const index = keptIndex(read)
  const unknown = (id: number) => fail(problem('table-unknown', `no freight table ${id}`))

  return {
    list: () => read.list(),
    indexed: index.get,
    prices: async (shipment, day) => priceFromTable(await index.get(), shipment, day),

    async rows(id, { after = 0, limit }) {
      if (!(await read.get(id))) return unknown(id)
      const rows = await read.rows(id, { after, limit: limit + 1 })
      const page = rows.slice(0, limit)
      return ok({ rows: page, next: rows.length > limit ? (page.at(-1)?.line ?? null) : null })
    },

    async import(request, { signal, report }) {
      const path = gate.resolve(request.file)
      if (path === null) return fail(problem('file-gone', 'no such file reference'))
      const { replaces = null } = request
      const before = replaces === null ? null : await read.get(replaces)
      if (replaces !== null && !before) return unknown(replaces)
      const name = request.name ?? before?.name ?? nameOfFile(path)
      const meter = progressMeter(basename(path), 'reading', clock, report)
      const task = { signal, meter, locale: await locale() }
      const done = await readFreightFile(path, { ...request, service: request.service ?? name }, task)
      if (!done.ok) return done
      const { rows, ...summary } = done.value
      meter.end(summary.read, summary.refused)
      if (rows.length === 0 || request.checkOnly) return ok({ ...summary, table: null, name })
      const table = await write.save(
        {
          name,
          carrier: request.carrier === undefined ? (before?.carrier ?? null) : request.carrier,
          kgPerM3: request.kgPerM3 === undefined ? (before?.kgPerM3 ?? null) : request.kgPerM3,
          dayCount: request.dayCount ?? before?.dayCount ?? 'business',
          file: basename(path),
          services: servicesOf(rows),
        },
        rows,
        replaces,
        clock.now(),
      )
      index.forget()
      if (table === 'table-unknown') return unknown(replaces ?? 0)
      if (table === 'name-taken') return fail(problem(table, `there is a freight table ${name}`))
      return ok({ ...summary, table, name })
    },

    async export({ id, file, locale: asked }, task) {
      const path = gate.resolve(file)
      if (path === null || extname(path).toLowerCase() !== '.xlsx')
        return fail(problem('file-type', 'not a workbook to write'))
      const table = await read.get(id)
      if (!table) return unknown(id)
      const done = await exportFreightTable(path, pagesOf(read, id), table.rows, asked ?? (await locale()), task)
      return done.ok ? ok({ ...done.value, file: gate.issue(path) }) : done
    },

    async remove(id) {
      const isRemoved = await write.remove(id)
      index.forget()
      return isRemoved ? ok({}) : unknown(id)
    },
  }
}

async function* pagesOf(read: FreightTableReader, id: number): AsyncGenerator<FreightRow[], void, undefined> {
  for (let after = 0; ;) {
    const rows = await read.rows(id, { after, limit: pageSize })
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.line
  }
}

/** The tables in memory, read when they are first asked for and again after a change. */
function keptIndex(read: FreightTableReader) {
  let changes = 0
  let kept: { readonly of: number; readonly tables: Promise<IndexedFreightTable[]> } | null = null

  /** Again where a table changed while it was read, so that never half of each is answered. */
  const load = async (): Promise<IndexedFreightTable[]> => {
    for (;;) {
      const before = changes
      const tables: IndexedFreightTable[] = []
      for (const table of await read.list()) {
        const rows: FreightRow[] = []
        for await (const page of pagesOf(read, table.id)) for (const row of page) rows.push(row)
        tables.push(indexFreightTable(table, rows))
      }
      if (before === changes) return tables
    }
  }
  return {
    get(): Promise<readonly IndexedFreightTable[]> {
      if (kept?.of !== changes) {
        const tables = load()
        tables.catch(() => (kept = null))
        kept = { of: changes, tables }
      }
      return kept.tables
    },
    forget(): void {
      changes++
    },
  }
}
