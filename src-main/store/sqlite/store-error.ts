/** What went wrong with the database, in the few words that callers can act on. */
export type StoreErrorKind = 'corrupted' | 'read-only' | 'full' | 'busy' | 'unavailable' | 'logic'

/** A call to the store that failed for a reason nobody expects: a bug, a dying disk. Expected outcomes are values. */
export class StoreError extends Error {
  readonly kind: StoreErrorKind
  readonly method: string

  constructor(kind: StoreErrorKind, method: string, message: string) {
    super(`${method}: ${message}`)
    this.name = 'StoreError'
    this.kind = kind
    this.method = method
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Says once, for all callers, what kind of failure an error of SQLite or of the file system is. */
export function classify(error: unknown): StoreErrorKind {
  const code = codeOf(error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'corrupted'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return 'read-only'
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') return 'full'
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'busy'
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_PERM'))
    return 'unavailable'
  if (code === 'EACCES' || code === 'EPERM' || code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
    return 'unavailable'
  return 'logic'
}

/** The words of an error, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
