import { createHash } from 'node:crypto'
import type { Value } from './sql.ts'

/** A place between two rows of a list: the sort key and the id of the row before it. */
export type Place = { readonly value: string | number | null; readonly id: number }

/** Marks the list that a cursor belongs to. */
export const listMark = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12)

/** A place as callers hold it: opaque, and good for its own list only. */
export const writeCursor = (mark: string, place: Place): string =>
  Buffer.from(JSON.stringify([mark, place.value, place.id])).toString('base64url')

/** The place of a cursor, or null when it is none of this list's. */
export function readCursor(mark: string, cursor: string): Place | null {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null
  const [ofList, value, id]: unknown[] = parts
  if (ofList !== mark || typeof id !== 'number') return null
  if (value !== null && typeof value !== 'string' && typeof value !== 'number') return null
  return { value, id }
}

/** A sort key as a cell of a row; the sorted columns hold text and integers only. */
export const sortValue = (cell: Value | undefined): string | number | null =>
  typeof cell === 'string' || typeof cell === 'number' ? cell : null
