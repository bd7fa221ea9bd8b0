import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A whole, checked database that is to take the store's place. That it lies there is the decision. */
export const restoredFile = (file: string): string => `${file}.restored`

/** Folder in which files are looked at before anything is replaced. */
export const lookingFolder = (file: string): string => join(dirname(file), 'restoring')

/** What lies beside a database of SQLite's and belongs to it. */
export const companions = ['-wal', '-shm', '-journal'] as const

/**
 * Puts a restored file in the store's place, where there is one. The store has to be closed and its lock held.
 *
 * A kill at any point leaves the decision where it was, so that the next opening finishes it. The old file's log goes
 * first, and for good, since SQLite would play it into the new file.
 */
export function putRestoredInPlace(file: string): void {
  rmSync(lookingFolder(file), { recursive: true, force: true })
  const restored = restoredFile(file)
  if (!existsSync(restored)) return
  for (const ending of companions) rmSync(`${file}${ending}`, { force: true })
  settle(dirname(file))
  renameSync(restored, file)
  settle(dirname(file))
}

/** Decides: from here on the restored file is the store, whatever happens. */
export function decideFor(checked: string, file: string): void {
  settle(checked)
  renameSync(checked, restoredFile(file))
  settle(dirname(file))
}

/** Waits until a file, or the names in a folder, are on the disk. Windows can't wait for folders and does not need to. */
function settle(path: string): void {
  let opened: number
  try {
    opened = openSync(path, 'r+')
  } catch {
    if (process.platform === 'win32') return
    opened = openSync(path, 'r')
  }
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
