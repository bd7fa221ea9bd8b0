import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What a person may say when starting the application. */
export type CommandLine = {
  /** Null: the application's own folder. */
  readonly dataDir: string | null
  readonly sandbox: string | null
  readonly demo: boolean
  /** Files to import, opened with Despacho. */
  readonly files: readonly string[]
}

/** Endings of files that can be imported; all else on the command line is not meant for us. */
const importable = /\.(csv|tsv|txt|tab|xlsx|xls)$/i

/** Reads the arguments; Electron's and Chromium's own stand among them and are passed over. */
export function readCommandLine(args: readonly string[], folder: string): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' }, sandbox: { type: 'string' }, demo: { type: 'boolean' } },
  })
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const dataDir = text(values['data-dir'])
  return {
    dataDir: dataDir === null ? null : resolve(folder, dataDir),
    sandbox: text(values.sandbox)?.replace(/\/+$/, '') ?? null,
    demo: values.demo === true,
    files: positionals.filter((file) => importable.test(file)).map((file) => resolve(folder, file)),
  }
}
