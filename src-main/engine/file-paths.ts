import { resolve } from 'node:path'
import type { FileGate } from './file-gate.ts'

/** The gate of the command line: a person there names paths, relative ones from the folder they stand in. */
export const filePaths = (folder: string): FileGate => ({
  resolve: (ref) => resolve(folder, ref),
  issue: (path) => path,
})
