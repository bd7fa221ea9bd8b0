import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecast, type ForecastFacts } from '../../../src-main/domain/delivery-forecast.ts'
import {
  deliveryDays,
  DeliveryHistory,
  parcelsFrom,
  percentile,
  type DeliveryTime,
} from '../../../src-main/domain/delivery-history.ts'

const took = (days: number, parcels: number, more: Partial<DeliveryTime> = {}): DeliveryTime => ({
  carrier: 'correios',
  service: 'PAC',
  state: 'BA',
  days,
  parcels,
  ...more,
})
/** Of a hundred to Bahia, eighty arrive within five days; those to elsewhere are quicker. */
const history = new DeliveryHistory([
  ...[took(3, 50), took(5, 30), took(7, 15), took(9, 5)],
  ...[took(2, 200, { state: 'SP' }), took(3, 5, { state: 'AM', service: 'SEDEX' })],
  took(2, 300, { carrier: 'inpost', service: null, state: null }),
])
const parcel: ForecastFacts = {
  carrier: 'correios',
  service: 'PAC',
  state: 'BA',
  postedOn: '2026-11-03',
  status: 'in-transit',
}

describe('the forecast', () => {
  it('is the day within which four of five parcels like it arrived, and says of how many', () => {
    expect(forecast(parcel, history, '2026-11-04', 'BR')).toEqual({ on: '2026-11-10', from: 100 })
    expect(forecast({ ...parcel, carrier: 'inpost', service: null, state: null }, history, '2026-11-04', 'PL')).toEqual(
      { on: '2026-11-05', from: 300 },
    )
  })

  it('moves on with weekends and the holidays of the carrier’s country', () => {
    const before = { ...parcel, postedOn: '2026-11-13' }
    // Brazil rests on Friday, 20 November.
    expect(forecast(before, history, '2026-11-13', 'BR')?.on).toBe('2026-11-23')
    expect(forecast(before, history, '2026-11-13', 'PL')?.on).toBe('2026-11-20')
  })

  it('counts only those that took as long as the parcel has been under way', () => {
    expect(forecast(parcel, history, '2026-11-11', 'BR')).toEqual({ on: '2026-11-16', from: 20 })
    // After eight days five remain, all of one state: too few; of all states as well.
    expect(forecast(parcel, history, '2026-11-13', 'BR')).toBeNull()
  })

  it('takes the carrier’s service as a whole where a state is hardly known, and says nothing of what nobody knows', () => {
    expect(forecast({ ...parcel, state: 'AM' }, history, '2026-11-04', 'BR')).toMatchObject({ from: 300 })
    expect(forecast({ ...parcel, state: null }, history, '2026-11-04', 'BR')).toMatchObject({ from: 300 })
    expect(forecast({ ...parcel, state: 'AM', service: 'SEDEX' }, history, '2026-11-04', 'BR')).toBeNull()
    expect(forecast({ ...parcel, service: 'Mini' }, history, '2026-11-04', 'BR')).toBeNull()
  })

  it('is none before posting, after the end and on the way back', () => {
    expect(forecast({ ...parcel, postedOn: null }, history, '2026-11-04', 'BR')).toBeNull()
    for (const status of ['registered', 'delivered', 'returning', 'lost', 'exception', 'customs'] as const)
      expect(forecast({ ...parcel, status }, history, '2026-11-04', 'BR')).toBeNull()
  })

  it('never lies in the past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.constantFrom('BR', 'PL'), (later, country) => {
        const today = new Date(Date.UTC(2026, 10, 3 + later)).toISOString().slice(0, 10)
        const found = forecast(parcel, history, today, country)
        expect(found === null || found.on >= today).toBe(true)
      }),
    )
  })
})

describe('what deliveries took', () => {
  it('is the rank that the share falls on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 60 }),
        fc.nat({ max: 12 }),
        (list, least) => {
          const durations: number[] = Array.from({ length: 31 }, (_, days) => list.filter((one) => one === days).length)
          const sorted = list.filter((days) => days >= least).sort((a, b) => a - b)
          expect(parcelsFrom(durations, least)).toBe(sorted.length)
          for (const share of [0.5, 0.8])
            expect(percentile(durations, share, least)).toBe(
              sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null,
            )
        },
      ),
    )
  })

  it('leaves out what makes no sense', () => {
    expect(deliveryDays('2026-11-03', '2026-11-03', 'BR')).toBe(0)
    expect(deliveryDays('2026-11-04', '2026-11-03', 'BR')).toBeNull()
    expect(deliveryDays('2025-11-03', '2026-11-03', 'BR')).toBeNull()
  })
})
