import { vi } from 'vitest'
import type { Bridge } from '../../../src-main/contract/bridge.ts'
import type { ProcedureError, Reply } from '../../../src-main/contract/define.ts'

/** What is answered, at once or when a promise of it is kept. */
type Answer = (payload: never) => unknown

/** The other side of `window.despacho` for a test: answers what it was told to, remembers what it was asked. */
export class FakeBridge implements Bridge {
  readonly asked: { readonly name: string; readonly payload: unknown }[] = []
  readonly #answers = new Map<string, Answer>()
  readonly #reports = new Map<string, readonly unknown[]>()
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>()

  /** Puts a bridge on the page. */
  static install(): FakeBridge {
    const bridge = new FakeBridge()
    vi.stubGlobal('despacho', bridge)
    return bridge
  }

  answer(name: string, value: Answer): this {
    this.#answers.set(name, value)
    return this
  }

  refuse(name: string, error: ProcedureError): this {
    return this.answer(name, () => refusal(error))
  }

  /** What long work tells before it answers. */
  reports(name: string, progress: readonly unknown[]): this {
    this.#reports.set(name, progress)
    return this
  }

  push(event: string, payload: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload)
  }

  payloadsOf(name: string): unknown[] {
    return this.asked.filter((call) => call.name === name).map((call) => call.payload)
  }

  call = async (name: string, payload: unknown): Promise<Reply<unknown>> => {
    // What crosses the bridge is cloned: a reactive proxy in it would be refused by the real one.
    this.asked.push({ name, payload: structuredClone(payload) })
    const answer = this.#answers.get(name)
    if (!answer)
      return refusal({ code: 'unknown_procedure', message: `the test has no answer for ${name}`, retryable: false })
        .reply
    const value = await answer(payload as never)
    return value instanceof Refusal ? value.reply : { ok: true, value }
  }

  start = (
    name: string,
    payload: unknown,
    onProgress: (progress: unknown) => void = () => undefined,
  ): { result: Promise<Reply<unknown>>; cancel: () => void } => {
    for (const progress of this.#reports.get(name) ?? []) onProgress(progress)
    return { result: this.call(name, payload), cancel: () => undefined }
  }

  on = (event: string, listener: (payload: unknown) => void): (() => void) => {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  dropped = (): [] => []
}

class Refusal {
  readonly reply: Reply<unknown>
  constructor(error: ProcedureError) {
    this.reply = { ok: false, error }
  }
}

/** What an answer gives back to refuse. */
export const refusal = (error: ProcedureError): Refusal => new Refusal(error)
