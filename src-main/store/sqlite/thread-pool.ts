import type { StoreOpenFailure } from '../store.ts'
import { IdleWork } from './idle-work.ts'
import type { MethodsOf, ThreadStart } from './protocol.ts'
import { StoreThread, type ArgumentsOf, type StoreLog, type ValueOf } from './store-thread.ts'
import { StoreError } from './store-error.ts'

type Reads = MethodsOf['reader']
type Writes = MethodsOf['writer']
type Inspections = MethodsOf['inspector']

/** How the threads of one file are started. */
export type PoolOptions = {
  readonly url: URL
  readonly start: Omit<ThreadStart, 'role'>
  readonly readers: number
  readonly log: StoreLog
}

/** A thread that stands at the door of a write: others wait until it has left. */
export type Turn = { done(): void }

/** One writer and a few readers. A read goes to the least busy; writes go one after the other. */
export class ThreadPool {
  readonly #options: PoolOptions
  readonly #writer: StoreThread<'writer'>
  readonly #readers: StoreThread<'reader'>[]
  readonly #running = new Set<Promise<unknown>>()
  readonly #idle = new IdleWork(() => this.#mergeSearchIndex())
  #lastTurn: Promise<void> = Promise.resolve()
  #closing: Promise<void> | null = null

  private constructor(options: PoolOptions, writer: StoreThread<'writer'>, readers: StoreThread<'reader'>[]) {
    this.#options = options
    this.#writer = writer
    this.#readers = readers
    this.#idle.resume()
  }

  /** All threads load at once; the writer opens first, for it takes the lock and brings the file into today's shape. */
  static async open(options: PoolOptions): Promise<ThreadPool | StoreOpenFailure> {
    const { url, start, log } = options
    const loading = Array.from({ length: options.readers }, () =>
      StoreThread.load(url, { ...start, role: 'reader' }, log),
    )
    const writer = await StoreThread.start(url, { ...start, role: 'writer' }, log)
    if ('code' in writer) {
      await Promise.all(loading.map((thread) => thread.giveUp()))
      return writer
    }
    const readers: StoreThread<'reader'>[] = []
    let failure: StoreOpenFailure | null = null
    for (const reader of await Promise.all(loading.map((thread) => thread.open()))) {
      if ('code' in reader) failure = reader
      else readers.push(reader)
    }
    if (!failure) return new ThreadPool(options, writer, readers)
    await Promise.all(readers.map((reader) => reader.close()))
    await writer.close()
    return failure
  }

  read<M extends keyof Reads & string>(method: M, ...args: ArgumentsOf<Reads[M]>): Promise<ValueOf<Reads[M]>> {
    return this.#run(method, async () => (await this.#reader()).call(method, ...args))
  }

  /** Waits for its turn: a file that is being stored keeps other writes waiting. */
  write<M extends keyof Writes & string>(method: M, ...args: ArgumentsOf<Writes[M]>): Promise<ValueOf<Writes[M]>> {
    return this.#run(method, async () => {
      const turn = await this.#takeTurn()
      try {
        return await this.#writer.call(method, ...args)
      } finally {
        turn.done()
        this.#idle.expect()
      }
    })
  }

  /** A turn that lasts over several calls. Calls within it go through `within`. */
  turn(): Promise<Turn> {
    return this.#run('turn', () => this.#takeTurn())
  }

  within<M extends keyof Writes & string>(method: M, ...args: ArgumentsOf<Writes[M]>): Promise<ValueOf<Writes[M]>> {
    this.#idle.expect()
    return this.#run(method, () => this.#writer.call(method, ...args))
  }

  /** On a thread of its own, which ends with it. */
  inspect<M extends keyof Inspections & string>(
    method: M,
    ...args: ArgumentsOf<Inspections[M]>
  ): Promise<ValueOf<Inspections[M]>> {
    return this.#run(method, async () => {
      const inspector = await StoreThread.start(
        this.#options.url,
        { ...this.#options.start, role: 'inspector' },
        this.#options.log,
      )
      if ('code' in inspector) throw new StoreError('unavailable', method, inspector.code)
      try {
        return await inspector.call(method, ...args)
      } finally {
        await inspector.close()
      }
    })
  }

  /** Refuses new calls, waits for those in flight, closes readers before the writer. */
  close(): Promise<void> {
    this.#closing ??= this.#drain()
    return this.#closing
  }

  async #drain(): Promise<void> {
    await Promise.allSettled([...this.#running])
    await this.#idle.stop()
    await Promise.all(this.#readers.map((reader) => reader.close()))
    await this.#writer.close()
  }

  #run<T>(method: string, work: () => Promise<T>): Promise<T> {
    if (this.#closing) return Promise.reject(new StoreError('unavailable', method, 'the store is closed'))
    this.#idle.pause()
    const running = work()
    this.#running.add(running)
    const forget = () => {
      this.#running.delete(running)
      if (this.#running.size === 0) this.#idle.resume()
    }
    running.then(forget, forget)
    return running
  }

  /** Waits for its turn like a write, and takes some milliseconds of it. */
  async #mergeSearchIndex(): Promise<boolean> {
    const turn = await this.#takeTurn()
    try {
      return await this.#writer.call('mergeSearchIndex')
    } finally {
      turn.done()
    }
  }

  async #takeTurn(): Promise<Turn> {
    const before = this.#lastTurn
    let done = () => {}
    this.#lastTurn = new Promise((resolve) => (done = resolve))
    await before
    return { done }
  }

  /** The least busy reader; one that died is replaced. */
  async #reader(): Promise<StoreThread<'reader'>> {
    const dead = this.#readers.findIndex((reader) => reader.ended)
    if (dead >= 0) {
      const reader = await startReader(this.#options)
      if ('code' in reader) throw new StoreError('unavailable', 'read', reader.code)
      this.#readers[dead] = reader
    }
    const [first, ...others] = this.#readers
    if (!first) throw new StoreError('unavailable', 'read', 'there is no reader')
    return others.reduce((least, reader) => (reader.busy < least.busy ? reader : least), first)
  }
}

const startReader = (options: PoolOptions): Promise<StoreThread<'reader'> | StoreOpenFailure> =>
  StoreThread.start(options.url, { ...options.start, role: 'reader' }, options.log)
