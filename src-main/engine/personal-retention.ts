import type { Clock } from '../domain/clock.ts'
import type { Logger } from '../log/logger.ts'
import type { Store } from '../store/store.ts'
import type { ParcelChanges } from './events.ts'
import type { PersonalFiles } from './personal-files.ts'
import { retentionStart } from './retention-start.ts'

/** Anonymises parcels that are older than the retention says, while the application runs. */
export type PersonalRetention = {
  start(): void
  /** Looks soon: the retention was changed. */
  kick(): void
  stop(): Promise<void>
}

export type PersonalRetentionOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly clock: Clock
  /** Months, or null while personal data is kept for ever. */
  readonly months: () => Promise<number | null>
  readonly files: PersonalFiles
  readonly changes: ParcelChanges
  readonly log: Logger
}

/** A day's parcels grow old in a day. */
const interval = 24 * 3_600_000
/** After the start, so that the first screens have the disk for themselves. */
const firstWait = 60_000
const batch = 200
/** Between two batches, so that other writes hardly wait. */
const breath = 50

/** Makes it; nothing happens before `start`. */
export function createPersonalRetention(options: PersonalRetentionOptions): PersonalRetention {
  const { store, clock, months, files, changes, log } = options
  const ending = new AbortController()
  let waking = new AbortController()
  let loop: Promise<void> | undefined
  let unclean = false
  let kicked = false

  const lookOnce = async () => {
    const kept = await months()
    if (kept === null) return
    const before = retentionStart(clock.now(), kept)
    let parcels = 0
    let after = 0
    for (;;) {
      const ids = await store.read.personal.old(before, after, batch)
      const last = ids.at(-1)
      if (last === undefined || ending.signal.aborted) break
      parcels += await store.write.personal.anonymise(ids, clock.now())
      after = last
      await clock.sleep(breath, ending.signal)
    }
    const old = await files.before(before)
    const deleted = old.length - (await files.remove(old))
    if (parcels > 0) changes.add(null, parcels)
    if (parcels + deleted > 0)
      await store.write.personal.note({ at: clock.now(), kind: 'aged', rule: String(kept), parcels, files: deleted })
    unclean ||= parcels > 0
    if (unclean && !ending.signal.aborted) unclean = !(await store.write.personal.rewriteFile())
    if (parcels > 0) log.info({ parcels, files: deleted }, 'old personal data was anonymised')
  }

  const wait = async (ms: number) => {
    waking = new AbortController()
    if (!kicked) await clock.sleep(ms, AbortSignal.any([waking.signal, ending.signal]))
  }

  const lookForEver = async () => {
    await wait(firstWait)
    while (!ending.signal.aborted) {
      kicked = false
      await lookOnce().catch((error: unknown) => log.error({ err: error }, 'old personal data was not anonymised'))
      await wait(interval)
    }
  }

  return {
    start() {
      loop ??= lookForEver()
    },
    kick() {
      kicked = true
      waking.abort()
    },
    async stop() {
      ending.abort()
      await loop
    },
  }
}
