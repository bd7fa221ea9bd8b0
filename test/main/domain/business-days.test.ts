import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBusinessDays, businessDaysBetween, isBusinessDay } from '../../../src-main/domain/business-days.ts'
import { addDays } from '../../../src-main/domain/day.ts'
import { calendarCountries, easterOf, holidaysOf } from '../../../src-main/domain/holidays.ts'

const anyCountry = fc.constantFrom(...calendarCountries)
const anyDay = fc.integer({ min: 0, max: 25_000 }).map((n) => addDays('2000-01-01', n))

describe('holidays', () => {
  it('fall where the calendars of these years have them', () => {
    expect(holidaysOf('BR', 2026)).toEqual([
      ...['2026-01-01', '2026-04-03', '2026-04-21', '2026-05-01', '2026-09-07'],
      ...['2026-10-12', '2026-11-02', '2026-11-15', '2026-11-20', '2026-12-25'],
    ])
    expect(holidaysOf('PL', 2026)).toEqual([
      ...['2026-01-01', '2026-01-06', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-03', '2026-05-24'],
      ...['2026-06-04', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-24', '2026-12-25', '2026-12-26'],
    ])
  })

  it('begin when their law does', () => {
    expect(holidaysOf('BR', 2023)).not.toContain('2023-11-20')
    expect(holidaysOf('PL', 2024)).not.toContain('2024-12-24')
    expect(holidaysOf('PL', 2010)).not.toContain('2010-01-06')
  })

  it('follow Easter, early and late', () => {
    expect([1961, 2000, 2008, 2011, 2024, 2025, 2038].map(easterOf)).toEqual([
      ...['1961-04-02', '2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2038-04-25'],
    ])
  })
})

describe('business days', () => {
  it('leave out weekends and the holidays of the country', () => {
    expect(businessDaysBetween('2026-04-02', '2026-04-07', 'BR')).toBe(2)
    expect(businessDaysBetween('2026-04-02', '2026-04-07', 'PL')).toBe(2)
    expect(businessDaysBetween('2026-04-16', '2026-04-22', 'BR')).toBe(3)
    expect(businessDaysBetween('2026-04-16', '2026-04-22', 'PL')).toBe(4)
    expect(addBusinessDays('2026-12-23', 1, 'PL')).toBe('2026-12-28')
    expect(addBusinessDays('2026-12-23', 1, 'BR')).toBe('2026-12-24')
  })

  it('are counted as by going through the days one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 800 }), anyCountry, (from, length, country) => {
        let count = 0
        for (let n = 1; n <= length; n++) if (isBusinessDay(addDays(from, n), country)) count++
        expect(businessDaysBetween(from, addDays(from, length), country)).toBe(count)
        expect(businessDaysBetween(addDays(from, length), from, country)).toBe(0 - count)
      }),
    )
  })

  it('come back to the same number after being added, and end on a business day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), anyCountry, (day, count, country) => {
        const end = addBusinessDays(day, count, country)
        expect(isBusinessDay(end, country)).toBe(true)
        expect(businessDaysBetween(day, end, country)).toBe(count)
        const start = addBusinessDays(day, -count, country)
        expect(isBusinessDay(start, country)).toBe(true)
        expect(businessDaysBetween(addDays(start, -1), addDays(day, -1), country)).toBe(count)
      }),
    )
  })
})
