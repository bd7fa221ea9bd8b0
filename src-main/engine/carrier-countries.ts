import type { Carrier } from '../carriers/carrier.ts'
import type { CalendarCountries } from '../domain/holidays.ts'

/** The countries of the carriers that name one. */
export const carrierCountries = (carriers: readonly Carrier[]): CalendarCountries =>
  Object.fromEntries(carriers.flatMap(({ id, country }) => (country ? [[id, country] as const] : [])))
