import type { Clock } from '../domain/clock.ts'
import { dayOf, type Day } from '../domain/day.ts'
import type { Logger } from '../log/logger.ts'
import type { Store } from '../store/store.ts'
import { createBackgroundLook, type BackgroundLook } from './background-look.ts'

export type DailyBackupOptions = {
  readonly store: Pick<Store, 'backup' | 'backups'>
  readonly clock: Clock
  readonly zone: string
  readonly kept: () => Promise<number>
  readonly log: Logger
}

/** Copies the store once a day while the application runs. A computer may sleep over midnight, so it looks more often than that. */
export function createDailyBackup({ store, clock, zone, kept, log }: DailyBackupOptions): BackgroundLook {
  let failedOn: Day | null = null

  const look = async () => {
    const now = clock.now()
    const today = dayOf(now, zone)
    const done = (await store.backups()).some(({ reason, at }) => reason === 'daily' && dayOf(at, zone) === today)
    if (done || failedOn === today) return
    const made = await store.backup('daily', now, await kept())
    // Once a day is enough to say that the disk is full.
    if (typeof made === 'string') failedOn = today
    if (typeof made === 'string') log.error({ problem: made }, 'the daily backup was not made')
    else log.info({ backup: made.name, size: made.size }, 'daily backup made')
  }

  return createBackgroundLook({
    clock,
    log,
    firstWaitMs: 20_000,
    intervalMs: 15 * 60_000,
    failure: 'the daily backup failed',
    look,
  })
}
