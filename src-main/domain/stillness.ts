import { z } from 'zod'
import { addBusinessDays, businessDaysBetween } from './business-days.ts'
import { addDays, dayOf, type Day } from './day.ts'
import {
  businessCountry,
  calendarZones,
  usualCountry,
  type CalendarCountries,
  type CalendarCountry,
} from './holidays.ts'
import { endedStatuses, parcelStatuses, type ParcelStatus } from './parcel-status.ts'
import { startOfDay, wallTimes } from './wall-time.ts'

/** Statuses of parcels that can stand still: something more is expected of the carrier. */
export const openStatuses: readonly ParcelStatus[] = parcelStatuses.filter((status) => !endedStatuses.includes(status))

const days = z.int().min(1).max(90)

/** After how many business days without an event a parcel of each status counts as stalled. */
export const StalledAfter = z.strictObject({
  registered: days,
  'pre-posted': days,
  posted: days,
  'in-transit': days,
  'out-for-delivery': days,
  'awaiting-pickup': days,
  'delivery-failed': days,
  suspended: days,
  returning: days,
  customs: days,
  exception: days,
})
export type StalledAfter = z.output<typeof StalledAfter>

/**
 * Before anybody set anything: short where a carrier moves daily, long where a parcel waits for others. A Correios agency keeps
 * a parcel for up to seven business days; a customs office may take its forty, of which half are worth a look.
 */
export const firstStalledAfter: StalledAfter = {
  registered: 5,
  'pre-posted': 5,
  posted: 3,
  'in-transit': 5,
  'out-for-delivery': 2,
  'awaiting-pickup': 7,
  'delivery-failed': 3,
  suspended: 5,
  returning: 8,
  customs: 20,
  exception: 3,
}

/** What decides whether a parcel stands still. Carriers that are not named keep Brazil's holidays. */
export type StillnessRules = {
  readonly after: StalledAfter
  readonly countries: CalendarCountries
}

/** The rules before anybody set anything. */
export const firstStillnessRules: StillnessRules = { after: firstStalledAfter, countries: {} }

/** Before which instant a parcel last moved that stands still for so many business days; some carriers have their own. */
export type CutOff = {
  readonly otherwise: number
  readonly exceptions: readonly { readonly carriers: readonly string[]; readonly before: number }[]
}

/**
 * The instants that stand for `count` business days at `now`: the midnight after which the oldest of them began. One instant
 * instead of a count per parcel, so that an index finds the parcels.
 */
export function cutOffOf(now: number, count: number, { countries }: StillnessRules): CutOff {
  const others = Object.entries(countries).filter(([, country]) => country !== usualCountry)
  return {
    otherwise: stillSince(now, count, usualCountry),
    exceptions: [...new Set(others.map(([, country]) => country))].map((country) => ({
      carriers: others.filter(([, its]) => its === country).map(([carrier]) => carrier),
      before: stillSince(now, count, country),
    })),
  }
}

function stillSince(now: number, count: number, country: CalendarCountry): number {
  const zone = calendarZones[country]
  const tomorrow = addDays(dayOf(now, zone), 1)
  return startOfDay(addBusinessDays(tomorrow, -count, country), zone)
}

const wallTimeOf: Readonly<Record<CalendarCountry, (instant: number) => string>> = {
  BR: wallTimes(calendarZones.BR),
  PL: wallTimes(calendarZones.PL),
}

/** Makes the count of business days from an instant to `now`, for many parcels: each pair of days is counted once. */
export function stillDays(now: number, rules: StillnessRules): (movedAt: number, carrier: string) => number {
  const counted = new Map<string, number>()
  const dayIn = (instant: number, country: CalendarCountry): Day => wallTimeOf[country](instant).slice(0, 10)
  return (movedAt, carrier) => {
    const country = businessCountry(rules.countries, carrier)
    const from = dayIn(movedAt, country)
    const key = `${country} ${from}`
    const days = counted.get(key) ?? Math.max(0, businessDaysBetween(from, dayIn(now, country), country))
    counted.set(key, days)
    return days
  }
}

/** True when a watched parcel of this status stands still for longer than the rules allow. */
export function isStalled(status: ParcelStatus, stalledDays: number | null, rules: StillnessRules): boolean {
  const after: number | undefined = (rules.after as Partial<Record<ParcelStatus, number>>)[status]
  return stalledDays !== null && after !== undefined && stalledDays >= after
}
