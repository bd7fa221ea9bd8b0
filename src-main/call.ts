import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { compose } from './compose.ts'
import type { ProcedureError, Reply } from './contract/define.ts'
import { procedureNames, windowProcedures } from './contract/index.ts'
import { chooseLocale } from './domain/choose-locale.ts'
import { defaultDataDir } from './engine/data-dir.ts'
import { filePaths } from './engine/file-paths.ts'
import { describeContract } from './ipc/describe-contract.ts'
import { windowWords } from './window/words.ts'

const usage = `Runs one procedure of the contract without a window.

  npm run call -- PROCEDURE [JSON | -] [--data-dir FOLDER] [--sandbox URL]
  npm run call                                  lists every procedure with its JSON schemas

  JSON        what the procedure takes; - reads it from standard input; absent: {}
  --data-dir  the data folder; absent: the application's own
  --sandbox   asks every carrier at this sandbox instead (npm run sandbox)

Standard output is always JSON: the answer, or {"error": {"code", "message", "retryable", "detail"?}}.
Progress goes to standard error, one JSON object a line. Exit status: 0, or 1 when there is an error.
Ctrl+C stops a task the way its stop button does. Files are named by their paths.
`

type Failure = Pick<ProcedureError, 'code' | 'message'> & Partial<ProcedureError>

const version = (): string => {
  const description: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return z.object({ version: z.string() }).parse(description).version
}

const write = (stream: NodeJS.WriteStream, value: string): Promise<void> =>
  new Promise((done) => stream.write(`${value}\n`, () => done()))

async function refuse(error: Failure): Promise<number> {
  await write(process.stdout, JSON.stringify({ error: { retryable: false, ...error } }))
  await write(process.stderr, error.message)
  return 1
}

/** What was given as JSON, or null when it is none. */
async function readInput(argument: string): Promise<{ readonly input: unknown } | null> {
  try {
    return { input: JSON.parse(argument === '-' ? await text(process.stdin) : argument) as unknown }
  } catch {
    return null
  }
}

async function answer(reply: Reply<unknown>): Promise<number> {
  if (!reply.ok) return refuse(reply.error)
  await write(process.stdout, JSON.stringify(reply.value))
  return 0
}

async function run(
  name: string,
  input: unknown,
  places: { dataDir: string; sandboxUrl: string | null },
): Promise<number> {
  const composed = await compose({
    ...places,
    version: version(),
    locale: chooseLocale(Intl.DateTimeFormat().resolvedOptions().locale),
    part: 'call',
    files: filePaths(process.cwd()),
    background: false,
    checkOutputs: true,
  })
  if (!composed.ok) {
    const { code, ...facts } = composed.error
    const sentence = `${windowWords.en.failure[code]} (${places.dataDir})`
    const words = 'message' in facts ? `${sentence} ${facts.message}` : sentence
    return refuse({ code: 'internal', message: words, detail: { store: code } })
  }
  const { endpoint, stop } = composed.value
  const abort = new AbortController()
  const cancel = () => abort.abort()
  process.on('SIGINT', cancel).on('SIGTERM', cancel)
  try {
    const onProgress = (progress: unknown) => void write(process.stderr, JSON.stringify(progress))
    return await answer(await endpoint({ name, input, sender: undefined, signal: abort.signal, onProgress }))
  } finally {
    await stop()
    process.off('SIGINT', cancel).off('SIGTERM', cancel)
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'data-dir': { type: 'string' }, sandbox: { type: 'string' }, help: { type: 'boolean' } },
  })
  const [name, argument = '{}', ...surplus] = positionals
  if (values.help || name === undefined) {
    await write(process.stderr, usage)
    await write(process.stdout, JSON.stringify(describeContract(), null, 2))
    return 0
  }
  if (surplus.length > 0) {
    return refuse({ code: 'invalid_input', message: 'one procedure and one JSON value are expected; quote the JSON' })
  }
  if (!procedureNames.some((procedure) => procedure === name)) {
    return refuse({ code: 'unknown_procedure', message: `there is no procedure ${name}; npm run call lists them` })
  }
  if (windowProcedures.some((procedure) => procedure === name)) {
    return refuse({ code: 'unknown_procedure', message: `${name} needs the application with its window` })
  }
  const given = await readInput(argument)
  if (!given) return refuse({ code: 'invalid_input', message: `what ${name} was given is not JSON` })
  const dataDir = values['data-dir']
  return run(name, given.input, {
    dataDir: dataDir ? resolve(dataDir) : defaultDataDir(process.platform, process.env, homedir()),
    sandboxUrl: values.sandbox?.replace(/\/+$/, '') ?? null,
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = await refuse({ code: 'internal', message: error instanceof Error ? error.message : String(error) })
}
