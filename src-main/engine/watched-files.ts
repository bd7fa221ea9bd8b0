import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../domain/clock.ts'
import { isWatchedName } from '../domain/watched-file-name.ts'
import type { FileInFolder } from '../store/store.ts'

/** A file that does not grow for so long was written to its end. */
const settleMs = 3000

/** What there is to take in a folder. */
export type FolderFiles = {
  /** The oldest first: what a shop wrote later may correct what it wrote before. */
  readonly whole: readonly FileInFolder[]
  /** How many are still being written. */
  readonly growing: number
}

/** Looks twice, some seconds apart, and tells whole files from those that are still being written. Null: the folder can't be read. */
export async function filesToTake(folder: string, clock: Clock, signal: AbortSignal): Promise<FolderFiles | null> {
  const before = await tablesIn(folder)
  if (before === null || before.length === 0) return before && { whole: [], growing: 0 }
  await clock.sleep(settleMs, signal)
  const after = await tablesIn(folder)
  if (after === null) return null
  const whole = after.filter((file) => before.some((same) => isSameFile(file, same)))
  return { whole, growing: after.length - whole.length }
}

/** The tables that lie in a folder itself, oldest first; null: it can't be read. */
export async function tablesIn(folder: string): Promise<FileInFolder[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile() && isWatchedName(entry.name)).map(({ name }) => name)
    const files = await Promise.all(names.map((name) => fileIn(folder, name)))
    return files
      .filter((file) => file !== null)
      .sort((a, b) => a.modifiedAt - b.modifiedAt || a.name.localeCompare(b.name))
  } catch {
    return null
  }
}

/** A file as it lies there now; null: there is none of this name. */
export async function fileIn(folder: string, name: string): Promise<FileInFolder | null> {
  const facts = await stat(join(folder, name)).catch(() => null)
  return facts && { folder, name, size: facts.size, modifiedAt: facts.mtimeMs }
}

/** Whether it is the same file with the same content, as far as a folder says. */
export const isSameFile = (a: FileInFolder, b: FileInFolder): boolean =>
  a.folder === b.folder && a.name === b.name && a.size === b.size && a.modifiedAt === b.modifiedAt
