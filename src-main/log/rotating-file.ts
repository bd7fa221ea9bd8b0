import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file that is set aside when it has grown, the oldest of those set aside thrown away. */
export type RotatingFile = { write(line: string): void; close(): void }

export type RotationLimits = { readonly bytes: number; readonly files: number }

const usual: RotationLimits = { bytes: 5 * 1024 * 1024, files: 5 }

/**
 * A file to append to, opened with the first line: `engine.log`, then `engine.log.1`, … up to the number of files.
 *
 * Writes at once: a log that is still in memory when the process is killed tells nothing of why. A line that can't be
 * written (a full disk) is lost, and the work goes on.
 */
export function openRotatingFile(path: string, limits: RotationLimits = usual): RotatingFile {
  const open = () => {
    mkdirSync(dirname(path), { recursive: true })
    const file = openSync(path, 'a', 0o600)
    return { file, size: fstatSync(file).size }
  }
  let current: { file: number; size: number } | undefined
  let closed = false

  const rotate = (full: number) => {
    closeSync(full)
    current = undefined
    rmSync(`${path}.${limits.files - 1}`, { force: true })
    for (let number = limits.files - 2; number >= 1; number--) moveIfThere(`${path}.${number}`, `${path}.${number + 1}`)
    moveIfThere(path, `${path}.1`)
    return open()
  }

  return {
    write(line) {
      if (closed) return
      try {
        current ??= open()
        if (current.size > 0 && current.size + Buffer.byteLength(line) > limits.bytes) current = rotate(current.file)
        current.size += writeSync(current.file, line)
      } catch {
        // There is no other place to say it in.
      }
    },
    close() {
      closed = true
      if (current) closeSync(current.file)
      current = undefined
    },
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
