import { businessDaysBetween } from './business-days.ts'
import type { Day } from './day.ts'
import type { CalendarCountry } from './holidays.ts'

/** Parcels of one kind that took equally long from posting to delivery, in business days of the carrier's country. */
export type DeliveryTime = {
  readonly carrier: string
  readonly service: string | null
  readonly state: string | null
  readonly days: number
  readonly parcels: number
}

/** How many parcels took each number of days: the place in the list is the number. */
export type Durations = readonly number[]

/** Longer than this, or less than none, is a mistake in somebody's file and no experience with a carrier. */
const longestDays = 120

/** Business days from posting to delivery; null where the two days make no sense together. */
export function deliveryDays(postedOn: Day, deliveredOn: Day, country: CalendarCountry): number | null {
  const days = businessDaysBetween(postedOn, deliveredOn, country)
  return deliveredOn < postedOn || days > longestDays ? null : days
}

/** What deliveries took, kind by kind: by carrier and service, and by those and the state that they went to. */
export class DeliveryHistory {
  readonly #byService = new Map<string, number[]>()
  readonly #byState = new Map<string, number[]>()
  readonly #ofStates = new Map<string, number[]>()

  constructor(times: readonly DeliveryTime[]) {
    for (const { carrier, service, state, days, parcels } of times) {
      count(this.#byService, keyOf(carrier, service), days, parcels)
      if (state === null) continue
      count(this.#byState, keyOf(carrier, service, state), days, parcels)
      count(this.#ofStates, state, days, parcels)
    }
  }

  /** From the nearest kind to the widest. */
  alike(parcel: Pick<DeliveryTime, 'carrier' | 'service' | 'state'>): Durations[] {
    const { carrier, service, state } = parcel
    const found = [
      state === null ? undefined : this.#byState.get(keyOf(carrier, service, state)),
      this.#byService.get(keyOf(carrier, service)),
    ]
    return found.filter((durations) => durations !== undefined)
  }

  /** Each state that something was delivered in, with all that went there. */
  states(): [state: string, durations: Durations][] {
    return [...this.#ofStates]
  }
}

/** How many parcels took at least so many days. */
export function parcelsFrom(durations: Durations, least = 0): number {
  let sum = 0
  for (let days = least; days < durations.length; days++) sum += durations[days] ?? 0
  return sum
}

/** Within how many days the given share of those arrived that took at least `least`; null where there are none. */
export function percentile(durations: Durations, share: number, least = 0): number | null {
  const wanted = parcelsFrom(durations, least) * share
  let sum = 0
  for (let days = least; days < durations.length; days++) {
    sum += durations[days] ?? 0
    if (sum > 0 && sum >= wanted) return days
  }
  return null
}

const keyOf = (...parts: (string | null)[]): string => parts.map((part) => part ?? '').join('\u0000')

function count(groups: Map<string, number[]>, key: string, days: number, parcels: number): void {
  const durations = groups.get(key) ?? []
  while (durations.length <= days) durations.push(0)
  durations[days] = (durations[days] ?? 0) + parcels
  groups.set(key, durations)
}
