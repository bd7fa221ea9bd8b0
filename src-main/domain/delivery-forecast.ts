import { addBusinessDays, businessDaysBetween } from './business-days.ts'
import type { Day } from './day.ts'
import { parcelsFrom, percentile, type DeliveryHistory } from './delivery-history.ts'
import type { CalendarCountry } from './holidays.ts'
import type { Parcel } from './parcel.ts'
import type { ParcelStatus } from './parcel-status.ts'

/** The day by which a parcel arrives by experience, and how many parcels the experience is of. */
export type DeliveryForecast = { readonly on: Day; readonly from: number }

/** What a forecast depends on. */
export type ForecastFacts = Pick<Parcel, 'carrier' | 'service' | 'state' | 'postedOn' | 'status'>

/** Four of five arrive by then: later than most, so that it can be told to a customer. */
const share = 0.8

/** Fewer than these are chance, not experience. */
const fewest = 20

/** On their way to the recipient; of all others nobody can say when they arrive. */
const expected: readonly ParcelStatus[] = [
  'posted',
  'in-transit',
  'out-for-delivery',
  'delivery-failed',
  'awaiting-pickup',
]

/**
 * When a parcel arrives, by those before it: of the same carrier, service and state where enough of them are known, otherwise
 * of the same carrier and service. Only those count that took as long as this one has been under way already, so that the
 * day never lies in the past; it moves on with the holidays of the carrier's country.
 */
export function forecast(
  parcel: ForecastFacts,
  history: DeliveryHistory,
  today: Day,
  country: CalendarCountry,
): DeliveryForecast | null {
  const { postedOn } = parcel
  if (postedOn === null || !expected.includes(parcel.status)) return null
  const sofar = Math.max(0, businessDaysBetween(postedOn, today, country))
  for (const durations of history.alike(parcel)) {
    const from = parcelsFrom(durations, sofar)
    const days = from < fewest ? null : percentile(durations, share, sofar)
    if (days !== null) return { on: laterOf(addBusinessDays(postedOn, days, country), today), from }
  }
  return null
}

/** On a weekend the last business day lies behind: what takes no more of them arrives today at the earliest. */
const laterOf = (day: Day, other: Day): Day => (day < other ? other : day)
