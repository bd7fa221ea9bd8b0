import type { Connection } from '../connection.ts'

/**
 * One step of the database's shape. Numbers only grow and have gaps; a step that was released is never altered, for
 * somebody's file has already gone through it.
 */
export type Migration = { readonly version: number; readonly name: string; up(connection: Connection): void }
