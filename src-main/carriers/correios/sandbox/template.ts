import type { JourneyOrder, JourneyTemplate, Plan } from '../../../sandbox/journey-plan.ts'
import type { Random } from '../../../sandbox/random.ts'
import { destinations, routeTo, type Route } from './places.ts'

/** Contract services by their short names. */
export const serviceCodes = { PAC: '03298', SEDEX: '03220' } as const

/** The way of an order's parcel; without a destination, to one of the great cities. */
export const routeOf = (order: JourneyOrder, random: Random): Route =>
  routeTo(order.destination ?? random.pick(destinations))

/** A domestic journey by PAC or SEDEX. */
export const template = (
  name: string,
  about: string,
  service: keyof typeof serviceCodes,
  plan: (route: Route) => Plan,
): JourneyTemplate => ({
  name,
  about,
  service,
  plan: (order, random) => {
    const made = plan(routeOf(order, random))
    return { ...made, facts: { service: serviceCodes[service], ...made.facts } }
  },
})
