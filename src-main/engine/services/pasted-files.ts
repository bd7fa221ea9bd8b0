import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import type { FileGate } from '../file-gate.ts'

/** A file that whoever called may name. */
export type PastedFile = { readonly file: string; readonly name: string; readonly size: number }

/** Makes files of pasted text, so that an import has one way in. */
export type PastedFiles = {
  keep(text: string): PastedFile
  /** Throws away what was pasted. */
  clear(): void
}

/** Keeps pasted text in a folder of the data folder until the next start. */
export function createPastedFiles(dataDir: string, files: FileGate, clock: Clock): PastedFiles {
  const folder = join(dataDir, 'pasted')
  let count = 0
  return {
    keep(text) {
      mkdirSync(folder, { recursive: true })
      const time = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-')
      const name = `${time}-${++count}.txt`
      const path = join(folder, name)
      writeFileSync(path, text, { encoding: 'utf8', mode: 0o600 })
      return { file: files.issue(path), name, size: statSync(path).size }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}
