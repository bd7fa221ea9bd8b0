import type { Connection } from './connection.ts'
import { countedColumns } from './counted-columns.ts'
import { searched } from './bulk-index.ts'
import { join, name, sql, type Sql } from './sql.ts'

/** Columns of each table whose rows go with a parcel, as they were when it was removed. */
export type Shape = Readonly<Record<string, readonly string[]>>

/** From this many parcels on, counts and search index are written for all of them at once. */
const bulkFrom = 100

const searchedColumns = name(searched.join(', '))
const moving = name('SELECT id FROM temp.moving')

/**
 * Takes parcels out of the lists with everything that hangs on them, and puts them back as they were. Which tables hang on
 * parcels is read from the schema, so that one that is added later goes along by itself. Inside the caller's transaction.
 */
export class RemovedParcels {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
    connection.execute('CREATE TEMP TABLE IF NOT EXISTS moving (id INTEGER PRIMARY KEY)')
  }

  /** Moves the parcels for which a condition on `p` holds. Answers how many, and the step that brings them back. */
  remove(condition: Sql, at: number): { removed: number; step: number | null } {
    this.#connection.execute('DELETE FROM temp.moving')
    const removed = this.#connection.run(
      sql`INSERT INTO temp.moving SELECT p.id FROM parcels p WHERE ${condition} ORDER BY p.id`,
    )
    if (removed === 0) return { removed, step: null }
    const shape = this.#shape()
    this.#connection.run(
      sql`INSERT INTO undo_steps (at, kind, count, detail) VALUES (${at}, 'removed', ${removed}, ${JSON.stringify(shape)})`,
    )
    const step = this.#connection.number(sql`SELECT last_insert_rowid() AS id`)
    for (const [table, columns] of Object.entries(shape)) this.#keep(step, table, columns)
    const triggers = this.#dropTriggers(removed, ['parcels_search_delete', 'parcels_counts_delete'])
    if (triggers.length > 0) {
      this.#count(-1)
      this.#connection.run(sql`
        INSERT INTO parcels_fts (parcels_fts, rowid, ${searchedColumns})
        SELECT 'delete', id, ${searchedColumns} FROM parcels WHERE id IN (${moving})`)
    }
    this.#connection.run(sql`DELETE FROM parcels WHERE id IN (${moving})`)
    for (const trigger of triggers) this.#connection.execute(trigger)
    return { removed, step }
  }

  /** Brings a step's parcels back, but for those whose code came in again meanwhile: what is in the list stays. */
  restore(step: number, shape: Shape): { restored: number; taken: number } {
    const codeAt = shape['parcels']?.indexOf('code') ?? -1
    this.#connection.execute('DELETE FROM temp.moving')
    const restored = this.#connection.run(sql`
      INSERT INTO temp.moving SELECT parcelId FROM removed_rows
      WHERE stepId = ${step} AND source = 'parcels' AND body ->> ${`$[0][${codeAt}]`} NOT IN (SELECT code FROM parcels)`)
    const all = this.#connection.number(
      sql`SELECT count(*) AS n FROM removed_rows WHERE stepId = ${step} AND source = 'parcels'`,
    )
    this.#connection.execute('PRAGMA defer_foreign_keys = ON')
    const triggers = this.#dropTriggers(restored, ['parcels_search_insert', 'parcels_counts_insert'])
    for (const [table, columns] of Object.entries(shape)) this.#bringBack(step, table, columns)
    if (triggers.length > 0) {
      this.#count(1)
      this.#connection.run(sql`
        INSERT INTO parcels_fts (rowid, ${searchedColumns}) SELECT id, ${searchedColumns} FROM parcels WHERE id IN (${moving})`)
    }
    for (const trigger of triggers) this.#connection.execute(trigger)
    this.#connection.run(sql`DELETE FROM removed_rows WHERE stepId = ${step}`)
    return { restored, taken: all - restored }
  }

  /** `parcels` first, then every table whose rows are deleted with their parcel. */
  #shape(): Shape {
    const hanging = this.#connection
      .all(
        sql`
        SELECT DISTINCT t.name AS name, f."from" AS "column" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f
        WHERE t.type = 'table' AND f."table" = 'parcels' AND f.on_delete = 'CASCADE' AND f."from" = 'parcelId' ORDER BY t.name`,
      )
      .map((row) => String(row['name']))
    return Object.fromEntries(['parcels', ...hanging].map((table) => [table, this.#columnsOf(table)]))
  }

  #columnsOf(table: string): string[] {
    return this.#connection
      .all(sql`SELECT name FROM pragma_table_info(${table}) ORDER BY cid`)
      .map((row) => String(row['name']))
  }

  #blobsOf(table: string): ReadonlySet<string> {
    const rows = this.#connection.all(sql`SELECT name FROM pragma_table_info(${table}) WHERE type = 'BLOB'`)
    return new Set(rows.map((row) => String(row['name'])))
  }

  #keep(step: number, table: string, columns: readonly string[]): void {
    const id = name(table === 'parcels' ? 'id' : 'parcelId')
    const blobs = this.#blobsOf(table)
    const cells = join(
      columns.map((column) => name(blobs.has(column) ? `hex("${column}")` : `"${column}"`)),
      ', ',
    )
    this.#connection.run(sql`
      INSERT INTO removed_rows (stepId, source, parcelId, body)
      SELECT CAST(${step} AS INTEGER), ${table}, ${id}, json_group_array(json_array(${cells})) FROM ${name(table)}
      WHERE ${id} IN (${moving}) GROUP BY ${id}`)
  }

  /** Puts the rows of one table back: the columns that it still has. */
  #bringBack(step: number, table: string, columns: readonly string[]): void {
    const today = new Set(this.#columnsOf(table))
    const blobs = this.#blobsOf(table)
    const kept = columns.map((column, i) => ({ column, i })).filter(({ column }) => today.has(column))
    if (kept.length === 0) return
    const names = name(kept.map(({ column }) => `"${column}"`).join(', '))
    const cells = name(
      kept.map(({ column, i }) => (blobs.has(column) ? `unhex(e.value ->> ${i})` : `e.value ->> ${i}`)).join(', '),
    )
    this.#connection.run(sql`
      INSERT INTO ${name(table)} (${names})
      SELECT ${cells} FROM removed_rows r, json_each(r.body) e
      WHERE r.stepId = ${step} AND r.source = ${table} AND r.parcelId IN (${moving}) ORDER BY r.parcelId`)
    this.#forgetWhatIsGone(table, today)
  }

  /** What the rows pointed to may have been removed in the meantime. */
  #forgetWhatIsGone(table: string, columns: ReadonlySet<string>): void {
    const id = name(table === 'parcels' ? 'id' : 'parcelId')
    const references = this.#connection.all(
      sql`SELECT "from" AS "column", "table" AS target FROM pragma_foreign_key_list(${table}) WHERE on_delete = 'SET NULL'`,
    )
    for (const { column, target } of references) {
      if (!columns.has(String(column))) continue
      const reference = name(`"${String(column)}"`)
      this.#connection.run(sql`
        UPDATE ${name(table)} SET ${reference} = NULL
        WHERE ${id} IN (${moving}) AND ${reference} NOT IN (SELECT id FROM ${name(String(target))})`)
    }
  }

  #count(by: 1 | -1): void {
    for (const column of countedColumns) {
      this.#connection.run(sql`
        INSERT INTO counts (kind, value, n)
        SELECT ${column}, ${name(column)}, CAST(${by} AS INTEGER) * count(*) FROM parcels
        WHERE id IN (${moving}) AND ${name(column)} IS NOT NULL GROUP BY ${name(column)}
        ON CONFLICT (kind, value) DO UPDATE SET n = n + excluded.n`)
    }
  }

  /** Takes triggers away where many rows move, for whoever does their work for all of them; answers what puts them back. */
  #dropTriggers(count: number, triggers: readonly string[]): string[] {
    if (count < bulkFrom) return []
    return triggers.map((trigger) => {
      const row = this.#connection.get(sql`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ${trigger}`)
      this.#connection.execute(`DROP TRIGGER ${trigger}`)
      return String(row?.['sql'])
    })
  }
}
