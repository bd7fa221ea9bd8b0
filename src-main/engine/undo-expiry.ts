import type { Clock } from '../domain/clock.ts'
import type { Logger } from '../log/logger.ts'
import type { UndoWriter } from '../store/store.ts'
import { undoTerm } from './services/undo.ts'

/** Throws away removed parcels for good when nobody can take their removal back any more. */
export type UndoExpiry = { start(): void; stop(): Promise<void> }

export type UndoExpiryOptions = {
  readonly undo: Pick<UndoWriter, 'expire'>
  readonly clock: Clock
  readonly log: Logger
}

/** How often is looked. */
const interval = 15 * 60_000
/** After the start, so that the first screens have the disk for themselves. */
const firstWait = 30_000
/** Rows thrown away in one transaction: some milliseconds, so that other writes hardly wait. */
const rowsAtOnce = 2000

/** Makes it; nothing happens before `start`. */
export function createUndoExpiry({ undo, clock, log }: UndoExpiryOptions): UndoExpiry {
  const ending = new AbortController()
  let loop: Promise<void> | undefined

  const lookOnce = async () => {
    const since = clock.now() - undoTerm
    while (!ending.signal.aborted && (await undo.expire(since, rowsAtOnce))) await clock.sleep(0, ending.signal)
  }

  const lookForEver = async () => {
    await clock.sleep(firstWait, ending.signal)
    while (!ending.signal.aborted) {
      await lookOnce().catch((error: unknown) => log.error({ err: error }, 'removed parcels were not thrown away'))
      await clock.sleep(interval, ending.signal)
    }
  }

  return {
    start() {
      loop ??= lookForEver()
    },
    async stop() {
      ending.abort()
      await loop
    },
  }
}
