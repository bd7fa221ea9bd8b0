import { statSync } from 'node:fs'
import { classify, messageOf } from './store-error.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** Above this the write-ahead log is brought back into the database as soon as a write has been answered. */
const logLimit = 32 * 1024 * 1024

/**
 * Pages of the search index that one step of merging writes: some ten milliseconds, which is what a write may have to wait
 * for it. A trigram that is in nearly every parcel can't be divided and takes longer.
 */
const mergedAtOnce = 64

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

  /**
   * Merges a little of what an import left in many pieces, so that a search has to look into fewer. How far it is lies in the
   * index itself. Answers whether there is more to do.
   */
  mergeSearchIndex({ connection, ...context }: WriterContext): boolean {
    if (context.import) return false
    const written = (): number => connection.number(sql`SELECT total_changes() AS n`)
    const before = written()
    connection.run(sql`INSERT INTO parcels_fts (parcels_fts, rank) VALUES ('merge', CAST(${mergedAtOnce} AS INTEGER))`)
    return written() - before > 1
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
