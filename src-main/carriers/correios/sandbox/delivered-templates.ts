import type { JourneyTemplate } from '../../../sandbox/journey-plan.ts'
import { abroad, internationalCentre } from './places.ts'
import { routeOf, template } from './template.ts'
import {
  delivered,
  event,
  haul,
  journeyOut,
  nextMorning,
  outForDelivery,
  sameDay,
  sameNight,
  soon,
  step,
} from './stages.ts'

/** Journeys that end at the recipient. */
export const deliveredTemplates: readonly JourneyTemplate[] = [
  template('pac', 'PAC, delivered in time', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [...journeyOut(route, 'PAC'), outForDelivery(route), delivered(route)],
  })),

  template('sedex', 'SEDEX, delivered in time', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 5 : 3,
    steps: [...journeyOut(route, 'SEDEX'), outForDelivery(route), delivered(route)],
  })),

  template('late', 'PAC, held on the way and delivered days after the promised day', 'PAC', (route) => ({
    promisedAfterDays: 4,
    steps: [
      ...journeyOut(route, 'PAC'),
      step({ days: [4, 8], between: [10, 16] }, event('DO/01', route.hub, route.office), 'in-transit'),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('misrouted', 'sent to the wrong city and put right', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 12 : 8,
    steps: [
      ...journeyOut(route, 'PAC'),
      step(nextMorning, event('FC/03', route.counter), 'in-transit'),
      step(sameNight, event('RO/01', route.counter, route.office), 'in-transit'),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('failed-then-delivered', 'nobody at home, delivered at the second attempt', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 5 : 3,
    steps: [
      ...journeyOut(route, 'SEDEX'),
      outForDelivery(route),
      step(sameDay, event('BDE/20', route.office), 'delivery-failed'),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('pickup-collected', 'nobody at home, collected at the counter', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC'),
      outForDelivery(route),
      step(sameDay, event('BDE/02', route.office), 'delivery-failed'),
      step(nextMorning, event('LDI/01', route.counter), 'awaiting-pickup'),
      step({ days: [1, 4], between: [9.5, 16.5] }, event('BDI/01', route.counter), 'delivered'),
    ],
  })),

  template('neighbour', 'handed to a neighbour', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 5 : 3,
    steps: [
      ...journeyOut(route, 'SEDEX'),
      outForDelivery(route),
      step(sameDay, event('BDE/67', route.office), 'delivered'),
    ],
  })),

  template('voided', 'said to be delivered, taken back (EST), delivered the next day', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 6 : 4,
    steps: [
      ...journeyOut(route, 'SEDEX'),
      outForDelivery(route),
      delivered(route),
      step(soon, event('EST/01', route.office), 'out-for-delivery'),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('unknown-event', 'on the way an event of a type that exists nowhere (BDE/93)', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC'),
      step(
        sameDay,
        { ...event('BDE/93', route.office), text: 'Objeto em conferência por amostragem', invented: true },
        'in-transit',
      ),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('out-of-order', 'an event recorded late and listed where it was recorded', 'PAC', (route) => {
    const [posted, ...moves] = journeyOut(route, 'PAC')
    const late = { ...step({ hours: [2, 3] }, event('RO/01', route.hub, route.office), 'out-for-delivery') }
    return {
      promisedAfterDays: route.far ? 12 : 8,
      listed: 'as-recorded',
      steps: [
        ...(posted ? [posted, ...moves] : []),
        { ...late, recordedLateBy: 26 },
        outForDelivery(route, { hours: [23, 24] }),
        { ...delivered(route), wait: { hours: [4, 6] } },
      ],
    }
  }),

  template('duplicated', 'events that the carrier lists twice', 'SEDEX', (route) => {
    const out = outForDelivery(route)
    return {
      promisedAfterDays: route.far ? 5 : 3,
      steps: [
        ...journeyOut(route, 'SEDEX'),
        { ...step(soon, event('RO/01', route.hub, route.office), 'in-transit'), repeatsPrevious: true },
        out,
        { ...out, wait: soon, repeatsPrevious: true },
        delivered(route),
      ],
    }
  }),

  {
    name: 'customs',
    about: 'from abroad, held by customs, paid, delivered',
    service: 'international',
    plan: (order, random) => {
      const route = routeOf(order, random)
      return {
        steps: [
          step({ hours: [0, 3] }, event('PO/01', abroad), 'posted'),
          step({ hours: [20, 40] }, event('RO/01', abroad, internationalCentre), 'in-transit'),
          step({ days: [5, 7], between: [7, 18] }, event('PAR/16', internationalCentre), 'customs'),
          step({ days: [1, 2], between: [8, 17] }, event('PAR/11', internationalCentre), 'customs'),
          step({ days: [1, 2], between: [8, 20] }, event('BDE/31', internationalCentre), 'customs'),
          step({ days: [1, 3], between: [8, 17] }, event('PAR/10', internationalCentre), 'customs'),
          step(sameNight, event('RO/01', internationalCentre, route.hub), 'in-transit'),
          step(haul(route, 'PAC'), event('RO/01', route.hub, route.office), 'in-transit'),
          outForDelivery(route),
          delivered(route),
        ],
      }
    },
  },
]
