import type {
  Definition,
  ErrorOf,
  OutputOf,
  ParsedInputOf,
  ProcedureDefinition,
  ProgressOf,
  TaskDefinition,
} from '../contract/define.ts'
import type { Contract, ProcedureName, windowProcedures } from '../contract/index.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

/** What long work is given beside its input. */
export type TaskContext<Progress> = {
  readonly signal: AbortSignal
  /** May be called as often as the work likes: who listens hears of it ten times a second at most. */
  readonly report: (progress: DeepReadonly<Progress>) => void
}

/** An answer as a handler may give it: the store's read-only objects fit. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

type Answer<D> = Promise<Result<DeepReadonly<OutputOf<D>>, Problem<ErrorOf<D> | 'cancelled'>>>

/** What does the work of a procedure. Expected failures are results; a throw is a bug. */
export type Handler<D> = D extends TaskDefinition
  ? (input: ParsedInputOf<D>, context: TaskContext<ProgressOf<D>>) => Answer<D>
  : (input: ParsedInputOf<D>) => Answer<D>

/** A handler for each procedure of a part of the contract; events have none. */
export type HandlersOf<Part extends Record<string, Definition>> = {
  readonly [Name in keyof Part as Part[Name] extends ProcedureDefinition ? Name : never]: Handler<Part[Name]>
}

export type WindowProcedure = (typeof windowProcedures)[number]

/** Handlers that run where the store is. */
export type EngineHandlers = Omit<HandlersOf<Contract>, WindowProcedure>

/**
 * Handlers that need a window: dialogs, the browser, the demonstration. Where there is one, restoring also ends the engine
 * and starts it again.
 */
export type WindowHandlers = Pick<HandlersOf<Contract>, WindowProcedure | 'store.restore'>

/** Any set of handlers, as the dispatcher holds it. */
export type HandlerTable = Partial<Record<ProcedureName, unknown>>
