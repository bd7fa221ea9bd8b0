import type { StoreOpenFailure } from '../store/store.ts'

export type { StoreOpenFailure } from '../store/store.ts'

/** What the engine's thread is started with; goes through the structured clone. */
export type EngineStart = {
  readonly dataDir: string
  readonly version: string
  /** Language before anybody chose one. */
  readonly locale: string
  readonly demo: boolean
  /** Where every carrier is asked; null: the carriers themselves. */
  readonly sandboxUrl: string | null
  readonly checkOutputs: boolean
}

/** Facts that the main process tells the engine; no part of the contract. */
export type ToEngine =
  /** A person pointed at a file: what the token stands for. */
  | { readonly kind: 'file'; readonly token: string; readonly path: string }
  /** The computer woke up: the clock may have jumped. */
  | { readonly kind: 'woke' }
  | { readonly kind: 'online'; readonly online: boolean }
  | { readonly kind: 'stop' }

/** Facts that the engine tells the main process. */
export type FromEngine =
  | { readonly kind: 'started' }
  | { readonly kind: 'refused'; readonly failure: StoreOpenFailure }
  | { readonly kind: 'stopped' }
  /** The engine wrote a file that the page may name. */
  | { readonly kind: 'file'; readonly token: string; readonly path: string }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown }
