import type { FileProblem } from '../domain/import-field.ts'
import { problem, type Problem } from '../domain/problem.ts'

/**
 * A file turned out to be unreadable, possibly in the midst of reading.
 *
 * Thrown inside `files` because rows are handed out as they are read; whoever opens a file for others catches it and
 * answers its `problem`.
 */
export class FileFailure extends Error {
  override readonly name = 'FileFailure'
  readonly problem: Problem<FileProblem>

  constructor(code: FileProblem, message: string, detail?: Readonly<Record<string, string | number>>) {
    super(message)
    this.problem = problem(code, message, { retryable: code === 'file-locked', ...(detail ? { detail } : {}) })
  }
}

const gone = new Set(['ENOENT', 'ENOTDIR', 'ESTALE', 'EIO', 'ENXIO', 'ENODEV', 'ENOTCONN'])
const locked = new Set(['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY', 'EAGAIN'])

/** The failure that an error of the file system means, or the error itself when it is none of these. */
export function fileFailureOf(error: unknown): unknown {
  if (error instanceof FileFailure || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (gone.has(code)) return new FileFailure('file-gone', `${code} while reading`)
  if (locked.has(code)) return new FileFailure('file-locked', `${code} while reading`)
  if (code === 'EISDIR') return new FileFailure('file-folder', 'a folder')
  return error
}
