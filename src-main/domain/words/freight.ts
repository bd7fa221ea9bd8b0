import type { FreightField } from '../freight-column.ts'
import type { FreightReason } from '../freight-row-check.ts'

/** The words of own freight tables, on screens and in files. */
export type FreightWords = {
  /** Name of the sheet. */
  readonly sheet: string
  /** Titles of the columns of an exported table; read again at import. */
  readonly column: Readonly<Record<FreightField, string>>
  /** What is wrong with a row and what to do; parameters are the fault's `detail`. */
  readonly reason: Readonly<Record<FreightReason, string>>
}
