import { statSync } from 'node:fs'
import { classify, messageOf } from './store-error.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** Above this the write-ahead log is brought back into the database as soon as a write has been answered. */
const logLimit = 32 * 1024 * 1024

/** What the writer's thread does for the file itself. */
export const upkeep = {
  /** Compares the search index with every row. Null when they agree. Only a connection that may write can ask FTS5 this. */
  compareSearchIndex({ connection }: WriterContext): string | null {
    try {
      connection.run(sql`INSERT INTO parcels_fts (parcels_fts, rank) VALUES ('integrity-check', 1)`)
      return null
    } catch (error) {
      if (classify(error) !== 'corrupted') throw error
      return messageOf(error)
    }
  },
}

/** Brings a long write-ahead log back into the database. Waits for nobody: what a reader still needs stays until later. */
export function shortenLog({ connection, ...context }: WriterContext): void {
  const size = statSync(`${connection.file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (context.import || size < logLimit) return
  const patience = connection.pragma('busy_timeout')
  connection.pragma('busy_timeout = 0')
  connection.pragma('wal_checkpoint(TRUNCATE)')
  connection.pragma(`busy_timeout = ${patience}`)
}
