import type { Offer, Quote } from '../../../../src-main/contract/quotes.contract.ts'

const at = Date.UTC(2026, 10, 27, 13, 0)

const fresh = { source: 'carrier', at, of: null } as const

const priceOf = (total: number): NonNullable<Offer['price']> => ({
  ...fresh,
  leftOut: [],
  value: { total, service: total, extras: [], chargedWeightG: 800, byVolume: false },
})

const deadlineOf = (days: number): NonNullable<Offer['deadline']> => ({
  ...fresh,
  leftOut: [],
  value: { days, latestOn: '2026-12-03', homeDelivery: true, onSaturdays: false, onSundays: null, warning: null },
})

/** An offer as the carrier gives it. */
export const offerOf = (code: string, name: string, total: number, days: number, more: Partial<Offer> = {}): Offer => ({
  service: { code, name },
  price: priceOf(total),
  deadline: deadlineOf(days),
  customer: { total: total + 500, days: days + 1, latestOn: '2026-12-04' },
  problems: [],
  ...more,
})

export const pacPrice = priceOf(2190)
export const pacDeadline = deadlineOf(6)
export const pac = offerOf('03298', 'PAC CONTRATO AG', 2190, 6)
export const sedex = offerOf('03220', 'SEDEX CONTRATO AG', 4210, 2)

/** A quote of two services. */
export const quoteOf = (shipment: Partial<Quote['shipment']> = {}, more: Partial<Quote> = {}): Quote => ({
  at,
  account: { id: 1, name: 'Loja' },
  shipment: {
    from: '01310100',
    to: '22250040',
    weightG: 800,
    format: 'box',
    lengthMm: 200,
    widthMm: 150,
    heightMm: 100,
    declaredValue: null,
    receipt: false,
    ownHands: false,
    postedOn: '2026-11-27',
    ...shipment,
  },
  charged: { weightG: 800, volumetricG: 500, byVolume: false },
  offers: [pac, sedex],
  cheapest: '03298',
  fastest: '03220',
  choice: { service: '03298', why: 'no-rule', by: null, steps: [] },
  trouble: null,
  waiting: false,
  ...more,
})
