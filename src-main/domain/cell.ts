/** What stands in a cell: text as written, or a number where a workbook says that it is one. Dates of workbooks come as ISO text. */
export type Cell = string | number

/** A row of a file, wherever it came from. */
export type TableRow = {
  /** Line of a text file or row of a sheet, from 1; for a row of several lines its first. */
  readonly line: number
  readonly cells: readonly Cell[]
  /** True when the line can't be read as this format; then its one cell has the line as it stands. */
  readonly malformed?: true
}

/** A cell as text: numbers in full digits, without an exponent. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (Number.isInteger(cell))
    return Math.abs(cell) < 1e21 ? String(cell) : cell.toLocaleString('en', { useGrouping: false })
  return /e/i.test(String(cell)) ? cell.toFixed(20).replace(/0+$/, '') : String(cell)
}

/** Name of a column by its place, as spreadsheet programs count: A, B … Z, AA. */
export function columnLetter(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
