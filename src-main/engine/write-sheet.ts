import { problem, type Problem } from '../domain/problem.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { writeProblemOf } from '../files/pending-file.ts'
import type { SheetColumn, SheetValue } from '../files/sheet-writer.ts'
import { openXlsxWriter } from '../files/xlsx-writer.ts'

/** Rows between two looks at other work: some milliseconds. */
const rowsAtOnce = 200

/** A sheet to be written out of pages of rows. */
export type PagedSheet<Row> = {
  readonly sheet: string
  readonly columns: readonly SheetColumn[]
  readonly pages: AsyncIterable<readonly Row[]>
  readonly valuesOf: (row: Row) => readonly SheetValue[]
  readonly total: number
}

export type WriteTask = {
  readonly signal: AbortSignal
  readonly report: (progress: { readonly done: number; readonly total: number }) => void
}

/** Writes a workbook page by page, with room for other work in between; nothing stands there before its end. */
export async function writeSheet<Row>(
  path: string,
  { sheet, columns, pages, valuesOf, total }: PagedSheet<Row>,
  { signal, report }: WriteTask,
): Promise<Result<{ readonly rows: number }, Problem<'file-locked' | 'disk-full' | 'cancelled'>>> {
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
