import type { Clock } from '../domain/clock.ts'
import type { Logger } from '../log/logger.ts'
import type { Store } from '../store/store.ts'
import { createBackgroundLook, type BackgroundLook } from './background-look.ts'
import type { ParcelChanges } from './events.ts'
import type { PersonalFiles } from './personal-files.ts'
import { retentionStart } from './retention-start.ts'

export type PersonalRetentionOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly clock: Clock
  /** Months, or null while personal data is kept for ever. */
  readonly months: () => Promise<number | null>
  readonly files: PersonalFiles
  readonly changes: ParcelChanges
  readonly log: Logger
}

const batch = 200
/** Between two batches, so that other writes hardly wait. */
const breath = 50

/** Anonymises, once a day while the application runs, parcels that are older than the retention says. Kicked when that was changed. */
export function createPersonalRetention(options: PersonalRetentionOptions): BackgroundLook {
  const { store, clock, months, files, changes, log } = options
  let unclean = false

  const look = async (signal: AbortSignal) => {
    const kept = await months()
    if (kept === null) return
    const before = retentionStart(clock.now(), kept)
    let parcels = 0
    let after = 0
    for (;;) {
      const ids = await store.read.personal.old(before, after, batch)
      const last = ids.at(-1)
      if (last === undefined || signal.aborted) break
      parcels += await store.write.personal.anonymise(ids, clock.now())
      after = last
      await clock.sleep(breath, signal)
    }
    const old = await files.before(before)
    const deleted = old.length - (await files.remove(old))
    if (parcels > 0) changes.add(null, parcels)
    if (parcels + deleted > 0)
      await store.write.personal.note({ at: clock.now(), kind: 'aged', rule: String(kept), parcels, files: deleted })
    unclean ||= parcels > 0
    if (unclean && !signal.aborted) unclean = !(await store.write.personal.rewriteFile())
    if (parcels > 0) log.info({ parcels, files: deleted }, 'old personal data was anonymised')
  }

  return createBackgroundLook({
    clock,
    log,
    firstWaitMs: 60_000,
    intervalMs: 24 * 3_600_000,
    failure: 'old personal data was not anonymised',
    look,
  })
}
