import { addDays, type Day } from './day.ts'

/** Countries whose working days Despacho knows. */
export const calendarCountries = ['BR', 'PL'] as const
export type CalendarCountry = (typeof calendarCountries)[number]

/** Whose holidays carriers keep, by their ids; those that are not named keep Brazil's. */
export type CalendarCountries = Readonly<Record<string, CalendarCountry>>

/** The country of carriers that name none. */
export const usualCountry: CalendarCountry = 'BR'

/** Whose holidays a carrier keeps. */
export const businessCountry = (countries: CalendarCountries, carrier: string): CalendarCountry =>
  countries[carrier] ?? usualCountry

/** The zone whose midnights bound a country's days: the one that most of its people live in. */
export const calendarZones: Readonly<Record<CalendarCountry, string>> = {
  BR: 'America/Sao_Paulo',
  PL: 'Europe/Warsaw',
}

/** A holiday of every year from `since` on: a day of the year, or one so many days after Easter Sunday. */
type Holiday = ({ readonly on: `${number}-${number}` } | { readonly afterEaster: number }) & { readonly since?: number }

/**
 * National holidays by law. States' and towns' own are not here: the place of a parcel at a moment is not known well enough.
 *
 * Brazil: Lei 662/1949 as changed by Lei 10.607/2002 (1 January, 21 April, 1 May, 7 September, 2 and 15 November, 25
 * December), Lei 6.802/1980 (12 October), Lei 14.759/2023 (20 November, from 2024) and Good Friday by Lei 9.093/1995. Carnival
 * and Corpus Christi are optional days off, not holidays.
 *
 * Poland: ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, with Epiphany from 2011 (Dz.U. 2010 nr 224 poz. 1459) and
 * Christmas Eve from 2025 (Dz.U. 2024 poz. 1965).
 */
const holidays: Readonly<Record<CalendarCountry, readonly Holiday[]>> = {
  BR: [
    { on: '01-01' },
    { afterEaster: -2 },
    { on: '04-21' },
    { on: '05-01' },
    { on: '09-07' },
    { on: '10-12' },
    { on: '11-02' },
    { on: '11-15' },
    { on: '11-20', since: 2024 },
    { on: '12-25' },
  ],
  PL: [
    { on: '01-01' },
    { on: '01-06', since: 2011 },
    { afterEaster: 0 },
    { afterEaster: 1 },
    { on: '05-01' },
    { on: '05-03' },
    { afterEaster: 49 },
    { afterEaster: 60 },
    { on: '08-15' },
    { on: '11-01' },
    { on: '11-11' },
    { on: '12-24', since: 2025 },
    { on: '12-25' },
    { on: '12-26' },
  ],
}

const known = new Map<string, readonly Day[]>()

/** The national holidays of a year, in order. */
export function holidaysOf(country: CalendarCountry, year: number): readonly Day[] {
  const key = `${country} ${year}`
  let days = known.get(key)
  if (!days) {
    const easter = easterOf(year)
    const dates = holidays[country]
      .filter(({ since = 0 }) => year >= since)
      .map((holiday) => ('on' in holiday ? `${yearText(year)}-${holiday.on}` : addDays(easter, holiday.afterEaster)))
    // Two may fall on one day: Good Friday of 2000 was 21 April.
    days = [...new Set(dates)].sort()
    known.set(key, days)
  }
  return days
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const late = Math.floor((a + 11 * moon + 22 * weekday) / 451)
  const days = moon + weekday - 7 * late + 114
  const two = (part: number) => String(part).padStart(2, '0')
  return `${yearText(year)}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`
}

const yearText = (year: number): string => String(year).padStart(4, '0')
