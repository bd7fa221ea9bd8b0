import type { Reply } from './define.ts'
import type { ChosenFile } from './files.contract.ts'

/**
 * What the preload puts on the page as `window.despacho`: the only way from the page to anything outside it.
 *
 * Untyped on purpose: names and payloads are checked on the other side. The typed client of the page is made over it.
 */
export type Bridge = {
  /** One question, one answer: queries and commands. */
  call(name: string, payload: unknown): Promise<Reply<unknown>>
  /** Long work. `result` settles once, with a `cancelled` reply after `cancel`. */
  start(name: string, payload: unknown, onProgress: (progress: unknown) => void): BridgeTask
  /** Listens to an event; the function that comes back ends it. */
  on(event: string, listener: (payload: unknown) => void): () => void
  /** References for files that a person dropped on the window; files that a script made have none and are left out. */
  dropped(files: readonly File[]): ChosenFile[]
}

export type BridgeTask = { readonly result: Promise<Reply<unknown>>; cancel(): void }

/** Names of the messages between the preload and the main process. */
export const channels = {
  call: 'despacho:call',
  /** Carries the task's own message port. */
  start: 'despacho:start',
  event: 'despacho:event',
  dropped: 'despacho:dropped',
} as const

/** What goes through a task's port towards whoever works. */
export type ToTask = { readonly kind: 'cancel' }

/** What comes back through a task's port: progress any number of times, then one reply. */
export type FromTask =
  { readonly kind: 'progress'; readonly progress: unknown } | { readonly kind: 'reply'; readonly reply: Reply<unknown> }

/** A dropped file as the preload announces it. */
export type DroppedFile = { readonly token: string; readonly path: string }
