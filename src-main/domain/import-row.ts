import { cellText, type Cell, type TableRow } from './cell.ts'
import { cellReaders, tidyText, type CellReader, type Draft, type RowContext } from './import-cell.ts'
import { checkCode, type Fault, type RecogniseCode } from './import-code.ts'
import type { ImportField, ImportMapping } from './import-field.ts'
import { readCountry } from './country-name.ts'
import type { ParcelData } from './parcel.ts'

/** What the rows of one file are checked against. */
export type RowRules = {
  readonly mapping: ImportMapping
  /** Cells that every row must have; null where rows may differ, as in sheets and in files without a header. */
  readonly width: number | null
  readonly date1904: boolean
  readonly recognise: RecogniseCode
  /** The carrier that a name in a cell means. */
  readonly carrierNamed: (name: string) => string | null
  /** Names of the carriers, for the sentence about one that is none. */
  readonly carrierNames: string
}

/** Data of a row that passed: what its file tells, nothing else. An empty cell tells nothing and leaves what is stored. */
export type RowData = Partial<ParcelData> & Pick<ParcelData, 'code' | 'carrier'>

/** A cell at fault; `index` and `field` are null when the row as a whole is. */
export type CellFault = Fault & {
  readonly index: number | null
  readonly field: ImportField | null
  readonly value: string
}

export type CheckedRow =
  { readonly ok: true; readonly data: RowData } | { readonly ok: false; readonly faults: readonly CellFault[] }

const longestCode = 60
const longestShown = 200

/** Makes the check that goes over every row of a file. All faults of a row are told at once, so that it is corrected once. */
export function createRowCheck(rules: RowRules): (row: TableRow) => CheckedRow {
  const { mapping } = rules
  const place = (field: ImportField): number => mapping.columns.find((column) => column.field === field)?.index ?? -1
  const codeAt = place('code')
  const carrierAt = place('carrier')
  const countryAt = place('country')
  const stateAt = place('state')
  const readers: { readonly index: number; readonly field: ImportField; readonly read: CellReader }[] = []
  for (const { index, field } of mapping.columns) {
    if (field !== 'code' && field !== 'carrier') readers.push({ index, field, read: cellReaders[field] })
  }

  return (row) => {
    const broken = brokenRow(row, rules.width)
    if (broken) return { ok: false, faults: [broken] }
    const { cells } = row
    const faults: CellFault[] = []
    const draft: Draft & { code: string; carrier: string } = { code: '', carrier: '' }
    const context: RowContext = {
      mapping,
      date1904: rules.date1904,
      country: countryAt < 0 ? null : readCountry(cellText(cells[countryAt])),
      state: stateAt < 0 ? null : tidyText(cells[stateAt] ?? '').toUpperCase() || null,
    }
    checkCodeAndCarrier(cells, codeAt, carrierAt, rules, draft, faults)
    for (const { index, field, read } of readers) {
      const cell = cells[index]
      if (isEmpty(cell)) continue
      const fault = read(cell, draft, context)
      if (fault) faults.push(faultOf(fault, index, field, cell))
    }
    return faults.length === 0 ? { ok: true, data: draft } : { ok: false, faults }
  }
}

function checkCodeAndCarrier(
  cells: readonly Cell[],
  codeAt: number,
  carrierAt: number,
  rules: RowRules,
  draft: { code: string; carrier: string },
  faults: CellFault[],
): void {
  const name = carrierAt < 0 ? undefined : cells[carrierAt]
  const named = isEmpty(name) ? null : rules.carrierNamed(tidyText(name))
  if (named === null && !isEmpty(name) && rules.mapping.defaultCarrier === undefined) {
    faults.push(
      faultOf({ reason: 'carrier-unknown', detail: { carriers: rules.carrierNames } }, carrierAt, 'carrier', name),
    )
  }
  const cell = cells[codeAt]
  const checked = checkCode(cell, { recognise: rules.recognise, named, defaultCarrier: rules.mapping.defaultCarrier })
  if ('reason' in checked) {
    faults.push(faultOf(checked, codeAt, 'code', cell))
  } else if (checked.code.length > longestCode) {
    faults.push(
      faultOf(
        { reason: 'cell-too-long', detail: { length: checked.code.length, limit: longestCode } },
        codeAt,
        'code',
        cell,
      ),
    )
  } else {
    draft.code = checked.code
    draft.carrier = checked.carrier
  }
}

/** A line that can't be read, or one whose cells do not stand under their titles. Empty cells too many do no harm. */
function brokenRow(row: TableRow, width: number | null): CellFault | null {
  const whole = { index: null, field: null, value: shown(cellText(row.cells[0])) }
  if (row.malformed) return { ...whole, reason: 'row-malformed' }
  if (width === null || row.cells.length === width) return null
  const surplus = row.cells.slice(width).some((cell) => !isEmpty(cell))
  if (row.cells.length > width && !surplus) return null
  return { ...whole, reason: 'row-width', detail: { cells: row.cells.length, columns: width } }
}

const isEmpty = (cell: Cell | undefined): cell is undefined | '' =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '')

const shown = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

const faultOf = (fault: Fault, index: number, field: ImportField, cell: Cell | undefined): CellFault => ({
  reason: fault.reason,
  ...(fault.detail ? { detail: fault.detail } : {}),
  index,
  field,
  value: shown(cellText(cell)),
})
