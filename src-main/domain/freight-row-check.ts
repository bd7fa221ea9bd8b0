import { z } from 'zod'
import { cellText, columnLetter, type Cell, type TableRow } from './cell.ts'
import { readDay, type DateOrder } from './date-text.ts'
import { readDecimal, scaled } from './decimal-number.ts'
import type { WrittenFreightRow } from './settle-bands.ts'
import { freightFields, type FreightColumns, type FreightField } from './freight-column.ts'
import { tidyText } from './import-cell.ts'
import { readWeight } from './measure.ts'
import { readMoney } from './money-text.ts'
import { readPostalCode } from './postal-code.ts'

/** Why a row of a freight table, and with it the table, was not taken. */
export const freightReasons = [
  'missing',
  'cep',
  'weight',
  'price',
  'days',
  'day',
  /** The end comes before the beginning. */
  'cep-order',
  'weight-order',
  'day-order',
  'too-long',
  /** A quote is opened and not closed, or the line can't be read as this format. */
  'malformed',
  /** Place, weight and day are those of the row in `detail.line` as well. */
  'overlap',
] as const
export type FreightReason = (typeof freightReasons)[number]

/** A row that can't be taken, and the cell that is to blame. */
export const FreightFault = z.strictObject({
  /** Line of a text file or row of a sheet, from 1. */
  line: z.int().min(1),
  /** Title of the column, or its letter where it has none; null when the row as a whole is meant. */
  column: z.string().nullable(),
  field: z.enum(freightFields).nullable(),
  value: z.string(),
  reason: z.enum(freightReasons),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type FreightFault = z.output<typeof FreightFault>

/** What the cells of a file depend on beside their titles. */
export type FreightForm = {
  readonly columns: FreightColumns
  readonly weightUnit: 'g' | 'kg'
  readonly dateOrder: DateOrder
  readonly date1904: boolean
  /** Of rows that name none. */
  readonly service: string
}

export type CheckedFreightRow =
  | { readonly ok: true; readonly row: WrittenFreightRow }
  | { readonly ok: false; readonly faults: readonly FreightFault[] }

/** Makes the check of a file's rows. */
export function createFreightRowCheck(form: FreightForm): (row: TableRow) => CheckedFreightRow {
  const { columns, weightUnit, dateOrder, date1904 } = form
  return (row) => {
    const faults: FreightFault[] = []
    const cellOf = (field: FreightField): Cell => row.cells[columns.at.get(field) ?? -1] ?? ''
    const blame = (field: FreightField | null, reason: FreightReason): void => {
      const index = field === null ? undefined : columns.at.get(field)
      const column = index === undefined ? null : columns.titles[index]?.trim() || columnLetter(index)
      const value = cellText(field === null ? row.cells[0] : cellOf(field)).slice(0, 200)
      faults.push({ line: row.line, column, field, value, reason })
    }
    if (row.malformed) {
      blame(null, 'malformed')
      return { ok: false, faults }
    }
    const isGiven = (field: FreightField): boolean => tidyText(cellOf(field)) !== ''
    function read<T>(field: FreightField, reason: FreightReason, reader: (cell: Cell) => T | null): T | null {
      const value = isGiven(field) ? reader(cellOf(field)) : null
      if (value === null) blame(field, isGiven(field) ? reason : 'missing')
      return value
    }
    const weight = (cell: Cell): number | null => readWeight(cell, weightUnit)
    const day = (cell: Cell): string | null => readDay(cell, dateOrder, date1904)

    const service = isGiven('service') ? read('service', 'too-long', readService) : form.service
    const fromCep = read('fromCep', 'cep', (cell) => readCep(cell, '000'))
    const toCep = read('toCep', 'cep', (cell) => readCep(cell, '999'))
    const fromG = columns.at.has('fromWeight')
      ? isGiven('fromWeight')
        ? read('fromWeight', 'weight', weight)
        : 0
      : null
    const toG = isGiven('toWeight') ? read('toWeight', 'weight', weight) : null
    const price = read('price', 'price', (cell) => readPrice(cell, 1))
    const days = read('days', 'days', readDays)
    const perKg = isGiven('perKg') ? read('perKg', 'price', (cell) => readPrice(cell, 0)) : null
    const validFrom = isGiven('validFrom') ? read('validFrom', 'day', day) : null
    const validTo = isGiven('validTo') ? read('validTo', 'day', day) : null
    if (fromCep !== null && toCep !== null && fromCep > toCep) blame('toCep', 'cep-order')
    if (toG !== null && (toG < 1 || (fromG ?? 0) > toG)) blame('toWeight', 'weight-order')
    if (validFrom !== null && validTo !== null && validFrom > validTo) blame('validTo', 'day-order')
    if (faults.length > 0 || service === null || fromCep === null || toCep === null || price === null || days === null)
      return { ok: false, faults }
    return {
      ok: true,
      row: { line: row.line, service, fromCep, toCep, fromG, toG, price, days, perKg, validFrom, validTo },
    }
  }
}

const readService = (cell: Cell): string | null => {
  const service = tidyText(cell)
  return service.length <= 80 ? service : null
}

/** A CEP, or its first five digits: the range then begins or ends where those of its district do. */
function readCep(cell: Cell, rest: '000' | '999'): string | null {
  const text = tidyText(cell)
  return /^\d{5}$/.test(text) ? text + rest : readPostalCode(text, 'BR', null)
}

/** Centavos of at least `least`: nothing costs nothing, a table that says so has a hole. */
function readPrice(cell: Cell, least: number): number | null {
  const money = readMoney(typeof cell === 'number' ? cell : tidyText(cell), 'BRL')
  return money && money.currency === 'BRL' && money.amount >= least ? money.amount : null
}

/** `5`, `5 dias úteis`, `5 dni`, `5.0`. */
function readDays(cell: Cell): number | null {
  const text = typeof cell === 'number' ? cell : tidyText(cell).replace(/\s*(d|dias?|dni|dzie[nń]|days?|du)\b.*$/i, '')
  const decimal = readDecimal(text, 'fraction')
  if (decimal === null || decimal.negative || /[1-9]/.test(decimal.fraction)) return null
  const days = scaled(decimal, 0)
  return days !== null && days <= 365 ? days : null
}

/**
 * The unit of weights whose titles name none, as the cells tell: fractions and small numbers are kilograms, numbers beyond a thousand
 * grams. Null where they do not tell for certain.
 */
export function weightUnitOf(cells: Iterable<Cell>): 'g' | 'kg' | null {
  let fractions = false
  let largest = 0
  let isOpen = false
  for (const cell of cells) {
    const text = cellText(cell).trim()
    if (text === '' || /[a-z]/i.test(text)) continue
    if (typeof cell === 'string' && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) isOpen = true
    else if (/^\d*[.,]\d*[1-9]\d*$/.test(text)) fractions = true
    else largest = Math.max(largest, Number(text.replace(/[.,].*$/, '')) || 0)
  }
  if (fractions) return largest <= 1000 ? 'kg' : null
  if (largest > 1000 || (isOpen && largest > 100)) return 'g'
  return isOpen || largest > 100 ? null : 'kg'
}
