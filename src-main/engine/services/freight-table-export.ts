import { freightFields, type FreightField } from '../../domain/freight-column.ts'
import type { FreightRow } from '../../domain/freight-table.ts'
import type { Locale } from '../../domain/locale.ts'
import { words } from '../../domain/words/index.ts'
import type { SheetKind, SheetValue } from '../../files/sheet-writer.ts'
import { writeSheet, type WriteTask } from '../write-sheet.ts'

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

/** Writes the rows of a table as a workbook that is read again as the same rows. */
export function exportFreightTable(
  path: string,
  pages: AsyncIterable<readonly FreightRow[]>,
  total: number,
  locale: Locale,
  task: WriteTask,
): ReturnType<typeof writeSheet> {
  const { sheet, column } = words[locale].freight
  const columns = freightFields.map((field) => ({ title: column[field], kind: kinds[field], width: 18 }))
  return writeSheet(path, { sheet, columns, pages, valuesOf, total }, task)
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
