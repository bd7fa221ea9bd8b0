import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '../domain/result.ts'
import type { EngineStart, FromEngine, StoreOpenFailure, ToEngine } from '../engine/engine-facts.ts'
import type { Logger } from '../log/logger.ts'
import type { Endpoint } from './endpoint.ts'
import { createThreadClient } from './thread-port.ts'

/** The engine's thread as the main process sees it. */
export type EngineHost = {
  readonly endpoint: Endpoint
  tell(fact: ToEngine): void
  /** Lets the engine finish what can't be left half done, then ends its thread. */
  stop(): Promise<void>
}

export type EngineListeners = {
  event(name: string, payload: unknown): void
  file(token: string, path: string): void
  /** The thread ended without having been asked to. */
  died(): void
}

/** How long a stopping engine may take before its thread is ended from outside. The store survives that too. */
const longestStop = 15_000

/**
 * How much the engine's short-lived objects may gather before V8 sweeps them up. Without a limit the rows of a long import
 * take a hundred megabytes more than they need. The limit of all its objects is far above what it needs: below the usual one, V8
 * lets what is no longer used gather to twice what is, and not to four times.
 */
export const engineLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

/** Starts the engine's thread and waits until its store is open, or can't be opened. */
export async function startEngine(
  program: URL,
  start: EngineStart,
  listeners: EngineListeners,
  log: Logger,
): Promise<Result<EngineHost, StoreOpenFailure>> {
  const worker = new Worker(program, { workerData: start, name: 'engine', resourceLimits: engineLimits })
  const client = createThreadClient(worker)
  let stopping = false
  let running = false
  const { promise: opened, resolve, reject } = deferred<Result<void, StoreOpenFailure>>()
  const { promise: ended, resolve: end } = deferred<void>()

  worker.on('message', (fact: FromEngine) => {
    if (fact.kind === 'started') resolve(ok(undefined))
    else if (fact.kind === 'refused') resolve(fail(fact.failure))
    else if (fact.kind === 'event') listeners.event(fact.name, fact.payload)
    else if (fact.kind === 'file') listeners.file(fact.token, fact.path)
    else if (fact.kind === 'stopped') end()
  })
  worker.on('error', (error) => {
    log.error({ err: error }, 'the engine failed')
    reject(error)
  })
  worker.on('exit', (code) => {
    client.end()
    end()
    reject(new Error(`the engine ended with ${code} before it was ready`))
    if (!stopping && running) listeners.died()
  })

  const tell = (fact: ToEngine) => worker.postMessage(fact)
  const stop = async () => {
    stopping = true
    tell({ kind: 'stop' })
    const late = setTimeout(end, longestStop)
    await ended
    clearTimeout(late)
    await worker.terminate()
  }

  const outcome = await opened
  if (!outcome.ok) {
    stopping = true
    await worker.terminate()
    return outcome
  }
  running = true
  return ok({ endpoint: client.endpoint, tell, stop })
}

/** `Promise.withResolvers`, which Node 20 has not. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve!: (value: T) => void
  let reject!: (error: Error) => void
  const promise = new Promise<T>((res, rej) => {
    resolve = res
    reject = rej
  })
  return { promise, resolve, reject }
}
