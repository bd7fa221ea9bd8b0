import type { EventMeaning } from './parcel-status.ts'

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
