import type { TableRow } from '../domain/cell.ts'
import type { Delimiter, TextEncoding } from '../domain/import-field.ts'

/** More columns than any list of parcels has; beyond it the file is something else. */
export const maxColumns = 256

/** Characters of one cell; a spreadsheet program holds 32,767. */
export const maxCellCharacters = 100_000

/** A file opened as a table. Reading it twice opens it twice. */
export type Table = {
  readonly format: 'text' | 'workbook'
  readonly size: number
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly encoding: TextEncoding | null
  readonly delimiter: Delimiter | null
  /** Numbers that are dates count from 1904 in this workbook. */
  readonly date1904: boolean
  /**
   * The rows in batches, as fast as they are taken; rows without anything in them are left out. Throws `FileFailure`.
   */
  rows(): AsyncGenerator<readonly TableRow[], void, undefined>
  /** How much of the file has been read, 0 to 1. */
  progress(): number
  /** Columns in which formulas without stored results have been met so far. */
  readonly columnsWithoutResults: ReadonlySet<number>
}
