import { chooseService, type Choice, type RateOffer } from '../domain/choose-service.ts'
import type { Offer } from '../domain/offer.ts'
import type { RateRule } from '../domain/rate-rules.ts'
import type { Shipment } from '../domain/shipment.ts'

/** What of a shipment's offers the rules take. Only what has a price and a deadline can be taken. */
export function chooseOffer(
  rules: readonly RateRule[],
  shipment: Shipment,
  channel: string | null,
  offers: readonly Offer[],
): Choice {
  const { to, weightG, declaredValue } = shipment
  return chooseService(rules, { to, state: null, weightG, declaredValue, channel }, offers.flatMap(rateOffer))
}

const rateOffer = ({ service, price, deadline }: Offer): RateOffer[] =>
  price && deadline
    ? [
        {
          service: service.code,
          total: price.value.total,
          days: deadline.value.days,
          latestOn: deadline.value.latestOn,
        },
      ]
    : []
