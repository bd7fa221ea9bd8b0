import type { Locale } from '../../src-main/contract/app.contract.ts'

const minute = 60_000
const hour = 60 * minute
const dayMs = 24 * hour

/** Everything that people read as a number, a date or an amount, in one language and one time zone. */
export type Formats = {
  /** `12.480` */
  integer(value: number): string
  /** `87,4 %` of a share between 0 and 1. */
  percent(share: number): string
  /** Amount in the smallest unit of its currency: `R$ 1.234,56`. */
  money(minor: number, currency: string): string
  /** `350 g`, from a kilogram on `1,35 kg`. */
  weight(grams: number): string
  /** `20,5 cm` of millimetres. */
  length(millimetres: number): string
  /** `4,2 MB` */
  bytes(bytes: number): string
  /** `22/11/2026` of `2026-11-22`; a calendar day has no zone and is not shifted by one. */
  day(day: string): string
  /** `domingo, 22 de novembro de 2026`, for a tool tip. */
  dayFull(day: string): string
  /** `22/11 14:20`, with the year when it is another one. */
  instant(at: number): string
  /** `14:20`, and the day as well when it is not today. */
  time(at: number): string
  /** With weekday, seconds and zone, for a tool tip. */
  instantFull(at: number): string
  /** `há 3 horas`, `em 5 minutos`: only beside an absolute time. */
  relative(at: number, now?: number): string
  /** `2 min 5 s` of seconds. */
  duration(seconds: number): string
}

/** English here is for readers everywhere: days before months, as in the other two languages. */
const regionOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

/** Smallest units per unit: 100 nearly everywhere, what `Intl` knows of each currency. */
const minorPerUnit = (currency: string): number => {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return 10 ** maximumFractionDigits
}

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** Makes the formats of a language; `now` and `timeZone` are this computer's unless given. */
export function createFormats(
  language: Locale,
  { timeZone, now = Date.now }: { timeZone?: string; now?: () => number } = {},
): Formats {
  const locale = regionOf(language)
  const zone = timeZone === undefined ? {} : { timeZone }
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const short = new Intl.DateTimeFormat(locale, { ...zone, day: '2-digit', month: '2-digit' })
  const long = new Intl.DateTimeFormat(locale, { ...zone, day: '2-digit', month: '2-digit', year: 'numeric' })
  const year = new Intl.DateTimeFormat(locale, { ...zone, year: 'numeric' })
  const clock = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const full = new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23' })
  const calendarDay = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
  const calendarDayFull = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

  const shortDay = (at: number): string => (year.format(at) === year.format(now()) ? short.format(at) : long.format(at))
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 2 }).format(value)

  return {
    integer: (value) => integer.format(value),
    percent: (share) => percent.format(share),
    money: (minor, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / minorPerUnit(currency)),
    weight: (grams) => (grams < 1000 ? unit(grams, 'gram') : unit(grams / 1000, 'kilogram')),
    length: (millimetres) => unit(millimetres / 10, 'centimeter'),
    bytes: (bytes) => {
      const step = Math.min(3, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
      const scaled = bytes / 1000 ** step
      return `${step === 0 ? integer.format(scaled) : decimal.format(Number(scaled.toPrecision(3)))} ${['B', 'kB', 'MB', 'GB'][step] ?? 'B'}`
    },
    day: (day) => calendarDay.format(utc(day)),
    dayFull: (day) => calendarDayFull.format(utc(day)),
    instant: (at) => `${shortDay(at)} ${clock.format(at)}`,
    time: (at) => (long.format(at) === long.format(now()) ? clock.format(at) : `${shortDay(at)} ${clock.format(at)}`),
    instantFull: (at) => full.format(at),
    relative: (at, from = now()) => {
      const gap = at - from
      const size = Math.abs(gap)
      if (size < 45_000) return relative.format(0, 'second')
      if (size < 45 * minute) return relative.format(Math.round(gap / minute), 'minute')
      if (size < 22 * hour) return relative.format(Math.round(gap / hour), 'hour')
      return relative.format(Math.round(gap / dayMs), 'day')
    },
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds))
      if (whole < 60) return `${whole} s`
      const minutes = Math.floor(whole / 60)
      return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
    },
  }
}
