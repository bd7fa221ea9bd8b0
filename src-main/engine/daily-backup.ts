import type { Clock } from '../domain/clock.ts'
import { dayOf, type Day } from '../domain/day.ts'
import type { Logger } from '../log/logger.ts'
import type { Store } from '../store/store.ts'

/** Copies the store once a day while the application runs. */
export type DailyBackup = { start(): void; stop(): Promise<void> }

export type DailyBackupOptions = {
  readonly store: Pick<Store, 'backup' | 'backups'>
  readonly clock: Clock
  readonly zone: string
  readonly kept: () => Promise<number>
  readonly log: Logger
}

/** How often is looked whether a day has passed; a computer may sleep over midnight. */
const interval = 15 * 60_000
/** After the start, so that the first screens have the disk for themselves. */
const firstWait = 20_000

/** Makes it; nothing happens before `start`. */
export function createDailyBackup({ store, clock, zone, kept, log }: DailyBackupOptions): DailyBackup {
  const ending = new AbortController()
  let loop: Promise<void> | undefined
  let failedOn: Day | null = null

  const lookOnce = async () => {
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

  const lookForEver = async () => {
    await clock.sleep(firstWait, ending.signal)
    while (!ending.signal.aborted) {
      await lookOnce().catch((error: unknown) => log.error({ err: error }, 'the daily backup failed'))
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
