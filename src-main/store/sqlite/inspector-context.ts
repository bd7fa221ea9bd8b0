import type { Connection } from './connection.ts'

/** What an inspector's thread works with. */
export type InspectorContext = {
  readonly connection: Connection
  /** The store's own file. */
  readonly file: string
  /** Folder of the copies. */
  readonly backups: string
  readonly nativeBinding?: string | undefined
}
