import { extname } from 'node:path'
import type { Carrier } from '../../carriers/carrier.ts'
import { exportColumns, exportSets, type ExportColumn, type ExportSet } from '../../domain/export-column.ts'
import type { Locale } from '../../domain/locale.ts'
import type { ParcelQuery, ParcelSelection } from '../../domain/parcel-query.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { words, type ExportProblem } from '../../domain/words/index.ts'
import { openCsvWriter, type CsvForm } from '../../files/csv-writer.ts'
import { writeProblemOf } from '../../files/pending-file.ts'
import { maxSheetRows, type SheetWriter } from '../../files/sheet-writer.ts'
import { openXlsxWriter } from '../../files/xlsx-writer.ts'
import type { AsOf, ParcelReader } from '../../store/store.ts'
import type { FileGate } from '../file-gate.ts'
import type { DeliveryExperience } from './delivery-experience.ts'
import { exportForm, type ExportForm } from './export-rows.ts'

/** What the export of lists needs of the rest. */
export type ExportsParts = {
  readonly store: { readonly read: { readonly parcels: Pick<ParcelReader, 'select' | 'countSelection'> } }
  readonly carriers: readonly Carrier[]
  readonly gate: FileGate
  readonly asOf: () => AsOf
  readonly foresee: DeliveryExperience['foresee']
  /** Zone whose clock the instants are written in. */
  readonly zone: string
  readonly locale: () => Locale | Promise<Locale>
}

export type ExportRequest = {
  readonly query?: ParcelQuery | undefined
  /** Narrows to a selection; then `query` gives only the order. */
  readonly selection?: ParcelSelection | undefined
  readonly columns?: readonly ExportColumn[] | undefined
  /** Columns for a purpose, instead of `columns`. */
  readonly set?: ExportSet | undefined
  readonly locale?: Locale | undefined
  readonly file: string
}

export type ExportTask = {
  readonly signal: AbortSignal
  readonly report: (progress: { readonly done: number; readonly total: number | null }) => void
}

/** Writing lists of parcels to files. */
export type Exports = {
  run(
    request: ExportRequest,
    task: ExportTask,
  ): Promise<Result<{ readonly rows: number; readonly file: string }, Problem<ExportProblem | 'cancelled'>>>
}

type Page = Awaited<ReturnType<ParcelReader['select']>>

/** The next page is read in the store's thread while this one is written. */
const pageSize = 1000

/** Rows between two looks at other work: some milliseconds. */
const rowsAtOnce = 100

const csvForms: Readonly<Record<Locale, CsvForm>> = {
  'pt-BR': { decimalComma: true, dayFirst: '/' },
  pl: { decimalComma: true, dayFirst: '.' },
  en: { decimalComma: false, dayFirst: null },
}

/** Makes the service. */
export function createExports(parts: ExportsParts): Exports {
  const { store, carriers, gate, asOf, foresee, zone } = parts
  return {
    async run({ query, selection, columns, set, locale: asked, file }, { signal, report }) {
      const path = gate.resolve(file)
      const type = path === null ? '' : extname(path).toLowerCase()
      if (path === null || (type !== '.xlsx' && type !== '.csv'))
        return fail(problem('file-type', `not a file to write: ${type}`))
      const locale = asked ?? (await parts.locale())
      const chosen = selection ?? { kind: 'query' as const, query: query ?? {} }
      const order = query?.sort ?? (chosen.kind === 'query' ? chosen.query.sort : undefined)
      const at = asOf()
      const total = await store.read.parcels.countSelection(chosen, at)
      if (type === '.xlsx' && total > maxSheetRows) return tooManyRows(total)

      const chosenColumns = set ? exportSets[set] : (columns ?? exportColumns)
      const form = exportForm(chosenColumns, locale, zone, carriers)
      const writer =
        type === '.xlsx'
          ? openXlsxWriter(path, { sheet: words[locale].file.parcels, columns: form.columns })
          : openCsvWriter(path, form.columns, csvForms[locale])
      let rows = 0
      const pageAfter = (after: string | null): Promise<Page> =>
        store.read.parcels.select(chosen, order, { after: after ?? undefined, limit: pageSize }, at)
      let reading: Promise<Page> | null = pageAfter(null)
      try {
        while (reading) {
          const page: Page = await reading
          const more = page.next !== null && (type === '.csv' || rows + page.rows.length <= maxSheetRows)
          reading = more ? pageAfter(page.next) : null
          reading?.catch(() => undefined)
          for (let from = 0; from < page.rows.length; from += rowsAtOnce) {
            if (signal.aborted) return await cancelled(writer)
            write(writer, form, await foresee(page.rows.slice(from, from + rowsAtOnce)))
            await writer.drained()
          }
          rows += page.rows.length
          report({ done: rows, total: Math.max(rows, total) })
        }
        if (type === '.xlsx' && rows > maxSheetRows) {
          await writer.discard()
          return tooManyRows(rows)
        }
        if (signal.aborted) return await cancelled(writer)
        await writer.finish()
        return ok({ rows, file: gate.issue(path) })
      } catch (error) {
        await writer.discard()
        const code = writeProblemOf(error)
        if (code === null) throw error
        return fail(problem(code, String(error), { retryable: true }))
      }
    },
  }
}

function write(writer: SheetWriter, form: ExportForm, parcels: readonly Parameters<ExportForm['values']>[0][]): void {
  for (const parcel of parcels) writer.row(form.values(parcel))
}

const tooManyRows = (rows: number) =>
  fail(problem('too-many-rows', `${rows} rows do not fit into a sheet`, { detail: { rows, limit: maxSheetRows } }))

async function cancelled(writer: SheetWriter) {
  await writer.discard()
  return fail(problem('cancelled', 'stopped; no file was written'))
}
