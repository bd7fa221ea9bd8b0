import { basename } from 'node:path'
import { z } from 'zod'
import { withoutNumbers, withoutPersons, wordsOf } from '../../log/personal-data.ts'

const Entry = z.looseObject({
  level: z.number(),
  time: z.number(),
  part: z.string(),
  msg: z.string().optional(),
  err: z
    .looseObject({
      type: z.string().optional(),
      code: z.union([z.string(), z.number()]).optional(),
      message: z.string().optional(),
      stack: z.string().optional(),
    })
    .optional(),
})
type Entry = z.output<typeof Entry>

const levels: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }

/** Facts that are the program's own words and numbers; what is not listed stays out. */
const plainFacts = [
  'id',
  'procedure',
  'method',
  'host',
  'outcome',
  'attempt',
  'ms',
  'bytes',
  'account',
  'carrier',
  'code',
  'kind',
  'thread',
  'parcels',
  'size',
  'falls',
  'mode',
  'problem',
  'reason',
  'exitCode',
  'version',
  'demo',
] as const
/** Facts that may hold what somebody else said. */
const saidFacts = ['error', 'why', 'path'] as const
const frames = 12

/** Lines of a log, made readable. What they say is the program's alone: the data's names, numbers and places are out. */
export type SupportLog = {
  /** Words that may be of somebody's data, to be looked up before `lines`. */
  readonly doubtful: readonly string[]
  lines(known: ReadonlySet<string>): string[]
}

/** Reads lines as they were written; one that is none of ours is left out. */
export function readSupportLog(written: readonly string[]): SupportLog {
  const entries = written.flatMap((line) => parsed(line) ?? [])
  const said = entries.flatMap((entry) => [entry.err?.message, ...saidFacts.map((fact) => entry[fact])])
  const doubtful = said.flatMap((text) => (typeof text === 'string' ? wordsOf(withoutNumbers(text)) : []))
  return { doubtful: [...new Set(doubtful)], lines: (known) => entries.flatMap((entry) => toLines(entry, known)) }
}

function parsed(line: string): Entry | null {
  try {
    return Entry.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

function toLines(entry: Entry, known: ReadonlySet<string>): string[] {
  const clean = (text: string) => withoutPersons(text, known)
  const facts = plainFacts.flatMap((fact) => {
    const value = entry[fact]
    if (typeof value === 'string') return [`${fact}=${fact === 'host' ? value : withoutNumbers(value)}`]
    return typeof value === 'number' || typeof value === 'boolean' ? [`${fact}=${value}`] : []
  })
  const said = saidFacts.flatMap((fact) => {
    const value = entry[fact]
    return typeof value === 'string' ? [`${fact}=${clean(value)}`] : []
  })
  const at = new Date(entry.time).toISOString()
  const head = [at, levels[entry.level] ?? String(entry.level), entry.part, withoutNumbers(entry.msg ?? '')]
  const { err } = entry
  if (!err) return [[...head, ...facts, ...said].join(' ')]
  const what = [err.type, err.code, err.message === undefined ? undefined : clean(err.message)]
  return [
    [...head, ...facts, ...said].join(' '),
    `    ${what.filter((part) => part !== undefined).join(' ')}`,
    ...framesOf(err.stack ?? ''),
  ]
}

/** Where it happened, without the folders of this computer. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, frames).map((line) => {
    const [, name = '', place = ''] = /^\s+at (?:(.*?) \()?(.*?)\)?$/.exec(line) ?? []
    return `      at ${name} ${basename(place.replaceAll('\\', '/'))}`.trimEnd()
  })
}
