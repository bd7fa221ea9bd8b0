import type { Connection } from './connection.ts'
import { sql } from './sql.ts'

/**
 * Lets SQLite count again what its planner goes by. `mode` is the one of `PRAGMA optimize`, for a file that was just made
 * or brought into today's shape.
 */
export function refreshStatistics(connection: Connection, mode?: '0x10002'): void {
  connection.pragma(mode === undefined ? 'optimize' : `optimize = ${mode}`)
  forgetSearchStatistics(connection)
}

/**
 * Takes away what is counted of the search index's own tables. Counted while they were empty, they pass for tables of two
 * rows, and FTS5 goes through the whole index for each piece that it merges, instead of to the pages that it wants.
 */
export function forgetSearchStatistics(connection: Connection): void {
  if (!connection.get(sql`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'`)) return
  if (connection.run(sql`DELETE FROM sqlite_stat1 WHERE tbl GLOB 'parcels_fts_*'`) === 0) return
  connection.execute('ANALYZE sqlite_schema')
}
