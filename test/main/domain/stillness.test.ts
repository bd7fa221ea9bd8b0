import { describe, expect, it } from 'vitest'
import {
  cutOffOf,
  firstStalledAfter,
  isStalled,
  stillDays,
  type StillnessRules,
} from '../../../src-main/domain/stillness.ts'

const rules: StillnessRules = { after: firstStalledAfter, countries: { correios: 'BR', inpost: 'PL' } }
const at = (text: string) => Date.parse(text)

describe('how long a parcel stands still', () => {
  it('is counted in business days of the carrier’s country, by the calendar of the country', () => {
    const days = stillDays(at('2026-11-12T12:00:00Z'), rules)
    expect(days(at('2026-11-06T15:00:00Z'), 'correios')).toBe(4)
    expect(days(at('2026-11-06T15:00:00Z'), 'inpost')).toBe(3)
    expect(days(at('2026-11-06T15:00:00Z'), 'someone')).toBe(4)
    // 23:30 on Tuesday in São Paulo, half past three on Wednesday in Warsaw.
    expect(days(at('2026-11-11T02:30:00Z'), 'correios')).toBe(2)
    expect(days(at('2026-11-11T02:30:00Z'), 'inpost')).toBe(1)
    expect(days(at('2026-11-13T15:00:00Z'), 'correios')).toBe(0)
  })

  it('begins at the instant that the cut-off names', () => {
    const now = at('2026-11-12T12:00:00Z')
    for (let count = 1; count <= 30; count++) {
      const { otherwise, exceptions } = cutOffOf(now, count, rules)
      expect(exceptions.map(({ carriers }) => carriers)).toEqual([['inpost']])
      for (const [carrier, before] of [
        ['correios', otherwise],
        ['inpost', exceptions[0]?.before ?? 0],
      ] as const) {
        const days = stillDays(now, rules)
        expect(days(before - 1, carrier)).toBeGreaterThanOrEqual(count)
        expect(days(before, carrier)).toBeLessThan(count)
      }
    }
  })

  it('is too long by what is set for the status, and never for one that ended', () => {
    expect(isStalled('posted', 2, rules)).toBe(false)
    expect(isStalled('posted', 3, rules)).toBe(true)
    expect(isStalled('customs', 19, rules)).toBe(false)
    expect(isStalled('delivered', 90, rules)).toBe(false)
    expect(isStalled('posted', null, rules)).toBe(false)
  })
})
