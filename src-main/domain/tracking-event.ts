import { parcelStatuses, type EventMeaning } from './parcel-status.ts'

/** Where something happened, as far as the carrier says. */
export type Place = {
  /** Name of the office, hub or locker. */
  readonly name?: string | undefined
  readonly city?: string | undefined
  /** State or region: two letters in Brazil. */
  readonly state?: string | undefined
  /** ISO 3166 alpha-2. */
  readonly country?: string | undefined
}

/** One thing the carrier says happened. Its identity is (parcel, code, at, place): carriers send the whole history each time. */
export type TrackingEvent = {
  /** The carrier's own code in one string: `BDE/01`, `delivered`. */
  readonly code: string
  /** Milliseconds UTC. */
  readonly at: number
  /** Zone of the place, in which people want to read the time: `America/Sao_Paulo`. */
  readonly zone: string
  readonly meaning: EventMeaning
  /** The carrier's words, never altered. */
  readonly text: string
  readonly detail?: string | undefined
  readonly place?: Place | undefined
  /** Where the parcel goes next, when the event says so. */
  readonly destination?: Place | undefined
}

/**
 * What makes an event the same event when the carrier sends it again: code, instant and place, as one string.
 *
 * Within one parcel. Words, detail and meaning are not part of it: a carrier that mends a typing error, or a status table
 * that learns a code, must not double the history.
 */
export function eventIdentity(event: Pick<TrackingEvent, 'code' | 'at' | 'place'>): string {
  const { name = '', city = '', state = '', country = '' } = event.place ?? {}
  return [event.code, event.at, name, city, state, country].join('|')
}

/** Events of the same instant, in the order in which they can have happened; a taking back comes after what it takes back. */
const rankWithinInstant = new Map<EventMeaning, number>([
  ['unknown', 0],
  ['information', 1],
  ...parcelStatusesInLifeOrder().map((status, index): [EventMeaning, number] => [status, 2 + index]),
  ['voids-previous', 100],
])

/** Open statuses by their place in a parcel's life, then those that end it, so that an ending of the same instant wins. */
function parcelStatusesInLifeOrder(): readonly EventMeaning[] {
  const endings = ['delivered', 'returned', 'lost', 'cancelled'] as const
  return [...parcelStatuses.filter((status) => !endings.some((ending) => ending === status)), ...endings]
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The order of a parcel's history, oldest first: by instant, within an instant by what can have happened first, then by code
 * and place. It looks at the events alone and not at the order in which they came, so that an answer that is shuffled, comes
 * twice or fills a gap later adds up to the same history.
 */
export function compareEvents(a: TrackingEvent, b: TrackingEvent): number {
  return (
    compare(a.at, b.at) ||
    compare(rankWithinInstant.get(a.meaning) ?? 0, rankWithinInstant.get(b.meaning) ?? 0) ||
    compare(a.code, b.code) ||
    compare(eventIdentity(a), eventIdentity(b))
  )
}

/** The events sorted by `compareEvents`, each identity once; of two with one identity the later in the list stays. */
export function inCarrierOrder<E extends TrackingEvent>(events: readonly E[]): E[] {
  const once = new Map(events.map((event) => [eventIdentity(event), event]))
  return [...once.values()].sort(compareEvents)
}
