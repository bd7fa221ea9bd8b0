import type { ParcelStatus } from '../../../domain/parcel-status.ts'
import type { JourneyEvent, JourneyPlace } from '../../../sandbox/journey.ts'
import type { PlannedStep, Wait } from '../../../sandbox/journey-plan.ts'
import { textOf } from './event-texts.ts'
import type { Route } from './places.ts'

/** An event of the carrier at a place, with the carrier's text. */
export const event = (code: string, place: JourneyPlace, destination?: JourneyPlace): JourneyEvent => ({
  code,
  text: textOf(code),
  place,
  destination,
})

/** A step of a journey: after a wait an event, after which the status is this. */
export const step = (wait: Wait, happens: JourneyEvent, status: ParcelStatus): PlannedStep => ({
  wait,
  event: happens,
  status,
})

/** Waits in the carrier's working day. */
export const postingHour: Wait = { days: [0, 0], between: [9, 17.5] }
export const sameNight: Wait = { hours: [4, 9] }
export const nextMorning: Wait = { days: [1, 1], between: [8, 10] }
export const sameDay: Wait = { hours: [1.5, 6] }
export const soon: Wait = { hours: [0.3, 1.5] }

/** How long a line haul takes: PAC by road, SEDEX by air. */
export function haul(route: Route, service: 'PAC' | 'SEDEX'): Wait {
  if (service === 'SEDEX') return { hours: route.far ? [18, 30] : [8, 16] }
  return { hours: route.far ? [70, 120] : [24, 50] }
}

/** From the counter to the delivery office of the recipient: posted, two hauls. */
export function journeyOut(route: Route, service: 'PAC' | 'SEDEX'): readonly PlannedStep[] {
  return [
    step(postingHour, event('PO/01', route.agency), 'posted'),
    step(sameNight, event('RO/01', route.agency, route.originHub), 'in-transit'),
    step(sameNight, event('DO/01', route.originHub, route.hub), 'in-transit'),
    step(haul(route, service), event('RO/01', route.hub, route.office), 'in-transit'),
  ]
}

/** Out for delivery on a morning. */
export const outForDelivery = (route: Route, wait: Wait = nextMorning): PlannedStep =>
  step(wait, event('OEC/01', route.office), 'out-for-delivery')

/** Handed over at the door. */
export const delivered = (route: Route): PlannedStep => step(sameDay, event('BDE/01', route.office), 'delivered')

/** Back to the shop: two hauls, out for delivery to the sender, handed over. Nothing on the way makes it travel onwards again. */
export function journeyBack(route: Route, service: 'PAC' | 'SEDEX'): readonly PlannedStep[] {
  return [
    step(sameNight, event('RO/01', route.office, route.hub), 'returning'),
    step(haul(route, service), event('DO/01', route.hub, route.originHub), 'returning'),
    step(sameNight, event('RO/01', route.originHub, route.shopOffice), 'returning'),
    step(nextMorning, event('OEC/09', route.shopOffice), 'returning'),
    step(sameDay, event('BDE/23', route.shopOffice), 'returned'),
  ]
}
