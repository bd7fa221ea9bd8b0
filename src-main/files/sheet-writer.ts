/** How a column's cells are written. Whatever people may put a `=` into is `text` and never becomes a formula. */
export type SheetKind = 'text' | 'number' | 'day' | 'instant' | 'money'

export type SheetColumn = { readonly title: string; readonly kind: SheetKind; readonly width: number }

/**
 * A value of a sheet: days as `YYYY-MM-DD`, instants as `YYYY-MM-DDTHH:MM:SS` of the clock on the wall, money in whole
 * units of its currency. Text in any column is written as text.
 */
export type SheetValue = string | number | null

/** Writes one table to a file, row by row, in constant memory. Nothing stands under the file's name before `finish`. */
export type SheetWriter = {
  /** `marked`: columns whose cells stand out. */
  row(values: readonly SheetValue[], marked?: ReadonlySet<number>): void
  /** Resolves when there is room for more; to be awaited every few hundred rows. */
  drained(): Promise<void>
  finish(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

/** Rows that a sheet of a workbook holds, the header not counted. */
export const maxSheetRows = 1_048_575
