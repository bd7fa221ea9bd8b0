/** What a parcel's events add up to; one list for every carrier, in the order of a parcel's life. */
export const parcelStatuses = [
  'registered',
  'pre-posted',
  'posted',
  'in-transit',
  'out-for-delivery',
  'awaiting-pickup',
  'delivery-failed',
  'suspended',
  'returning',
  'returned',
  'delivered',
  'customs',
  'exception',
  'lost',
  'cancelled',
] as const

export type ParcelStatus = (typeof parcelStatuses)[number]

/** Statuses after which nothing more is expected of the carrier: it is not asked again. */
export const endedStatuses: readonly ParcelStatus[] = ['delivered', 'returned', 'lost', 'cancelled']

/**
 * What one event says about its parcel.
 *
 * A status is what it makes of the parcel; `information` changes nothing; `voids-previous` takes the event before it back
 * (Correios' EST); `unknown` is a code that no table has: it changes nothing, is shown with the carrier's words and counted.
 */
export type EventMeaning = ParcelStatus | 'information' | 'voids-previous' | 'unknown'

export const eventMeanings = [...parcelStatuses, 'information', 'voids-previous', 'unknown'] as const
