import { closeSync, openSync, readSync } from 'node:fs'

/** The first bytes of a file; fewer where it is shorter. */
export function readStart(file: string, bytes: number): Buffer {
  const start = Buffer.alloc(bytes)
  const opened = openSync(file, 'r')
  try {
    return start.subarray(0, readSync(opened, start, 0, bytes, 0))
  } finally {
    closeSync(opened)
  }
}
