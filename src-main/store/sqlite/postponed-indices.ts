import type { Connection } from './connection.ts'
import { sql } from './sql.ts'

/** Indices whose entries come in no order: each row of a file goes to another page of each of them. */
const scattered = [
  'parcels_by_orderNumber',
  'parcels_by_recipientName',
  'parcels_by_document',
  'parcels_by_city',
  'parcels_by_postalCode',
  'parcels_by_weightG',
  'parcels_by_declaredValue',
]

/** Memory for pages while an index is built; the sorting takes as much again, and a temporary file for the rest. */
const buildingCacheKiB = 8 * 1024

/**
 * Leaves some indices out while very many rows come in, and builds them from sorted entries at the end. Once the indices
 * are larger than the memory for their pages, each row otherwise costs dozens of reads of pages that were just put away.
 * It happens in the transaction of one import: nobody ever sees the table without them.
 */
export class PostponedIndices {
  readonly #connection: Connection
  #statements: string[] = []

  constructor(connection: Connection) {
    this.#connection = connection
  }

  begin(): void {
    for (const index of scattered) {
      const row = this.#connection.get(sql`SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ${index}`)
      this.#statements.push(String(row?.['sql']))
      this.#connection.execute(`DROP INDEX ${index}`)
    }
  }

  /** How many are left to be built. */
  get left(): number {
    return this.#statements.length
  }

  /** Builds the next one. */
  build(): void {
    const statement = this.#statements.shift()
    if (statement === undefined) return
    const usual = this.#connection.pragma('cache_size')
    this.#connection.pragma(`cache_size = -${buildingCacheKiB}`)
    this.#connection.execute(statement)
    this.#connection.pragma(`cache_size = ${usual}`)
  }
}
