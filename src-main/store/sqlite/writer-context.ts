import type { Connection } from './connection.ts'
import type { ParcelImport } from './parcel-import.ts'

/** What the writer's thread works with. */
export type WriterContext = { readonly connection: Connection; import: ParcelImport | null }
