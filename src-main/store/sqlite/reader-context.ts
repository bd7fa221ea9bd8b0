import type { Connection } from './connection.ts'
import type { ListMemory } from './list-memory.ts'

/** What a reader's thread works with. */
export type ReaderContext = {
  readonly connection: Connection
  readonly lists: ListMemory
  /** Folder of the copies. */
  readonly backups: string
}
