import type { z } from 'zod'

type Schema = z.ZodType

/** Error codes that any procedure may answer, beside its own. */
export const commonErrors = ['invalid_input', 'forbidden_sender', 'unknown_procedure', 'cancelled', 'internal'] as const
export type CommonError = (typeof commonErrors)[number]

/** Reads; changes nothing. */
export type QueryDefinition<I extends Schema = Schema, O extends Schema = Schema, E extends string = string> = {
  readonly kind: 'query'
  readonly input: I
  readonly output: O
  readonly errors: readonly E[]
}
/** Writes; answers when the change is on disk. */
export type CommandDefinition<I extends Schema = Schema, O extends Schema = Schema, E extends string = string> = {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  readonly errors: readonly E[]
}
/** Long work that reports progress and can be stopped. */
export type TaskDefinition<
  I extends Schema = Schema,
  P extends Schema = Schema,
  O extends Schema = Schema,
  E extends string = string,
> = {
  readonly kind: 'task'
  readonly input: I
  readonly progress: P
  readonly output: O
  readonly errors: readonly E[]
}
/** A fact pushed to whoever listens. */
export type EventDefinition<O extends Schema = Schema> = { readonly kind: 'event'; readonly output: O }

export type ProcedureDefinition = QueryDefinition | CommandDefinition | TaskDefinition
export type Definition = ProcedureDefinition | EventDefinition

export const query = <I extends Schema, O extends Schema, const E extends string = never>(d: {
  input: I
  output: O
  errors?: readonly E[]
}): QueryDefinition<I, O, E> => ({ kind: 'query', input: d.input, output: d.output, errors: d.errors ?? [] })

export const command = <I extends Schema, O extends Schema, const E extends string = never>(d: {
  input: I
  output: O
  errors?: readonly E[]
}): CommandDefinition<I, O, E> => ({ kind: 'command', input: d.input, output: d.output, errors: d.errors ?? [] })

export const task = <I extends Schema, P extends Schema, O extends Schema, const E extends string = never>(d: {
  input: I
  progress: P
  output: O
  errors?: readonly E[]
}): TaskDefinition<I, P, O, E> => ({
  kind: 'task',
  input: d.input,
  progress: d.progress,
  output: d.output,
  errors: d.errors ?? [],
})

export const event = <O extends Schema>(d: { output: O }): EventDefinition<O> => ({ kind: 'event', output: d.output })

/** What a failed call answers. The page turns `code` into a sentence; `message` is for the log and for support. */
export type ProcedureError<E extends string = string> = {
  readonly code: E | CommonError
  readonly message: string
  readonly retryable: boolean
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

/** The answer of every call: a value, or an error out of the procedure's closed set. */
export type Reply<T, E extends string = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ProcedureError<E> }

export type InputOf<D> = D extends { input: infer I extends Schema } ? z.input<I> : never
export type ParsedInputOf<D> = D extends { input: infer I extends Schema } ? z.output<I> : never
export type OutputOf<D> = D extends { output: infer O extends Schema } ? z.output<O> : never
export type ProgressOf<D> = D extends { progress: infer P extends Schema } ? z.output<P> : never
export type ErrorOf<D> = D extends { errors: readonly (infer E extends string)[] } ? E : never
