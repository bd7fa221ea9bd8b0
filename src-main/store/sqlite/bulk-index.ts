import type { ParcelDataField } from '../../domain/parcel.ts'
import type { Connection } from './connection.ts'
import { countedColumns } from './counted-columns.ts'
import { name, sql, type Value } from './sql.ts'

const replaced = ['parcels_search_insert', 'parcels_search_update', 'parcels_counts_insert']
/** Columns of the search index. */
export const searched = [
  'code',
  'orderNumber',
  'recipientName',
  'document',
  'email',
  'city',
] as const satisfies readonly ParcelDataField[]
const searchedColumns = name(searched.join(', '))

/** Rows that go into the search index at a time. */
const indexedAtOnce = 12_500

/** More pieces than FTS5 ever has. With fewer it would merge them all at once, while a person waits for a write. */
const crisismerge = 1999

/**
 * While many rows come in, FTS5 gathers all of them in memory (8 MB is enough for `indexedAtOnce`) and merges nothing of
 * what it has written: that is done afterwards, while nobody asks anything (`mergeSearchIndex`).
 */
const gathering = { hashsize: 8 * 1024 * 1024, automerge: 0, crisismerge }
const usual = { hashsize: 1024 * 1024, automerge: 4, crisismerge }

/**
 * Does for many rows at once what triggers do for each: counts and search index. One row at a time costs FTS5 some
 * twenty times as much, for it writes to disk what it has gathered after every statement. The triggers are taken away and
 * put back in the transaction of one import, so nobody ever sees the database without them.
 */
export class BulkIndex {
  readonly #connection: Connection
  #triggers: string[] = []
  #active = false
  #firstNew = 0
  #lastNew = 0
  /** Parcels whose searched text changed, with what the index still holds of them. */
  readonly #changed = new Map<number, Value[]>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** From here on rows are told to `inserted` and `updating` instead. */
  begin(): void {
    if (this.#active) return
    this.#active = true
    for (const trigger of replaced) {
      const row = this.#connection.get(sql`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ${trigger}`)
      this.#triggers.push(String(row?.['sql']))
      this.#connection.execute(`DROP TRIGGER ${trigger}`)
    }
    this.#configure(gathering)
  }

  /** After parcels with ids from `first` to `last` came in. They wait for others, to be counted and indexed together. */
  inserted(first: number, last: number): void {
    if (!this.#active) return
    if (this.#firstNew === 0) this.#firstNew = first
    this.#lastNew = last
    if (last - this.#firstNew + 1 >= indexedAtOnce) this.#write()
  }

  /** Before fields of a stored parcel change. The triggers that stay expect it to be counted and indexed. */
  updating(id: number, fields: readonly ParcelDataField[]): void {
    if (!this.#active) return
    if (this.#firstNew > 0 && id >= this.#firstNew) this.#writeNew()
    if (this.#changed.has(id) || !searched.some((field) => fields.includes(field))) return
    if (this.#changed.size >= indexedAtOnce) this.#writeChanged()
    const row = this.#connection.get(sql`SELECT ${searchedColumns} FROM parcels WHERE id = ${id}`)
    this.#changed.set(id, [id, ...searched.map((field) => row?.[field] ?? null)])
  }

  /** Writes what is left and puts the triggers back. */
  end(): void {
    if (!this.#active) return
    this.#write()
    this.#configure(usual)
    for (const trigger of this.#triggers) this.#connection.execute(trigger)
    this.#triggers = []
    this.#active = false
  }

  #configure(settings: Readonly<Record<string, number>>): void {
    for (const [key, value] of Object.entries(settings)) {
      this.#connection.run(sql`INSERT INTO parcels_fts (parcels_fts, rank) VALUES (${key}, CAST(${value} AS INTEGER))`)
    }
  }

  #write(): void {
    if (this.#changed.size > 0) this.#writeChanged()
    if (this.#firstNew > 0) this.#writeNew()
  }

  #writeChanged(): void {
    const held = JSON.stringify([...this.#changed.values()])
    const cells = name(['id', ...searched].map((_, i) => `value ->> ${i}`).join(', '))
    this.#connection.run(
      sql`INSERT INTO parcels_fts (parcels_fts, rowid, ${searchedColumns}) SELECT 'delete', ${cells} FROM json_each(${held})`,
    )
    this.#connection.run(sql`
      INSERT INTO parcels_fts (rowid, ${searchedColumns})
      SELECT id, ${searchedColumns} FROM parcels WHERE id IN (SELECT value ->> 0 FROM json_each(${held}))`)
    this.#changed.clear()
  }

  #writeNew(): void {
    const isNew = sql`id BETWEEN ${this.#firstNew} AND ${this.#lastNew}`
    for (const column of countedColumns) {
      this.#connection.run(sql`
        INSERT INTO counts (kind, value, n)
        SELECT ${column}, ${name(column)}, count(*) FROM parcels NOT INDEXED WHERE ${isNew} AND ${name(column)} IS NOT NULL GROUP BY ${name(column)}
        ON CONFLICT (kind, value) DO UPDATE SET n = n + excluded.n`)
    }
    this.#connection.run(
      sql`INSERT INTO parcels_fts (rowid, ${searchedColumns}) SELECT id, ${searchedColumns} FROM parcels WHERE ${isNew}`,
    )
    this.#firstNew = 0
  }
}
