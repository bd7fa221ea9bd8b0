import type { StoreOpenFailure } from '../store.ts'
import type { inspectorMethods, readerMethods, writerMethods } from './methods.ts'
import type { StoreErrorKind } from './store-error.ts'

/** What a thread does: the one that writes, those that read lists, one that comes for long looks at the whole file. */
export type Role = 'writer' | 'reader' | 'inspector'

/** What a thread is started with. */
export type ThreadStart = {
  readonly role: Role
  readonly file: string
  /** Folder of the copies. */
  readonly backups: string
  readonly now: number
  readonly nativeBinding?: string | undefined
}

type Table = { readonly [method: string]: (context: never, ...args: never[]) => unknown }

/** Methods that a thread of a role answers, as callers see them: without the thread's own context. */
type Calls<T extends Table> = {
  readonly [M in keyof T]: T[M] extends (context: never, ...args: infer A) => infer R
    ? { args: A; value: Awaited<R> }
    : never
}

export type MethodsOf = {
  readonly writer: Calls<typeof writerMethods>
  readonly reader: Calls<typeof readerMethods>
  readonly inspector: Calls<typeof inspectorMethods>
}

/** A call on its way to a thread. */
export type Request = { readonly id: number; readonly method: string; readonly args: readonly unknown[] }

/** What a thread says: once that it is ready or why it can't be, then one answer a call. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly failure: StoreOpenFailure }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown; readonly ms: number }
  | {
      readonly kind: 'error'
      readonly id: number
      readonly error: { kind: StoreErrorKind; message: string }
      readonly ms: number
    }
