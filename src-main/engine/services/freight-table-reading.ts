import { basename, extname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { cellText, columnLetter, type Cell, type TableRow } from '../../domain/cell.ts'
import { dateOrderOf } from '../../domain/date-text.ts'
import { settleBands, type WrittenFreightRow } from '../../domain/settle-bands.ts'
import {
  freightColumns,
  neededFreightFields,
  type FreightColumns,
  type FreightField,
} from '../../domain/freight-column.ts'
import { findGaps, type FreightGap } from '../../domain/freight-gaps.ts'
import { findOverlaps } from '../../domain/freight-overlaps.ts'
import { createFreightRowCheck, weightUnitOf, type FreightFault } from '../../domain/freight-row-check.ts'
import { maxFreightRows, type FreightRow } from '../../domain/freight-table.ts'
import type { FileProblem, ReadOptions } from '../../domain/import-field.ts'
import type { Locale } from '../../domain/locale.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import { words } from '../../domain/words/index.ts'
import { FileFailure } from '../../files/file-failure.ts'
import { openTable } from '../../files/open-file.ts'
import type { ProgressMeter } from './import-progress.ts'

/** Why a file is no freight table. */
export type FreightFileProblem =
  | FileProblem
  /** `detail.missing`: titles that no column has. */
  | 'freight-columns'
  | 'freight-weight-unit'
  /** `detail.limit`. */
  | 'freight-too-long'
  | 'cancelled'

export type FreightFileRequest = {
  /** Of rows that name no service; absent: the file's name. */
  readonly service?: string | undefined
  /** Of weights that name no unit; absent: as titles or numbers tell. */
  readonly weightUnit?: 'g' | 'kg' | undefined
  readonly options?: ReadOptions | undefined
}

/** A file that was read to its end. With faults there are no rows to be kept. */
export type FreightFile = {
  /** Rows with anything in them below the titles. */
  readonly read: number
  readonly rows: readonly FreightRow[]
  readonly refused: number
  /** The first few hundred. */
  readonly faults: readonly FreightFault[]
  /** The first few hundred. */
  readonly gaps: readonly FreightGap[]
  readonly gapCount: number
}

/** So many faults and gaps are listed; all gaps and all rows that can't be read are counted. */
const listedAtMost = 500
/** Carriers put their name and conditions above the titles. */
const titlesWithin = 20
/** Rows between two looks at other work: some milliseconds. */
const rowsAtOnce = 2000

type Outcome<T> = Result<T, Problem<FreightFileProblem>>
type Task = {
  readonly signal: AbortSignal
  readonly meter: ProgressMeter
  /** Language in which a problem names columns. */
  readonly locale: Locale
}

/** Reads a file as a freight table and checks each row, then all of them against each other. */
export async function readFreightFile(
  path: string,
  request: FreightFileRequest,
  task: Task,
): Promise<Outcome<FreightFile>> {
  const opened = await openTable(path, { ...request.options })
  if (!opened.ok) return opened
  const rows: TableRow[] = []
  try {
    for await (const batch of opened.value.rows()) {
      if (task.signal.aborted) return cancelled()
      for (const row of batch) rows.push(row)
      if (rows.length > maxFreightRows + titlesWithin) return tooLong()
      task.meter.at(rows.length, 0, opened.value.progress())
    }
  } catch (error) {
    if (error instanceof FileFailure) return fail(error.problem)
    throw error
  }
  const below = titlesOf(rows, task.locale)
  if (!below.ok) return below
  const { columns, data } = below.value
  if (data.length === 0) return fail(problem('file-no-rows', 'titles and nothing below them'))
  if (data.length > maxFreightRows) return tooLong()
  const emptied = [...columns.at.values()].find((index) => opened.value.columnsWithoutResults.has(index))
  if (emptied !== undefined) return fail(problem('file-formulas-without-values', `column ${columnLetter(emptied)}`))
  const weightUnit = request.weightUnit ?? columns.weightUnit ?? weightUnitOf(cellsOf(data, columns, weightFields))
  if (weightUnit === null) return fail(problem('freight-weight-unit', 'neither titles nor numbers tell the unit'))
  const check = createFreightRowCheck({
    columns,
    weightUnit,
    dateOrder: dateOrderOf([...cellsOf(data, columns, dayFields)].map(cellText)),
    date1904: opened.value.date1904,
    service: request.service ?? nameOfFile(path),
  })
  return checkAll(data, check, task)
}

/** What a table is called when nobody says it: its file's name without the ending. */
export const nameOfFile = (path: string): string => basename(path, extname(path)).trim().slice(0, 80) || '1'

const weightFields = ['fromWeight', 'toWeight'] as const
const dayFields = ['validFrom', 'validTo'] as const

function* cellsOf(
  rows: readonly TableRow[],
  { at }: FreightColumns,
  fields: readonly FreightField[],
): Generator<Cell, void, undefined> {
  for (const field of fields) {
    const index = at.get(field)
    if (index !== undefined) for (const { cells } of rows) yield cells[index] ?? ''
  }
}

/** The first row in which every needed column is named, and what stands below it. */
function titlesOf(
  rows: readonly TableRow[],
  locale: Locale,
): Outcome<{ columns: FreightColumns; data: readonly TableRow[] }> {
  let fewest: readonly FreightField[] = neededFreightFields
  for (const [i, row] of rows.slice(0, titlesWithin).entries()) {
    const columns = freightColumns(row.cells.map((cell) => cellText(cell)))
    const missing = neededFreightFields.filter((field) => !columns.at.has(field))
    if (missing.length === 0) return ok({ columns, data: rows.slice(i + 1) })
    if (missing.length < fewest.length) fewest = missing
  }
  const missing = fewest.map((field) => words[locale].freight.column[field]).join(', ')
  return fail(problem('freight-columns', `no titles of a freight table: ${fewest.join()}`, { detail: { missing } }))
}

async function checkAll(
  data: readonly TableRow[],
  check: ReturnType<typeof createFreightRowCheck>,
  { signal, meter }: Task,
): Promise<Outcome<FreightFile>> {
  const written: WrittenFreightRow[] = []
  const faults: FreightFault[] = []
  let refused = 0
  for (let from = 0; from < data.length; from += rowsAtOnce) {
    for (const row of data.slice(from, from + rowsAtOnce)) {
      const checked = check(row)
      if (checked.ok) written.push(checked.row)
      else {
        refused++
        if (faults.length < listedAtMost) faults.push(...checked.faults)
      }
    }
    await setImmediate()
    if (signal.aborted) return cancelled()
    const done = Math.min(from + rowsAtOnce, data.length)
    meter.at(done, refused, done / data.length)
  }
  const rows = settleBands(written)
  await setImmediate()
  const services = new Map<string, FreightRow[]>()
  for (const row of rows) {
    const own = services.get(row.service)
    if (own) own.push(row)
    else services.set(row.service, [row])
  }
  const gaps: FreightGap[] = []
  for (const [service, own] of services) {
    const overlaps = findOverlaps(own, listedAtMost)
    await setImmediate()
    refused += overlaps.length
    if (faults.length < listedAtMost) faults.push(...overlaps.map(({ row, other }) => overlapFault(row, other)))
    if (refused === 0) for (const gap of findGaps(service, own)) gaps.push(gap)
    await setImmediate()
    if (signal.aborted) return cancelled()
  }
  return ok({
    read: data.length,
    rows: refused === 0 ? rows : [],
    refused,
    faults: faults.sort((a, b) => a.line - b.line).slice(0, listedAtMost),
    gaps: refused === 0 ? gaps.slice(0, listedAtMost) : [],
    gapCount: refused === 0 ? gaps.length : 0,
  })
}

const overlapFault = (row: FreightRow, other: FreightRow): FreightFault => {
  const [later, earlier] = row.line > other.line ? [row, other] : [other, row]
  return {
    line: later.line,
    column: null,
    field: null,
    value: `${later.fromCep}-${later.toCep}`,
    reason: 'overlap',
    detail: { line: earlier.line },
  }
}

const cancelled = () => fail(problem('cancelled', 'stopped; nothing was stored'))

const tooLong = () =>
  fail(problem('freight-too-long', `more than ${maxFreightRows} rows`, { detail: { limit: maxFreightRows } }))
