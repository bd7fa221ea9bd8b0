import { fail, ok, type Result } from '../domain/result.ts'
import type { StoreOpenFailure, ToEngine } from '../engine/engine-facts.ts'
import type { Logger } from '../log/logger.ts'
import type { Endpoint } from './endpoint.ts'
import type { EngineHost } from './engine-host.ts'

export type { EngineStart, StoreOpenFailure } from '../engine/engine-facts.ts'
export type { FileGate } from '../engine/file-gate.ts'
export type { FileTokens } from '../engine/file-tokens.ts'

/** Which data the application works on. */
export type EngineMode = 'own' | 'demo'

/** The engine that answers now: started, changed for another, started again after a fall. */
export type EngineSession = {
  /** Asks the engine of the moment; a call during a change waits for the new one. */
  readonly endpoint: Endpoint
  readonly mode: EngineMode
  tell(fact: ToEngine): void
  /** Ends the engine that runs, if any, and starts the one of a mode. */
  open(mode: EngineMode): Promise<Result<void, StoreOpenFailure>>
  /** As `open`; where the other data can't be opened, what was open before is opened again and goes on. */
  change(mode: EngineMode): Promise<Result<void, NotChanged>>
  stop(): Promise<void>
}

/** Why the other data was not opened, and whether what was open before is again. */
export type NotChanged = { readonly why: string; readonly back: Result<void, StoreOpenFailure> }

export type EngineSessionOptions = {
  /** Starts an engine; `died` is to be called when it ends by itself. */
  readonly start: (mode: EngineMode, died: () => void) => Promise<Result<EngineHost, StoreOpenFailure>>
  /** What each new engine is told first: the files that people pointed at, whether there is a network. */
  readonly greet: () => readonly ToEngine[]
  /** A new engine answers: whatever was read from the one before is out of date. */
  readonly restarted: () => void
  /** It fell too often to be started again. */
  readonly gaveUp: () => void
  readonly now: () => number
  readonly log: Logger
}

/** An engine that falls more often than this within the time is left down: something is wrong that starting again won't mend. */
const fallsAllowed = { times: 3, withinMs: 60_000 }

/** Makes a session without an engine; `open` starts the first. */
export function createEngineSession(options: EngineSessionOptions): EngineSession {
  let mode: EngineMode = 'own'
  let host: EngineHost | undefined
  let change: Promise<unknown> = Promise.resolve()
  let stopped = false
  let falls: number[] = []

  const start = async (next: EngineMode): Promise<Result<void, StoreOpenFailure>> => {
    const opened = await options.start(next, () => void recover())
    if (!opened.ok) return opened
    host = opened.value
    mode = next
    for (const fact of options.greet()) host.tell(fact)
    return ok(undefined)
  }

  const end = async () => {
    const before = host
    host = undefined
    await before?.stop()
  }

  /** Why an engine can't be started: a store that was refused, or a fall. Null: it runs. */
  const startOrWhy = async (next: EngineMode): Promise<string | null> => {
    try {
      const opened = await start(next)
      return opened.ok ? null : opened.error.code
    } catch (error) {
      options.log.error({ err: error, mode: next }, 'the engine could not be started')
      return error instanceof Error ? error.message : String(error)
    }
  }

  const recover = async () => {
    host = undefined
    if (stopped) return
    falls = [...falls.filter((at) => options.now() - at < fallsAllowed.withinMs), options.now()]
    if (falls.length > fallsAllowed.times) return options.gaveUp()
    options.log.warn({ falls: falls.length }, 'the engine is started again')
    const started = await inTurn(() => start(mode)).catch((error: unknown) => {
      options.log.error({ err: error }, 'the engine could not be started again')
      return undefined
    })
    if (started?.ok) options.restarted()
    else options.gaveUp()
  }

  /** One change of engine at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = change.then(work)
    change = mine.catch(() => undefined)
    return mine
  }

  return {
    get mode() {
      return mode
    },
    async endpoint(call) {
      await change
      if (host) return host.endpoint(call)
      return { ok: false, error: { code: 'internal', message: 'the engine is not running', retryable: true } }
    },
    tell: (fact) => host?.tell(fact),
    open: (next) =>
      inTurn(async () => {
        await end()
        return start(next)
      }),
    change: (next) =>
      inTurn(async () => {
        const before = mode
        await end()
        const why = await startOrWhy(next)
        return why === null ? ok(undefined) : fail({ why, back: await start(before) })
      }),
    stop: () =>
      inTurn(async () => {
        stopped = true
        await host?.stop()
        host = undefined
      }),
  }
}
