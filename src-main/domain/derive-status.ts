import type { ParcelStatus } from './parcel-status.ts'
import type { TrackingEvent } from './tracking-event.ts'

/** What a parcel's events add up to. */
export type Derived = {
  readonly status: ParcelStatus
  readonly statusAt: number | null
  readonly deliveredAt: number | null
  /** Indexes into `events` of those that a later event took back. */
  readonly voided: readonly number[]
}

/** The status of a parcel from all its events, in the carrier's order, oldest first. */
export function deriveStatus(events: readonly TrackingEvent[]): Derived {
  throw new Error(`being written: ${events.length}`)
}
