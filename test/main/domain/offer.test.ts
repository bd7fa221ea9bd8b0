import { expect, it } from 'vitest'
import { weightBand } from '../../../src-main/domain/freight-band.ts'
import { bestOffers, type Offer } from '../../../src-main/domain/offer.ts'

const offer = (code: string, total: number | null, days: number | null): Offer => ({
  service: { code, name: code },
  price:
    total === null
      ? null
      : {
          value: { total, service: total, extras: [], chargedWeightG: null, byVolume: null },
          source: 'carrier',
          at: 0,
          of: null,
          leftOut: [],
        },
  deadline:
    days === null
      ? null
      : {
          value: { days, latestOn: null, homeDelivery: null, onSaturdays: null, onSundays: null, warning: null },
          source: 'carrier',
          at: 0,
          of: null,
          leftOut: [],
        },
  customer: null,
  problems: [],
})

it('the cheapest of equals is the quicker one, the quickest of equals the cheaper one', () => {
  const offers = [offer('pac', 2000, 8), offer('mini', 2000, 6), offer('sedex', 4000, 2), offer('sedex10', 6000, 2)]
  expect(bestOffers(offers)).toEqual({ cheapest: 'mini', fastest: 'sedex' })
})

it('a service without a price is never the cheapest, nor one without a deadline the quickest', () => {
  expect(bestOffers([offer('a', null, 1), offer('b', 900, null)])).toEqual({ cheapest: 'b', fastest: 'a' })
  expect(bestOffers([offer('a', null, null)])).toEqual({ cheapest: null, fastest: null })
  expect(bestOffers([])).toEqual({ cheapest: null, fastest: null })
})

it.each([
  [1, 300],
  [300, 300],
  [301, 500],
  [501, 1000],
  [1000, 1000],
  [1001, 2000],
  [2000, 2000],
  [29_001, 30_000],
])('%i g are in the band up to %i g', (weight, band) => {
  expect(weightBand(weight)).toBe(band)
})
