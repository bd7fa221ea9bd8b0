import type { Day } from './day.ts'
import type { Watch } from './parcel.ts'
import type { ParcelStatus } from './parcel-status.ts'

export type ScheduleFacts = {
  readonly status: ParcelStatus
  readonly createdAt: number
  readonly lastEventAt: number | null
  readonly promisedOn: Day | null
  readonly postedOn: Day | null
  /** Stable per parcel; spreads checks so that parcels of one file are not all due in the same second. */
  readonly seed: number
}

/** When to look at a parcel next, and whether at all. */
export function nextCheck(facts: ScheduleFacts, now: number): { readonly watch: Watch; readonly at: number | null } {
  throw new Error(`being written: ${facts.status} ${now}`)
}
