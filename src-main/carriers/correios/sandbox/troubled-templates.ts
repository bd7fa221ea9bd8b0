import type { JourneyTemplate } from '../../../sandbox/journey-plan.ts'
import {
  delivered,
  event,
  journeyBack,
  journeyOut,
  nextMorning,
  outForDelivery,
  postingHour,
  sameDay,
  sameNight,
  soon,
  step,
} from './stages.ts'
import { template } from './template.ts'

/** Journeys that go wrong, go back or do not begin. */
export const troubledTemplates: readonly JourneyTemplate[] = [
  template('address-wrong', 'address wrong, returned to the sender', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC'),
      outForDelivery(route),
      step(sameDay, event('BDE/19', route.office), 'delivery-failed'),
      step(nextMorning, event('BDE/08', route.office), 'returning'),
      ...journeyBack(route, 'PAC'),
    ],
  })),

  template('refused', 'refused by the recipient, returned to the sender', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 5 : 3,
    steps: [
      ...journeyOut(route, 'SEDEX'),
      outForDelivery(route),
      step(sameDay, event('BDE/04', route.office), 'returning'),
      ...journeyBack(route, 'SEDEX'),
    ],
  })),

  template('pickup-expired', 'waits at the counter, never collected, returned', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC'),
      step(nextMorning, event('LDI/01', route.counter), 'awaiting-pickup'),
      step({ days: [7, 8], between: [16, 18] }, event('BDI/26', route.counter), 'returning'),
      ...journeyBack(route, 'PAC'),
    ],
  })),

  template('suspended', 'the shop stops the delivery (BLQ/01), it is returned (FC/01)', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 6 : 4,
    steps: [
      ...journeyOut(route, 'SEDEX').slice(0, 3),
      step(sameDay, event('BLQ/01', route.originHub), 'suspended'),
      step(sameDay, event('RO/01', route.hub, route.office), 'suspended'),
      step({ hours: [16, 30] }, event('FC/01', route.office), 'returning'),
      ...journeyBack(route, 'SEDEX'),
    ],
  })),

  template('lost', 'not found in the postal flow', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC').slice(0, 3),
      step({ days: [12, 16], between: [9, 17] }, event('BDE/80', route.hub), 'lost'),
    ],
  })),

  template('stolen', 'stolen on delivery', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 5 : 3,
    steps: [...journeyOut(route, 'SEDEX'), outForDelivery(route), step(sameDay, event('BDE/50', route.office), 'lost')],
  })),

  template('damaged', 'damaged on the way, under examination', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [...journeyOut(route, 'PAC'), step(nextMorning, event('BDE/28', route.office), 'exception')],
  })),

  template('stalled', 'sent on and not heard of for weeks, then delivered', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC').slice(0, 3),
      step({ days: [20, 24], between: [9, 17] }, event('RO/01', route.hub, route.office), 'in-transit'),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('collection-cancelled', 'the carrier was to fetch it; called off', 'PAC', (route) => ({
    steps: [step(postingHour, event('CO/09', route.agency), 'cancelled')],
  })),

  template('posted-later', 'label made, nothing known (SRO-020) until it is posted', 'SEDEX', (route) => ({
    promisedAfterDays: route.far ? 6 : 4,
    steps: [
      { ...step({ days: [1, 3], between: [9, 16] }, event('PO/09', route.agency), 'posted') },
      step(sameNight, event('RO/01', route.agency, route.originHub), 'in-transit'),
      step(nextMorning, event('DO/01', route.originHub, route.hub), 'in-transit'),
      step(sameNight, event('RO/01', route.hub, route.office), 'in-transit'),
      outForDelivery(route),
      delivered(route),
    ],
  })),

  template('never-posted', 'a label that is never used: the carrier stays silent', 'PAC', () => ({ steps: [] })),

  template('returned-by-mistake', 'sent back, the sending back taken back (EST), delivered', 'PAC', (route) => ({
    promisedAfterDays: route.far ? 11 : 7,
    steps: [
      ...journeyOut(route, 'PAC'),
      outForDelivery(route),
      step(sameDay, event('BDE/10', route.office), 'returning'),
      step(soon, event('EST/01', route.office), 'out-for-delivery'),
      outForDelivery(route),
      delivered(route),
    ],
  })),
]
