import { z } from 'zod'
import { FreightRow, TableService, FreightTable } from '../../domain/freight-table.ts'
import type { NewFreightTable } from '../store.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

const TableRow = FreightTable.extend({
  services: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(TableService)),
})

/** Reads of freight tables. */
export const freightTableReader = {
  freightTables: ({ connection }: ReaderContext): FreightTable[] =>
    connection.all(sql`SELECT * FROM freight_tables ORDER BY name`).map((row): FreightTable => TableRow.parse(row)),

  freightTable({ connection }: ReaderContext, id: number): FreightTable | null {
    const row = connection.get(sql`SELECT * FROM freight_tables WHERE id = ${id}`)
    return row ? TableRow.parse(row) : null
  },

  freightRows: ({ connection }: ReaderContext, id: number, page: { after: number; limit: number }): FreightRow[] =>
    connection
      .all(
        sql`
          SELECT line, service, fromCep, toCep, fromG, toG, price, days, perKg, validFrom, validTo FROM freight_rows
          WHERE tableId = ${id} AND line > ${page.after} ORDER BY line LIMIT ${page.limit}`,
      )
      .map((row): FreightRow => FreightRow.parse(row)),
}

/** Writes of freight tables. */
export const freightTableWriter = {
  /** `rows` is the JSON of lists of cells: one text goes to the thread and into SQLite, not so many objects and statements. */
  saveFreightTable(
    { connection }: WriterContext,
    table: NewFreightTable,
    rows: string,
    replaces: number | null,
    now: number,
  ): number | 'name-taken' | 'table-unknown' {
    return connection.transaction(() => {
      if (replaces !== null && !connection.get(sql`SELECT 1 FROM freight_tables WHERE id = ${replaces}`))
        return 'table-unknown'
      const namesake = connection.get(sql`SELECT id FROM freight_tables WHERE name = ${table.name}`)
      if (namesake && namesake['id'] !== replaces) return 'name-taken'
      const count = connection.number(sql`SELECT json_array_length(${rows}) AS n`)
      const services = JSON.stringify(table.services)
      connection.run(sql`
        INSERT INTO freight_tables (id, name, carrier, kgPerM3, dayCount, file, importedAt, rows, services)
        VALUES (${replaces}, ${table.name}, ${table.carrier}, ${table.kgPerM3}, ${table.dayCount}, ${table.file}, ${now},
          ${count}, ${services})
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, carrier = excluded.carrier, kgPerM3 = excluded.kgPerM3,
          dayCount = excluded.dayCount, file = excluded.file, importedAt = excluded.importedAt, rows = excluded.rows,
          services = excluded.services`)
      const id = replaces ?? connection.number(sql`SELECT last_insert_rowid() AS id`)
      connection.run(sql`DELETE FROM freight_rows WHERE tableId = ${id}`)
      connection.run(sql`
        INSERT INTO freight_rows
          (tableId, line, service, fromCep, toCep, fromG, toG, price, days, perKg, validFrom, validTo)
        SELECT ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
          value ->> 8, value ->> 9, value ->> 10
        FROM json_each(${rows})`)
      return id
    })
  },

  removeFreightTable: ({ connection }: WriterContext, id: number): boolean =>
    connection.run(sql`DELETE FROM freight_tables WHERE id = ${id}`) > 0,
}
