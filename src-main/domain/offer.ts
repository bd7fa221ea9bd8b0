import type { LeftOut } from './freight-price.ts'
import type { FreightService, QuoteRefusalCode, ServiceDeadline, ServicePrice } from './quote.ts'
import type { CustomerOffer } from './surcharge.ts'

/**
 * Where a price or a deadline is from: the carrier just now; the carrier, asked exactly this a while ago; the carrier, asked
 * about the same lane and weight band; the shop's own table.
 */
export const offerSources = ['carrier', 'kept', 'last-known', 'table'] as const
export type OfferSource = (typeof offerSources)[number]

/** A value with where it is from. */
export type Sourced<T> = {
  readonly value: T
  readonly source: OfferSource
  /** When the carrier said it; of a table: when it was imported. */
  readonly at: number
  /** Of `last-known`: the postal code that it was said for. Of `table`: the table's name. */
  readonly of: string | null
  /** Of a `table`: what was asked for and is not in the price. */
  readonly leftOut: readonly LeftOut[]
}

/** Why there is no price or no deadline of the carrier's. */
export type OfferProblem = {
  /** `shipment`: the carrier was not asked, for it would refuse. */
  readonly part: 'shipment' | 'price' | 'deadline'
  readonly code: QuoteRefusalCode | OfferTrouble
  readonly carrierSays: string | null
  readonly carrierCode: string | null
  readonly detail?: Readonly<Record<string, string | number>>
}

/** Why a carrier could not be asked or gave no usable answer. */
export const offerTroubles = [
  /** It is being asked. */
  'waiting',
  'off-line',
  'switched-off',
  'sandbox-not-running',
  'keychain-unavailable',
  'secret-missing',
  'carrier.unreachable',
  'carrier.timeout',
  'carrier.down',
  'carrier.rate-limited',
  'carrier.malformed-answer',
  'carrier.rejected',
  'carrier.credentials',
  'carrier.credentials-expired',
  'carrier.not-enabled',
  'carrier.posting-card-unknown',
  'carrier.clock-wrong',
  'carrier.left-alone',
  'carrier.cancelled',
] as const
export type OfferTrouble = (typeof offerTroubles)[number]

/** What one service has to offer for one shipment. */
export type Offer = {
  readonly service: FreightService
  readonly price: Sourced<ServicePrice> | null
  readonly deadline: Sourced<ServiceDeadline> | null
  /** With the shop's extra days and value; null: there is no price. */
  readonly customer: CustomerOffer | null
  readonly problems: readonly OfferProblem[]
}

/** The cheapest and the quickest of some offers by their codes; the other figure decides between equals. Null: none has the figure. */
export function bestOffers(offers: readonly Offer[]): {
  readonly cheapest: string | null
  readonly fastest: string | null
} {
  const price = ({ price: found }: Offer): number => found?.value.total ?? Number.POSITIVE_INFINITY
  const days = ({ deadline }: Offer): number => deadline?.value.days ?? Number.POSITIVE_INFINITY
  const first = (by: (offer: Offer) => number, then: (offer: Offer) => number): string | null => {
    const [best] = offers
      .filter((offer) => Number.isFinite(by(offer)))
      .sort((a, b) => by(a) - by(b) || then(a) - then(b))
    return best?.service.code ?? null
  }
  return { cheapest: first(price, days), fastest: first(days, price) }
}
