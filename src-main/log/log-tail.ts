import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** More than this of the end of a log is not looked at. */
const lookedAt = 256 * 1024

/** The last lines of every log of a data folder, as they were written, each log by itself. */
export function readLogTails(dataDir: string, lines: number): { readonly log: string; readonly lines: string[] }[] {
  const folder = join(dataDir, 'logs')
  return logsIn(folder).map((name) => ({ log: name, lines: lastLines(join(folder, name), lines) }))
}

function logsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .sort()
  } catch {
    return []
  }
}

function lastLines(file: string, count: number): string[] {
  const opened = openSync(file, 'r')
  try {
    const { size } = fstatSync(opened)
    const length = Math.min(size, lookedAt)
    const end = Buffer.alloc(length)
    readSync(opened, end, 0, length, size - length)
    const lines = end.toString('utf8').split('\n')
    // The first may have been cut.
    if (length < size) lines.shift()
    return lines.filter((line) => line !== '').slice(-count)
  } finally {
    closeSync(opened)
  }
}
