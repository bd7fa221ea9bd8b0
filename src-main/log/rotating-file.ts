import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file that is set aside when it has grown, the oldest of those set aside thrown away. */
export type RotatingFile = { write(line: string): void; close(): void }

export type RotationLimits = { readonly bytes: number; readonly files: number }

const usual: RotationLimits = { bytes: 5 * 1024 * 1024, files: 5 }

/**
 * Opens a file to append to: `engine.log`, then `engine.log.1`, … up to the number of files.
 *
 * Writes at once: a log that is still in memory when the process is killed tells nothing of why. A line that can't be
 * written (a full disk) is lost, and the work goes on.
 */
export function openRotatingFile(path: string, limits: RotationLimits = usual): RotatingFile {
  mkdirSync(dirname(path), { recursive: true })
  const open = () => {
    const file = openSync(path, 'a', 0o600)
    return { file, size: fstatSync(file).size }
  }
  let current: { file: number; size: number } | undefined = open()

  const rotate = () => {
    if (current) closeSync(current.file)
    current = undefined
    rmSync(`${path}.${limits.files - 1}`, { force: true })
    for (let number = limits.files - 2; number >= 1; number--) moveIfThere(`${path}.${number}`, `${path}.${number + 1}`)
    moveIfThere(path, `${path}.1`)
    current = open()
  }

  return {
    write(line) {
      try {
        if (current && current.size > 0 && current.size + Buffer.byteLength(line) > limits.bytes) rotate()
        if (current) current.size += writeSync(current.file, line)
      } catch {
        // There is no other place to say it in.
      }
    },
    close() {
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
