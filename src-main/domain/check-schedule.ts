import { dayOf, type Day } from './day.ts'
import type { Watch } from './parcel.ts'
import { endedStatuses, type ParcelStatus } from './parcel-status.ts'

export type ScheduleFacts = {
  readonly status: ParcelStatus
  readonly createdAt: number
  readonly lastEventAt: number | null
  readonly promisedOn: Day | null
  readonly postedOn: Day | null
  /** Stable per parcel; spreads checks so that parcels of one file are not all due in the same second. */
  readonly seed: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A code that the carrier has never heard of is given up this long after it was stored. */
export const silentTermMs = 30 * day
/** A parcel that the carrier knows is given up this long after its last event. */
export const standstillTermMs = 90 * day

/** A pause between two checks, for as long as the last event is at most this old. Ages grow; the last row has no end. */
type Step = { readonly upTo: number; readonly every: number }

const steps = (...rows: readonly (readonly [upTo: number, every: number])[]): readonly Step[] =>
  rows.map(([upTo, every]) => ({ upTo, every }))

const waiting = steps([day, 2 * hour], [7 * day, 6 * hour], [Infinity, day])
const moving = steps([2 * day, hour], [7 * day, 3 * hour], [21 * day, 8 * hour], [Infinity, day])

/** How often each status is looked at, by the age of its last event: often where something is about to happen. */
const cadence: Readonly<Record<ParcelStatus, readonly Step[]>> = {
  registered: waiting,
  'pre-posted': waiting,
  posted: moving,
  'in-transit': moving,
  'out-for-delivery': steps([16 * hour, 20 * minute], [3 * day, 2 * hour], [Infinity, 8 * hour]),
  'awaiting-pickup': steps([3 * day, 2 * hour], [Infinity, 6 * hour]),
  'delivery-failed': steps([day, hour], [7 * day, 3 * hour], [Infinity, 12 * hour]),
  suspended: steps([3 * day, hour], [Infinity, 6 * hour]),
  returning: steps([7 * day, 4 * hour], [Infinity, 12 * hour]),
  customs: steps([14 * day, 12 * hour], [Infinity, day]),
  exception: steps([3 * day, 4 * hour], [Infinity, day]),
  delivered: [],
  returned: [],
  lost: [],
  cancelled: [],
}

/** On the promised day, and while the parcel is to arrive any moment after it. */
const deliveryDayEvery = 30 * minute
/** The day of posting as people entered it, while the carrier may scan it any moment. */
const postingDayEvery = hour

/** When to look at a parcel next, and whether at all. `now` is the moment of the look that has just been taken. */
export function nextCheck(facts: ScheduleFacts, now: number): { readonly watch: Watch; readonly at: number | null } {
  const { status, createdAt, lastEventAt } = facts
  if (endedStatuses.includes(status)) return { watch: 'ended', at: null }
  const known = lastEventAt !== null && lastEventAt > 0
  const age = Math.max(0, now - (known ? lastEventAt : createdAt))
  if (age > (known ? standstillTermMs : silentTermMs)) return { watch: 'silent', at: null }
  const step = cadence[status].find(({ upTo }) => age <= upTo)
  const pause = Math.min(step?.every ?? day, pauseOfTheDay(facts, now))
  return { watch: 'watched', at: Math.round(now + pause * spread(facts.seed)) }
}

/** Statuses that a promised day brings to an end soon: others (customs, a failed delivery) have their own pace. */
const underWay: readonly ParcelStatus[] = ['posted', 'in-transit', 'out-for-delivery']

/**
 * The pause that today asks for, or none. Days are compared as days of UTC: it is within one day of UTC that both Brazil
 * (11-23 h) and Poland (6-20 h) deliver.
 */
function pauseOfTheDay({ status, promisedOn, postedOn }: ScheduleFacts, now: number): number {
  const today = dayOf(now, 'UTC')
  if (underWay.includes(status) && promisedOn === today) return deliveryDayEvery
  if ((status === 'registered' || status === 'pre-posted') && postedOn === today) return postingDayEvery
  return Infinity
}

/** Between 0.85 and 1.15, always the same for one seed. */
function spread(seed: number): number {
  let x = (seed | 0) ^ 0x9e3779b9
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return 0.85 + (0.3 * ((x ^ (x >>> 16)) >>> 0)) / 2 ** 32
}
