import type { ParcelStatus } from './parcel-status.ts'
import type { TrackingEvent } from './tracking-event.ts'

/** What a parcel's events add up to. */
export type Derived = {
  readonly status: ParcelStatus
  /** When the status began: the first event of the unbroken run that says the same. */
  readonly statusAt: number | null
  /** Set only while the status is `delivered`. */
  readonly deliveredAt: number | null
  /** Indexes into `events` of those that a later event took back. */
  readonly voided: readonly number[]
}

/** Statuses that on the way back only say that the parcel moves: it stays `returning`. */
const movement: readonly ParcelStatus[] = ['posted', 'in-transit', 'out-for-delivery', 'returning']

/**
 * The status of a parcel from all its events, in the carrier's order (`inCarrierOrder`), oldest first.
 *
 * - The latest event that means something decides. `information` and `unknown` change nothing, so an archive note after the
 *   delivery leaves `delivered`.
 * - `voids-previous` takes back the latest event before it that still stands, whatever it means; two of them take back two.
 * - Once a parcel is on its way back, scans on the road leave it `returning`, and "delivered" means delivered to the sender:
 *   `returned`. Correios closes a return with BDE/23 or a plain BDE/01, InPost with `returned_to_sender` or `delivered`.
 * - A suspension that was asked for stands while the parcel travels on to the office that will act on it: `in-transit` leaves
 *   `suspended`. That it was too late shows in `out-for-delivery` or `delivered`.
 * - A delivery is not final by itself: an event that the carrier dates *later* (a corrective BDR, a scan of a parcel that was
 *   marked by mistake) decides again, since it is safer to ask once more than to call a stray parcel delivered. An event dated
 *   earlier or of the same instant sorts before the delivery and does not move it back.
 */
export function deriveStatus(events: readonly TrackingEvent[]): Derived {
  const { standing, voided } = takeBack(events)
  let status: ParcelStatus = 'registered'
  let statusAt: number | null = null
  let goingBack = false
  for (const { meaning, at } of standing) {
    if (meaning === 'information' || meaning === 'unknown' || meaning === 'voids-previous') continue
    goingBack ||= meaning === 'returning'
    const next: ParcelStatus = goingBack ? onTheWayBack(meaning) : onTheWay(status, meaning)
    if (next !== status || statusAt === null) statusAt = at
    status = next
  }
  return { status, statusAt, deliveredAt: status === 'delivered' ? statusAt : null, voided }
}

function onTheWay(status: ParcelStatus, meaning: ParcelStatus): ParcelStatus {
  return status === 'suspended' && meaning === 'in-transit' ? 'suspended' : meaning
}

function onTheWayBack(meaning: ParcelStatus): ParcelStatus {
  if (meaning === 'delivered') return 'returned'
  return movement.includes(meaning) ? 'returning' : meaning
}

/** Walks the history as a stack: each taking back removes the event on top. */
function takeBack(events: readonly TrackingEvent[]): {
  readonly standing: readonly TrackingEvent[]
  readonly voided: readonly number[]
} {
  const stack: { readonly event: TrackingEvent; readonly index: number }[] = []
  const voided: number[] = []
  events.forEach((event, index) => {
    if (event.meaning !== 'voids-previous') stack.push({ event, index })
    else {
      const top = stack.pop()
      if (top) voided.push(top.index)
    }
  })
  return { standing: stack.map(({ event }) => event), voided: voided.sort((a, b) => a - b) }
}
