import { join } from 'node:path'
import { pino, type Logger as PinoLogger } from 'pino'
import type { Redactor } from './redaction.ts'
import { openRotatingFile } from './rotating-file.ts'

/** Where the program says what it does: an object of facts first, then a sentence. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>

/** A logger and the file under it. */
export type OpenLog = { readonly log: Logger; close(): void }

/** Names of fields whose values never reach the log, wherever they stand in an object of two levels. */
const secretFields = ['accessCode', 'password', 'secret', 'secrets', 'token', 'authorization', 'apiKey', 'cookie']

const redact = {
  paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
  censor: '[secret]',
}

export type LogOptions = {
  readonly dataDir: string
  /** Which part of the program writes: `main`, `engine`, `call`. Each has its own file, so that no two write to one. */
  readonly part: string
  readonly redactor: Redactor
  readonly level?: 'debug' | 'info'
}

/** Opens `<dataDir>/logs/<part>.log`. Lines are JSON; every line passes the redactor before it is written. */
export function openLog({ dataDir, part, redactor, level = 'info' }: LogOptions): OpenLog {
  const file = openRotatingFile(join(dataDir, 'logs', `${part}.log`))
  const log = pino({ level, redact, base: { part } }, { write: (line: string) => file.write(redactor.clean(line)) })
  return { log, close: () => file.close() }
}

/** A logger that says nothing, for tests that look at something else. */
export const silentLog: Logger = pino({ level: 'silent' })
