import type { ParcelStatus } from '../../../domain/parcel-status.ts'
import type { JourneyTemplate, PlannedStep, Wait } from '../../../sandbox/journey-plan.ts'
import type { Random } from '../../../sandbox/random.ts'
import { textOf } from './statuses.ts'

/** Cities with the short name that branches and lockers carry. */
const cities: readonly { readonly city: string; readonly short: string }[] = [
  { city: 'Warszawa', short: 'WAW' },
  { city: 'Kraków', short: 'KRA' },
  { city: 'Łódź', short: 'LOD' },
  { city: 'Wrocław', short: 'WRO' },
  { city: 'Poznań', short: 'POZ' },
  { city: 'Gdańsk', short: 'GDA' },
  { city: 'Szczecin', short: 'SZC' },
  { city: 'Lublin', short: 'LUB' },
  { city: 'Katowice', short: 'KAT' },
]

/** Branches on a parcel's way: the shop's, the sorting centre, the recipient's, and the locker, which is no branch: events there name no place. */
type Way = { readonly source: string; readonly sorting: string; readonly target: string; readonly locker: string }

function wayTo(city: string | undefined, random: Random): Way {
  const target = cities.find((candidate) => candidate.city === city)?.short ?? random.pick(cities).short
  const letters = random.pick(['A', 'M', 'N', 'BAPP'])
  return { source: 'WAW', sorting: 'LOD', target, locker: `${target}${random.int(10, 99)}${letters}` }
}

const step = (wait: Wait, code: string, status: ParcelStatus, branch?: string): PlannedStep => ({
  wait,
  event: { code, text: textOf(code), ...(branch === undefined ? {} : { place: { name: branch } }) },
  status,
})

const workingHour: Wait = { days: [0, 0], between: [9, 18] }
const evening: Wait = { hours: [3, 6] }
const night: Wait = { hours: [3, 7] }
const nextMorning: Wait = { days: [1, 1], between: [6, 8] }
const morning: Wait = { hours: [2, 5] }

/** From the label to the recipient's branch. */
function toBranch(way: Way, first: 'dispatched_by_sender' | 'collected_from_sender'): readonly PlannedStep[] {
  return [
    step(workingHour, 'confirmed', 'pre-posted'),
    step({ hours: [1, 5] }, first, 'posted'),
    step(evening, 'adopted_at_source_branch', 'in-transit', way.source),
    step({ hours: [1, 3] }, 'sent_from_source_branch', 'in-transit', way.source),
    step(night, 'adopted_at_sorting_center', 'in-transit', way.sorting),
    step({ hours: [1, 3] }, 'sent_from_sorting_center', 'in-transit', way.sorting),
    step(night, 'adopted_at_target_branch', 'in-transit', way.target),
  ]
}

const outForDelivery = (way: Way) => step(nextMorning, 'out_for_delivery', 'out-for-delivery', way.target)

/** To the locker, ready to be collected. */
const toLocker = (way: Way): readonly PlannedStep[] => [
  ...toBranch(way, 'dispatched_by_sender'),
  outForDelivery(way),
  step(morning, 'ready_to_pickup', 'awaiting-pickup'),
]

const toDoor = (way: Way): readonly PlannedStep[] => [...toBranch(way, 'collected_from_sender'), outForDelivery(way)]

const back = (way: Way): readonly PlannedStep[] => [
  step({ hours: [20, 40] }, 'adopted_at_sorting_center', 'returning', way.sorting),
  step({ days: [1, 2], between: [10, 16] }, 'returned_to_sender', 'returned', way.source),
]

const template = (
  name: string,
  about: string,
  service: 'inpost_locker_standard' | 'inpost_courier_standard',
  steps: (way: Way) => readonly PlannedStep[],
): JourneyTemplate => ({
  name,
  about,
  service,
  plan: (order, random) => {
    const way = wayTo(order.destination?.city, random)
    const pickupPoint = service === 'inpost_locker_standard' ? way.locker : null
    return { facts: { service, pickupPoint }, steps: steps(way) }
  },
})

const locker = (name: string, about: string, steps: (way: Way) => readonly PlannedStep[]) =>
  template(name, about, 'inpost_locker_standard', steps)

const courier = (name: string, about: string, steps: (way: Way) => readonly PlannedStep[]) =>
  template(name, about, 'inpost_courier_standard', steps)

/** The journeys of InPost parcels. */
export const templates: readonly JourneyTemplate[] = [
  locker('locker', 'to a locker, collected', (way) => [
    ...toLocker(way),
    step({ hours: [2, 30] }, 'delivered', 'delivered'),
  ]),
  locker('locker-reminded', 'to a locker, collected after a reminder', (way) => [
    ...toLocker(way),
    step({ hours: [24, 26] }, 'pickup_reminder_sent', 'awaiting-pickup'),
    step({ hours: [3, 16] }, 'delivered', 'delivered'),
  ]),
  locker('pickup-expired', 'never collected, returned to the sender', (way) => [
    ...toLocker(way),
    step({ hours: [24, 26] }, 'pickup_reminder_sent', 'awaiting-pickup'),
    step({ hours: [23, 25] }, 'pickup_time_expired', 'returning'),
    ...back(way),
  ]),
  locker('other-locker', 'put into another locker for a while, then into its own', (way) => [
    ...toBranch(way, 'dispatched_by_sender'),
    outForDelivery(way),
    step(morning, 'stack_in_box_machine', 'awaiting-pickup'),
    step({ hours: [14, 20] }, 'unstack_from_box_machine', 'in-transit'),
    step(morning, 'ready_to_pickup', 'awaiting-pickup'),
    step({ hours: [2, 30] }, 'delivered', 'delivered'),
  ]),
  courier('courier', 'to the door', (way) => [...toDoor(way), step(morning, 'delivered', 'delivered', way.target)]),
  courier('courier-late', 'announced as late, to the door', (way) => [
    ...toBranch(way, 'collected_from_sender'),
    step(morning, 'delay_in_delivery', 'in-transit', way.target),
    outForDelivery(way),
    step(morning, 'delivered', 'delivered', way.target),
  ]),
  courier('failed-then-delivered', 'nobody at home, delivered the next day', (way) => [
    ...toDoor(way),
    step(morning, 'undelivered', 'delivery-failed', way.target),
    outForDelivery(way),
    step(morning, 'delivered', 'delivered', way.target),
  ]),
  courier('refused', 'refused, returned to the sender', (way) => [
    ...toDoor(way),
    step(morning, 'rejected_by_receiver', 'exception', way.target),
    step({ hours: [40, 70] }, 'returned_to_sender', 'returned', way.source),
  ]),
  courier('address-wrong', 'address wrong, nothing more known', (way) => [
    ...toDoor(way),
    step(morning, 'undelivered_wrong_address', 'exception', way.target),
  ]),
  courier('missing', 'not to be found', (way) => [
    ...toBranch(way, 'collected_from_sender'),
    step({ days: [5, 6], between: [9, 15] }, 'missing', 'exception', way.target),
  ]),
  locker('oversized', 'too large for a locker', (way) => [
    ...toBranch(way, 'dispatched_by_sender').slice(0, 3),
    step(morning, 'oversized', 'exception', way.source),
  ]),
  locker('canceled', 'label made, cancelled', () => [
    step(workingHour, 'confirmed', 'pre-posted'),
    step({ hours: [4, 30] }, 'canceled', 'cancelled'),
  ]),
  locker('announced', 'label made, not handed over for days', (way) => [
    step({ hours: [0, 0.1] }, 'created', 'pre-posted'),
    step({ hours: [0.1, 0.2] }, 'confirmed', 'pre-posted'),
    step({ days: [3, 6], between: [9, 18] }, 'dispatched_by_sender', 'posted', way.source),
  ]),
  locker('unknown-event', 'on the way a status that exists nowhere', (way) => [
    ...toBranch(way, 'dispatched_by_sender'),
    {
      wait: morning,
      event: { code: 'weighed_by_robot', text: 'Zważona przez robota', place: { name: way.target }, invented: true },
      status: 'in-transit',
    },
    outForDelivery(way),
    step(morning, 'ready_to_pickup', 'awaiting-pickup'),
    step({ hours: [2, 30] }, 'delivered', 'delivered'),
  ]),
  {
    name: 'out-of-order',
    about: 'a scan recorded late and listed where it was recorded, another listed twice',
    service: 'inpost_locker_standard',
    plan: (order, random) => {
      const way = wayTo(order.destination?.city, random)
      const out = { ...outForDelivery(way), wait: { hours: [10, 11] } as const }
      return {
        listed: 'as-recorded',
        facts: { service: 'inpost_locker_standard', pickupPoint: way.locker },
        steps: [
          ...toBranch(way, 'dispatched_by_sender'),
          {
            ...step({ hours: [1, 2] }, 'adopted_at_target_branch', 'out-for-delivery', `${way.target}2`),
            recordedLateBy: 13,
          },
          out,
          { ...out, wait: { hours: [0.3, 1] }, repeatsPrevious: true },
          step({ hours: [5, 6] }, 'ready_to_pickup', 'awaiting-pickup'),
          step({ hours: [2, 30] }, 'delivered', 'delivered'),
        ],
      }
    },
  },
  locker('never-sent', 'a number that is never used', () => []),
]
