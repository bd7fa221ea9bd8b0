import type { FreightRow } from '../../domain/freight-table.ts'

/** Rows as the thread that writes takes them: one text, in place of many objects. */
export const packFreightRows = (rows: readonly FreightRow[]): string =>
  JSON.stringify(
    rows.map((row) => [
      row.line,
      row.service,
      row.fromCep,
      row.toCep,
      row.fromG,
      row.toG,
      row.price,
      row.days,
      row.perKg,
      row.validFrom,
      row.validTo,
    ]),
  )
