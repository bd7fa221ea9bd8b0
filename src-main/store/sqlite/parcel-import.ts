import { parcelDataFields, type ParcelDataField } from '../../domain/parcel.ts'
import type { FinishingSteps, ImportRowOutcome, WatchedFileTaken } from '../store.ts'
import { BulkIndex } from './bulk-index.ts'
import type { Connection, Row } from './connection.ts'
import type { PackedCell, PackedRows } from './packed-rows.ts'
import { totalOf } from './parcel-list.ts'
import { PostponedIndices } from './postponed-indices.ts'
import { join, name, sql, type Sql, type Value } from './sql.ts'
import { takeWatchedFile } from './watched-folder-methods.ts'

/** What is known of a file when its storing begins. */
export type ImportFile = { readonly name: string; readonly at: number; readonly changes: 'accept' | 'keep' }

/** A cell of a file that differs from what is stored. */
type Difference = { readonly field: ParcelDataField; readonly old: Value; readonly new: string | number | null }

/** From a batch of this many rows on, counts and search index are written for many rows at a time. */
const bulkFrom = 100

/**
 * From so many new parcels on, and when they are at least a fifth of all, building the scattered indices anew at the end is
 * cheaper than adding to them.
 */
const manyRows = 50_000
const isMany = (added: number, before: number): boolean => added >= manyRows && added * 4 >= before

/** Carrier of codes that nobody recognises: there is nobody to ask about them. */
export const unknownCarrier = 'unknown'

/**
 * One file on its way into the store: a transaction that is open from the first row to the last.
 *
 * A batch first goes into a table in memory and from there into `parcels` by one statement, which opens the two dozen
 * indices once a batch and not once a row. Its rows have numbers from one, so a new parcel's id says which row it was.
 */
export class ParcelImport {
  readonly #connection: Connection
  readonly #file: ImportFile
  readonly #index: BulkIndex
  readonly #postponed: PostponedIndices
  readonly #parcelsBefore: number
  readonly #id: number
  #lastParcelId: number
  #searchable = false
  #steps: FinishingSteps = { done: 0, left: 1 }
  readonly #sum = { stored: 0, changed: 0, unchanged: 0 }

  constructor(connection: Connection, file: ImportFile) {
    this.#connection = connection
    this.#file = file
    connection.execute(
      `CREATE TEMP TABLE IF NOT EXISTS incoming (row INTEGER PRIMARY KEY, ${parcelDataFields.join(', ')})`,
    )
    connection.execute('BEGIN IMMEDIATE')
    this.#index = new BulkIndex(connection)
    this.#postponed = new PostponedIndices(connection)
    this.#parcelsBefore = totalOf(connection)
    this.#lastParcelId = connection.number(
      sql`SELECT max((SELECT coalesce(max(id), 0) FROM parcels), (SELECT coalesce(max(lastParcelId), 0) FROM imports))`,
    )
    connection.run(
      sql`INSERT INTO imports (name, at, lastParcelId, stored, changed, unchanged) VALUES (${file.name}, ${file.at}, 0, 0, 0, 0)`,
    )
    this.#id = connection.number(sql`SELECT last_insert_rowid() AS id`)
  }

  /** Stores rows that are new, compares and changes those that are not. What can't be stored takes the whole file back. */
  add(rows: PackedRows): ImportRowOutcome {
    try {
      return this.#add(rows)
    } catch (error) {
      this.rollback()
      throw error
    }
  }

  /** Does the next of what is left to do once all rows are in: the search index, then an index at a time. */
  finish(): FinishingSteps {
    if (!this.#searchable) {
      this.#index.end()
      this.#searchable = true
      this.#steps = { done: 1, left: this.#postponed.left }
    } else if (this.#postponed.left > 0) {
      this.#postponed.build()
      this.#steps = { done: this.#steps.done + 1, left: this.#postponed.left }
    }
    return this.#steps
  }

  /** With `taken`, that a file of the watched folder is stored is seen by everybody together with its rows. */
  commit(taken?: WatchedFileTaken): void {
    if (!this.#connection.database.inTransaction) throw new Error('the file was taken back')
    while (this.finish().left > 0) continue
    const { stored, changed, unchanged } = this.#sum
    if (stored + changed === 0) this.#connection.run(sql`DELETE FROM imports WHERE id = ${this.#id}`)
    else {
      this.#connection.run(sql`
        UPDATE imports SET lastParcelId = ${this.#lastParcelId}, stored = ${stored}, changed = ${changed}, unchanged = ${unchanged}
        WHERE id = ${this.#id}`)
    }
    if (taken) takeWatchedFile(this.#connection, taken)
    this.#connection.execute('DELETE FROM incoming')
    this.#connection.execute('COMMIT')
  }

  rollback(): void {
    if (this.#connection.database.inTransaction) this.#connection.execute('ROLLBACK')
  }

  #add(rows: PackedRows): ImportRowOutcome {
    if (rows.count >= bulkFrom) this.#index.begin()
    this.#fill(rows)
    const before = this.#lastParcelId
    const stored = this.#insertNew(rows.fields)
    this.#lastParcelId += rows.count
    if (stored > 0) this.#index.inserted(before + 1, this.#lastParcelId)
    const changed = stored === rows.count ? 0 : this.#changeDiffering(rows, before)
    const outcome = { stored, changed, unchanged: rows.count - stored - changed }
    this.#sum.stored += outcome.stored
    this.#sum.changed += outcome.changed
    this.#sum.unchanged += outcome.unchanged
    if (this.#postponed.left === 0 && isMany(this.#sum.stored, this.#parcelsBefore)) this.#postponed.begin()
    return outcome
  }

  #fill({ fields, count, cells }: PackedRows): void {
    this.#connection.execute('DELETE FROM incoming')
    const statement = this.#connection.prepare(
      `INSERT INTO incoming (row, ${fields.join(', ')}) VALUES (?, ${fields.map(() => '?').join(', ')})`,
    )
    const width = fields.length
    const values: Value[] = []
    for (let row = 1; row <= count; row++) {
      values[0] = row
      for (let i = 0; i < width; i++) values[i + 1] = cells[(row - 1) * width + i] ?? null
      statement.run(...values)
    }
  }

  /**
   * Codes that are stored already are passed over. Anything else that is wrong undoes the whole file (`OR ROLLBACK`),
   * which also spares SQLite from copying every page aside before it touches it.
   */
  #insertNew(fields: readonly ParcelDataField[]): number {
    const { at } = this.#file
    const columns = name(fields.join(', '))
    return this.#connection.run(sql`
      INSERT OR ROLLBACK INTO parcels (id, ${columns}, status, watch, nextCheckAt, createdAt, updatedAt, importId)
      SELECT CAST(${this.#lastParcelId} AS INTEGER) + row, ${columns}, 'registered',
        CASE carrier WHEN ${unknownCarrier} THEN 'untracked' ELSE 'watched' END,
        CASE carrier WHEN ${unknownCarrier} THEN NULL ELSE CAST(${at} AS INTEGER) END,
        CAST(${at} AS INTEGER), CAST(${at} AS INTEGER), CAST(${this.#id} AS INTEGER)
      FROM incoming WHERE true ON CONFLICT (code) DO NOTHING`)
  }

  /** How many rows differ from what is stored; changes those unless the person keeps what is there. */
  #changeDiffering(rows: PackedRows, lastBefore: number): number {
    const differs = join(
      rows.fields.map((field) => sql`incoming.${name(field)} IS NOT parcels.${name(field)}`),
      ' OR ',
    )
    const suspects = this.#connection.all(sql`
      SELECT incoming.row AS row FROM incoming CROSS JOIN parcels ON parcels.code = incoming.code
      WHERE parcels.id <> CAST(${lastBefore} AS INTEGER) + incoming.row AND (${differs}) ORDER BY incoming.row`)
    let changed = 0
    for (const suspect of suspects) {
      const cells = cellsOf(rows, Number(suspect['row']))
      const code = String(cells[rows.fields.indexOf('code')])
      const stored = this.#connection.get(
        sql`SELECT id, watch, ${name(rows.fields.join(', '))} FROM parcels WHERE code = ${code}`,
      )
      const differences = stored ? differencesOf(rows.fields, cells, stored) : []
      if (!stored || differences.length === 0) continue
      changed++
      if (this.#file.changes === 'accept') this.#change(stored, differences)
    }
    return changed
  }

  #change(stored: Row, differences: readonly Difference[]): void {
    const id = Number(stored['id'])
    const { at } = this.#file
    this.#index.updating(
      id,
      differences.map(({ field }) => field),
    )
    const carrier = differences.find(({ field }) => field === 'carrier')
    const assignments = [
      ...differences.map(({ field, new: value }) => sql`${name(field)} = ${value}`),
      ...(carrier ? watchOf(String(carrier.new), stored['watch'], at) : []),
      sql`updatedAt = ${at}`,
    ]
    this.#connection.run(sql`UPDATE parcels SET ${join(assignments, ', ')} WHERE id = ${id}`)
    const detail: Record<string, Value> = { file: this.#file.name }
    for (const { field, old, new: value } of differences) {
      detail[`${field}.old`] = old
      detail[`${field}.new`] = value
    }
    this.#connection.run(
      sql`INSERT INTO actions (parcelId, at, kind, detail) VALUES (${id}, ${at}, 'changed', ${JSON.stringify(detail)})`,
    )
  }
}

/** Another carrier is asked at once, unless the parcel's story is over; nobody is asked about an unknown one's. */
export function watchOf(carrier: string, watch: Value | undefined, now: number): Sql[] {
  if (carrier === unknownCarrier) return [sql`watch = 'untracked', nextCheckAt = NULL, urgent = 0, checkFailure = NULL`]
  return watch === 'ended' ? [] : [sql`watch = 'watched', nextCheckAt = ${now}, checkFailure = NULL`]
}

const cellsOf = ({ fields, cells }: PackedRows, row: number): readonly PackedCell[] =>
  cells.slice((row - 1) * fields.length, row * fields.length)

/** Field by field; what the row does not have differs from nothing. */
function differencesOf(fields: readonly ParcelDataField[], cells: readonly PackedCell[], stored: Row): Difference[] {
  return fields.flatMap((field, i) => {
    const cell = cells[i]
    return cell === undefined || cell === stored[field] ? [] : [{ field, old: stored[field] ?? null, new: cell }]
  })
}
