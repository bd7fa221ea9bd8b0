import { withFilter } from './filter-chips.ts'
import type { ParcelFilter, ParcelQuery } from './parcel-query.ts'

/** Parts of the filter that are days from and to. */
export const datedParts = ['posted', 'promised', 'imported'] as const
export type DatedPart = (typeof datedParts)[number]

export type Period = { readonly from?: string | undefined; readonly to?: string | undefined }

/** The days that a query sets for a part, or null. */
export function periodOf(query: ParcelQuery, part: DatedPart): Period | null {
  const filter = query.filter ?? {}
  const period = { from: filter[`${part}From`], to: filter[`${part}To`] }
  return period.from || period.to ? period : null
}

/** The query with other days for a part; an empty day is no limit. */
export function withPeriod(query: ParcelQuery, part: DatedPart, period: { from: string; to: string }): ParcelQuery {
  const change: Partial<ParcelFilter> = {
    [`${part}From`]: period.from || undefined,
    [`${part}To`]: period.to || undefined,
  }
  return withFilter(query, change)
}

/** A day of the computer's own calendar, `YYYY-MM-DD`. */
export function localDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Periods that are one click away: for promises they look ahead, for the rest back. */
export function quickPeriods(part: DatedPart, now: Date): { key: string; from: string; to: string }[] {
  const day = (offset: number): string => localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset))
  if (part === 'promised')
    return [
      { key: 'today', from: day(0), to: day(0) },
      { key: 'tomorrow', from: day(1), to: day(1) },
      { key: 'next7', from: day(0), to: day(6) },
    ]
  return [
    { key: 'today', from: day(0), to: day(0) },
    { key: 'yesterday', from: day(-1), to: day(-1) },
    { key: 'last7', from: day(-6), to: day(0) },
    { key: 'last30', from: day(-29), to: day(0) },
  ]
}
