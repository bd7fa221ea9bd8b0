import { freightFields, type FreightField } from '../../domain/freight-column.ts'
import type { FreightRow } from '../../domain/freight-table.ts'
import type { Locale } from '../../domain/locale.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { words } from '../../domain/words/index.ts'
import { writeProblemOf } from '../../files/pending-file.ts'
import type { SheetKind, SheetValue } from '../../files/sheet-writer.ts'
import { openXlsxWriter } from '../../files/xlsx-writer.ts'

const kinds: Readonly<Record<FreightField, SheetKind>> = {
  service: 'text',
  fromCep: 'text',
  toCep: 'text',
  fromWeight: 'number',
  toWeight: 'number',
  price: 'money',
  days: 'number',
  perKg: 'money',
  validFrom: 'day',
  validTo: 'day',
}

/** Rows between two looks at other work: some milliseconds. */
const rowsAtOnce = 200

type Task = {
  readonly signal: AbortSignal
  readonly report: (progress: { readonly done: number; readonly total: number }) => void
}

/** Writes the rows of a table as a workbook that is read again as the same rows. */
export async function exportFreightTable(
  path: string,
  pages: AsyncIterable<readonly FreightRow[]>,
  total: number,
  locale: Locale,
  { signal, report }: Task,
): Promise<Result<{ readonly rows: number }, Problem<'file-locked' | 'disk-full' | 'cancelled'>>> {
  const { sheet, column } = words[locale].freight
  const columns = freightFields.map((field) => ({ title: column[field], kind: kinds[field], width: 18 }))
  const writer = openXlsxWriter(path, { sheet, columns })
  let done = 0
  try {
    for await (const rows of pages) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        if (signal.aborted) {
          await writer.discard()
          return fail(problem('cancelled', 'stopped; no file was written'))
        }
        for (const row of rows.slice(from, from + rowsAtOnce)) writer.row(valuesOf(row))
        await writer.drained()
      }
      done += rows.length
      report({ done, total })
    }
    await writer.finish()
    return ok({ rows: done })
  } catch (error) {
    await writer.discard()
    const code = writeProblemOf(error)
    if (code === null) throw error
    return fail(problem(code, String(error), { retryable: true }))
  }
}

const valuesOf = (row: FreightRow): SheetValue[] => [
  row.service,
  row.fromCep,
  row.toCep,
  row.fromG,
  row.toG,
  row.price / 100,
  row.days,
  row.perKg === null ? null : row.perKg / 100,
  row.validFrom,
  row.validTo,
]
