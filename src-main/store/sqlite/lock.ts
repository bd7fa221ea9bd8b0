import Database from 'better-sqlite3'

/** Held as long as a store is open. */
export type StoreLock = { release(): void }

/**
 * Takes the place of the one application of a file, or answers null when another has it.
 *
 * It is SQLite's own exclusive lock on a small file beside the database: the operating system frees it when a process
 * dies, however it dies, so there is nothing stale to guess about. The database itself can't be locked this way, its
 * readers have connections of their own.
 */
export function takeLock(file: string, nativeBinding?: string): StoreLock | null {
  const database = new Database(file, { timeout: 0, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
