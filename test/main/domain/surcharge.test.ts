import { describe, expect, it } from 'vitest'
import { customerOffer, readSurchargeValue, surchargeOf } from '../../../src-main/domain/surcharge.ts'

describe('what a shop adds for its customers', () => {
  it.each([
    ['', { kind: 'fixed', amount: 0 }],
    ['3,50', { kind: 'fixed', amount: 350 }],
    ['R$ 3,50', { kind: 'fixed', amount: 350 }],
    ['5%', { kind: 'percent', hundredths: 500 }],
    ['7,25 %', { kind: 'percent', hundredths: 725 }],
    ['300%', { kind: 'percent', hundredths: 30_000 }],
    ['301%', null],
    ['-2', null],
    ['US$ 2', null],
    ['cinco', null],
  ])('reads %j', (text, value) => {
    expect(readSurchargeValue(text)).toEqual(value)
  })

  it('is in the fields of an account; what can’t be read adds nothing', () => {
    expect(surchargeOf({ extraDays: '2', extraValue: '10%' })).toEqual({
      days: 2,
      value: { kind: 'percent', hundredths: 1000 },
    })
    expect(surchargeOf({ extraDays: 'dois', extraValue: 'x' })).toEqual({
      days: 0,
      value: { kind: 'fixed', amount: 0 },
    })
    expect(surchargeOf({})).toEqual({ days: 0, value: { kind: 'fixed', amount: 0 } })
  })

  it('is added to price and days, counted in business days from the carrier’s last one', () => {
    const friday = { days: 4, latestOn: '2026-12-04' }
    expect(customerOffer(1992, friday, { days: 2, value: { kind: 'percent', hundredths: 500 } })).toEqual({
      total: 2092,
      days: 6,
      latestOn: '2026-12-08',
    })
    expect(customerOffer(1992, null, { days: 2, value: { kind: 'fixed', amount: 350 } })).toEqual({
      total: 2342,
      days: null,
      latestOn: null,
    })
    expect(customerOffer(null, friday, { days: 0, value: { kind: 'fixed', amount: 350 } })).toEqual({
      total: null,
      days: 4,
      latestOn: '2026-12-04',
    })
  })
})
