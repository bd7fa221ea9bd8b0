import type { Reply } from '../contract/define.ts'

/** One call of a procedure, wherever it comes from. */
export type Call<Sender = void> = {
  readonly name: string
  readonly input: unknown
  readonly sender: Sender
  /** Aborted when whoever called no longer wants the answer. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: unknown) => void
}

/**
 * Something that answers calls: the dispatcher, or the way to one in another thread. Never rejects: whatever goes wrong is
 * a reply.
 */
export type Endpoint<Sender = void> = (call: Call<Sender>) => Promise<Reply<unknown>>
