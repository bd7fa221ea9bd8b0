import type { Clock } from '../domain/clock.ts'
import type { Logger } from '../log/logger.ts'
import type { UndoWriter } from '../store/store.ts'
import { createBackgroundLook, type BackgroundLook } from './background-look.ts'
import { undoTerm } from './services/undo.ts'

export type UndoExpiryOptions = {
  readonly undo: Pick<UndoWriter, 'expire'>
  readonly clock: Clock
  readonly log: Logger
}

/** Rows thrown away in one transaction: some milliseconds, so that other writes hardly wait. */
const rowsAtOnce = 2000

/** Throws away removed parcels for good when nobody can take their removal back any more. */
export const createUndoExpiry = ({ undo, clock, log }: UndoExpiryOptions): BackgroundLook =>
  createBackgroundLook({
    clock,
    log,
    firstWaitMs: 30_000,
    intervalMs: 15 * 60_000,
    failure: 'removed parcels were not thrown away',
    async look(signal) {
      const since = clock.now() - undoTerm
      while (!signal.aborted && (await undo.expire(since, rowsAtOnce))) await clock.sleep(0, signal)
    },
  })
