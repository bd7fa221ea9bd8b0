import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file that is being written beside the place where it will stand, so that a failure leaves the old one or none. */
export type PendingFile = {
  readonly path: string
  /** Puts it in its place, over what stands there. */
  place(): Promise<void>
  discard(): Promise<void>
}

/**
 * Names a file to be written for `target`, in the same folder: a rename across disks would be a copy. Where only one writer is
 * at work at a time, a `mark` of its own lets it take up the file that it left behind when it was killed.
 */
export function pendingFile(target: string, mark = randomUUID().slice(0, 8)): PendingFile {
  const path = join(dirname(target), `.${basename(target)}.${mark}.part`)
  return {
    path,
    async place() {
      try {
        await rename(path, target)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    },
    discard: () => rm(path, { force: true }),
  }
}

/** Why a file can't be written, as people understand it; null for what is a bug. */
export function writeProblemOf(error: unknown): 'file-locked' | 'disk-full' | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'disk-full'
  if (
    ['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY', 'EROFS', 'EISDIR', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY'].includes(
      code,
    )
  )
    return 'file-locked'
  return null
}
