import { addDays, type Day } from './day.ts'
import { holidaysOf, type CalendarCountry } from './holidays.ts'

const dayMs = 86_400_000

/** True for Monday to Friday without national holidays: the days that carriers count their deadlines in. */
export function isBusinessDay(day: Day, country: CalendarCountry): boolean {
  return isWeekday(day) && !holidaysOf(country, yearOf(day)).includes(day)
}

/**
 * How many business days lie after `from`, up to and with `to`: what a carrier means by *n business days from posting*.
 * Negative when `to` comes before `from`.
 */
export function businessDaysBetween(from: Day, to: Day, country: CalendarCountry): number {
  if (to < from) return 0 - businessDaysBetween(to, from, country)
  let count = weekdaysUntil(to) - weekdaysUntil(from)
  for (let year = yearOf(from); year <= yearOf(to); year++)
    for (const holiday of holidaysOf(country, year)) if (holiday > from && holiday <= to && isWeekday(holiday)) count--
  return count
}

/** The `count`-th business day after a day; with a negative count the one before it. Zero is the day itself. */
export function addBusinessDays(day: Day, count: number, country: CalendarCountry): Day {
  let at = day
  if (count < 0) {
    for (let left = -count; left > 0;) {
      at = addDays(at, -1)
      if (isBusinessDay(at, country)) left--
    }
    return at
  }
  // By weekdays, and again by as many as were holidays: so many weekdays hold no more business days, it never goes too far.
  for (let left = count; left > 0; left = count - businessDaysBetween(day, at, country)) at = addWeekdays(at, left)
  return at
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Days since Monday, 29 December 1969. */
const mondayBased = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMs + 3

const weekdayOf = (number: number): number => ((number % 7) + 7) % 7

const isWeekday = (day: Day): boolean => weekdayOf(mondayBased(day)) < 5

function addWeekdays(day: Day, count: number): Day {
  const weekday = weekdayOf(mondayBased(day))
  // From a weekend on it is counted as from its Friday.
  const from = Math.min(weekday, 4)
  const weeks = Math.floor((from + count) / 5)
  return addDays(day, weeks * 7 + ((from + count) % 5) - weekday)
}

/** Weekdays from that Monday up to and with a day; only differences mean anything. */
function weekdaysUntil(day: Day): number {
  const number = mondayBased(day)
  return Math.floor(number / 7) * 5 + Math.min(weekdayOf(number) + 1, 5)
}
