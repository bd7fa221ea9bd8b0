import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { commonErrors, type CommonError, type ProcedureDefinition, type Reply } from '../contract/define.ts'
import { contract, procedureNames, type ProcedureName } from '../contract/index.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Logger } from '../log/logger.ts'
import type { Call, Endpoint } from './endpoint.ts'
import type { HandlerTable, TaskContext } from './handler.ts'

/** Runs a task's work where the tasks under way are listed. */
export type TaskRunner = <T>(
  task: { readonly procedure: string; readonly signal: AbortSignal; readonly report: (progress: unknown) => void },
  work: (context: TaskContext<unknown>) => Promise<Result<T, Problem>>,
) => Promise<Result<T, Problem>>

export type DispatcherOptions<Sender> = {
  readonly handlers: HandlerTable
  /** Answers the procedures that have no handler here: the engine's thread, seen from the main process. */
  readonly elsewhere?: Endpoint
  readonly isTrusted: (sender: Sender) => boolean
  readonly log: Logger
  /** True in development and in tests: an answer that does not fit its schema is a bug to be found, not to be shown. */
  readonly checkOutputs: boolean
  readonly runTask?: TaskRunner
}

type AnyHandler = (input: unknown, context: TaskContext<unknown>) => Promise<Result<unknown, Problem>>

const names: ReadonlySet<string> = new Set(procedureNames)
const isProcedure = (name: unknown): name is ProcedureName => typeof name === 'string' && names.has(name)

const refuse = (code: CommonError, message: string, detail?: Record<string, string | number>): Reply<never> => ({
  ok: false,
  error: { code, message, retryable: false, ...(detail && { detail }) },
})

/**
 * The door to every procedure: name, sender, schema, handler, reply, in this order.
 *
 * A thrown error is a bug: it is logged with an id, and the caller gets `internal` with that id and nothing else.
 */
export function createDispatcher<Sender>(options: DispatcherOptions<Sender>): Endpoint<Sender> {
  const { handlers, log } = options

  const runHandler = async (name: ProcedureName, input: unknown, call: Call<Sender>) => {
    const definition: ProcedureDefinition = contract[name]
    const handler = handlers[name] as AnyHandler
    const signal = call.signal ?? new AbortController().signal
    const report = call.onProgress ?? (() => undefined)
    if (definition.kind !== 'task' || !options.runTask) return handler(input, { signal, report })
    return options.runTask({ procedure: name, signal, report }, (context) => handler(input, context))
  }

  const internal = (name: string, error: unknown): Reply<never> => {
    const id = randomUUID().slice(0, 8)
    log.error({ id, procedure: name, err: error }, 'a procedure failed unexpectedly')
    return refuse('internal', `unexpected error ${id}`, { id })
  }

  return async (call) => {
    const { name } = call
    if (!isProcedure(name)) return refuse('unknown_procedure', 'there is no procedure of this name')
    if (!options.isTrusted(call.sender)) {
      log.warn({ procedure: name }, 'a call came from a sender that is none of ours')
      return refuse('forbidden_sender', 'this sender may not call')
    }
    if (!Object.hasOwn(handlers, name)) {
      const { sender: _sender, ...rest } = call
      if (options.elsewhere) return options.elsewhere({ ...rest, sender: undefined })
      return refuse('unknown_procedure', `${name} is not available here`)
    }
    const definition: ProcedureDefinition = contract[name]
    const input = definition.input.safeParse(call.input)
    if (!input.success) return refuseInput(name, input.error)
    try {
      const result = await runHandler(name, input.data, call)
      return options.checkOutputs ? checked(name, result) : replyOf(result)
    } catch (error) {
      if (call.signal?.aborted) return refuse('cancelled', `${name} was cancelled`)
      return internal(name, error)
    }
  }
}

const replyOf = (result: Result<unknown, Problem>): Reply<unknown> => result

function checked(name: ProcedureName, result: Result<unknown, Problem>): Reply<unknown> {
  const definition: ProcedureDefinition = contract[name]
  if (result.ok) {
    const output = definition.output.safeParse(result.value)
    if (!output.success) throw new Error(`the answer of ${name} does not fit its schema: ${describe(output.error)}`)
    return { ok: true, value: output.data }
  }
  const codes: readonly string[] = [...definition.errors, ...commonErrors]
  if (!codes.includes(result.error.code)) throw new Error(`${name} may not fail with ${result.error.code}`)
  return replyOf(result)
}

function refuseInput(name: string, error: z.ZodError): Reply<never> {
  const { field, problem } = firstIssue(error)
  return refuse('invalid_input', `${name}: ${describe(error)}`, { field, problem })
}

const describe = (error: z.ZodError): string => {
  const { field, problem } = firstIssue(error)
  return field === '' ? problem : `${field}: ${problem}`
}

/** The first thing that is wrong, and the path of its field; a surplus field is named by itself. */
function firstIssue(error: z.ZodError): { field: string; problem: string } {
  const issue = error.issues[0]
  if (!issue) return { field: '', problem: error.message }
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return { field: path.map(String).join('.'), problem: issue.message }
}
