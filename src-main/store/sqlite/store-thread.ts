import { Worker } from 'node:worker_threads'
import type { StoreOpenFailure } from '../store.ts'
import type { Message, MethodsOf, Role, ThreadStart } from './protocol.ts'
import { StoreError } from './store-error.ts'

/** Where the store says what is out of the ordinary; a logger fits. */
export type StoreLog = { warn(facts: object, sentence: string): void; error(facts: object, sentence: string): void }

type Waiting = { readonly method: string; resolve(value: unknown): void; reject(error: Error): void }

/** Calls that take longer in their thread are logged by name. */
const slowMs = 250

/**
 * A thread's own objects live as long as one call: without a limit V8 lets tens of megabytes of them gather in each. The limit
 * of all objects is far above what a thread needs; it makes V8 sweep up sooner.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 }

/** A thread that loads its code. */
export type LoadingThread<R extends Role> = {
  open(): Promise<StoreThread<R> | StoreOpenFailure>
  giveUp(): Promise<void>
}

/** The caller's side of one thread: typed calls in, answers out. */
export class StoreThread<R extends Role> {
  readonly role: R
  readonly #worker: Worker
  readonly #log: StoreLog
  readonly #waiting = new Map<number, Waiting>()
  readonly #gone: Promise<void>
  #lastId = 0
  #ended = false

  private constructor(role: R, worker: Worker, log: StoreLog) {
    this.role = role
    this.#worker = worker
    this.#log = log
    worker.on('message', (message: Message) => this.#hear(message))
    this.#gone = new Promise((resolve) => worker.once('exit', () => resolve()))
    worker.on('error', (error) => log.error({ thread: role, error: error.message }, 'a thread of the store died'))
    void this.#gone.then(() => this.#end())
  }

  /** Starts a thread and opens its connection. */
  static start<R extends Role>(
    url: URL,
    start: ThreadStart & { readonly role: R },
    log: StoreLog,
  ): Promise<StoreThread<R> | StoreOpenFailure> {
    return StoreThread.load(url, start, log).open()
  }

  /** Starts a thread that loads its code and touches no file until it is told to open. */
  static load<R extends Role>(url: URL, start: ThreadStart & { readonly role: R }, log: StoreLog): LoadingThread<R> {
    const worker = new Worker(url, { workerData: start, name: `store-${start.role}`, resourceLimits })
    const first = new Promise<Message>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    first.catch(() => {})
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    return {
      open: async () => {
        worker.postMessage('open')
        const message = await first
        if (message.kind !== 'refused') return new StoreThread(start.role, worker, log)
        await gone
        return message.failure
      },
      giveUp: async () => {
        await worker.terminate()
      },
    }
  }

  /** How many calls it has not answered yet. */
  get busy(): number {
    return this.#waiting.size
  }

  get ended(): boolean {
    return this.#ended
  }

  call<M extends keyof MethodsOf[R] & string>(
    method: M,
    ...args: ArgumentsOf<MethodsOf[R][M]>
  ): Promise<ValueOf<MethodsOf[R][M]>> {
    if (this.#ended) return Promise.reject(new StoreError('unavailable', method, `the ${this.role} thread has ended`))
    const id = ++this.#lastId
    return new Promise<ValueOf<MethodsOf[R][M]>>((resolve, reject) => {
      // What the method answers in its thread is what comes back: both ends are typed by the same table.
      this.#waiting.set(id, { method, resolve: (value) => resolve(value as ValueOf<MethodsOf[R][M]>), reject })
      this.#worker.postMessage({ id, method, args })
    })
  }

  /** Lets it finish what it was asked, close its connection and end. */
  async close(): Promise<void> {
    if (!this.#ended) this.#worker.postMessage('close')
    await this.#gone
  }

  #hear(message: Message): void {
    if (message.kind !== 'value' && message.kind !== 'error') return
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (!waiting) return
    if (message.ms > slowMs)
      this.#log.warn(
        { method: waiting.method, ms: Math.round(message.ms), thread: this.role },
        'a slow call to the store',
      )
    if (message.kind === 'value') return waiting.resolve(message.value)
    const error = new StoreError(message.error.kind, waiting.method, message.error.message)
    this.#log.error({ method: waiting.method, kind: error.kind, error: error.message }, 'a call to the store failed')
    waiting.reject(error)
  }

  #end(): void {
    this.#ended = true
    for (const { method, reject } of this.#waiting.values())
      reject(new StoreError('unavailable', method, `the ${this.role} thread died`))
    this.#waiting.clear()
  }
}

/** What a method takes and answers, without its thread's context. */
export type ArgumentsOf<M> = M extends { args: infer A extends readonly unknown[] } ? A : never
export type ValueOf<M> = M extends { value: infer V } ? V : never
