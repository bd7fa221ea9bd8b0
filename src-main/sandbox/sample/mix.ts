import { dayOf } from '../../domain/day.ts'
import type { ParcelStatus } from '../../domain/parcel-status.ts'
import { statusAt, visibleSteps, type Journey } from '../journey.ts'

/** Journeys of one kind in the sample: how many of 600, and where they stand when one first looks. */
export type Share = {
  readonly carrier: 'correios' | 'inpost'
  readonly template: string
  readonly count: number
  /** True for a journey that stands where this share wants it. */
  readonly wanted: (journey: Journey, now: number) => boolean
}

const day = 86_400_000

const anywhere = () => true
const at =
  (...statuses: readonly ParcelStatus[]) =>
  (journey: Journey, now: number) =>
    statuses.includes(statusAt(journey, now))

const late = (journey: Journey, now: number) =>
  statusAt(journey, now) === 'in-transit' &&
  journey.promisedOn !== null &&
  journey.promisedOn < dayOf(now, 'America/Sao_Paulo')

const stalled = (journey: Journey, now: number) => {
  const last = visibleSteps(journey, now).at(-1)
  return last !== undefined && now - last.at > 10 * day && late(journey, now)
}

const correios = (template: string, count: number, wanted: Share['wanted'] = anywhere): Share => ({
  carrier: 'correios',
  template,
  count,
  wanted,
})
const inpost = (template: string, count: number, wanted: Share['wanted'] = anywhere): Share => ({
  carrier: 'inpost',
  template,
  count,
  wanted,
})

/** What the 600 parcels of the sample shop are: most go well, and of everything that happens there is some. */
export const mix: readonly Share[] = [
  correios('pac', 96, at('delivered')),
  correios('sedex', 70, at('delivered')),
  correios('pac', 84, at('in-transit')),
  correios('sedex', 40, at('in-transit')),
  correios('pac', 22, at('posted')),
  correios('sedex', 18, at('posted')),
  correios('pac', 20, at('out-for-delivery')),
  correios('sedex', 22, at('out-for-delivery')),
  correios('late', 18, late),
  correios('late', 8, at('delivered')),
  correios('stalled', 10, stalled),
  correios('misrouted', 4),
  correios('failed-then-delivered', 9, at('delivery-failed')),
  correios('failed-then-delivered', 5),
  correios('pickup-collected', 7, at('awaiting-pickup')),
  correios('pickup-expired', 8, at('awaiting-pickup')),
  correios('pickup-expired', 4, at('returning')),
  correios('address-wrong', 4, at('returning')),
  correios('address-wrong', 4, at('returned')),
  correios('refused', 4, at('returning', 'returned')),
  correios('suspended', 4, at('suspended')),
  correios('suspended', 3, at('returning')),
  correios('lost', 3, at('lost')),
  correios('stolen', 2, at('lost')),
  correios('damaged', 4, at('exception')),
  correios('customs', 8, at('customs')),
  correios('neighbour', 3),
  correios('voided', 3, at('out-for-delivery')),
  correios('unknown-event', 3, at('in-transit')),
  correios('out-of-order', 2),
  correios('duplicated', 2),
  correios('posted-later', 12, at('registered')),
  correios('never-posted', 2),
  correios('collection-cancelled', 2, at('cancelled')),
  inpost('locker', 24, at('delivered')),
  inpost('locker', 12, at('awaiting-pickup')),
  inpost('locker', 14, at('in-transit')),
  inpost('locker-reminded', 6),
  inpost('other-locker', 2),
  inpost('pickup-expired', 3, at('returning')),
  inpost('courier', 8, at('in-transit', 'out-for-delivery')),
  inpost('courier', 6, at('delivered')),
  inpost('courier-late', 3),
  inpost('failed-then-delivered', 3, at('delivery-failed')),
  inpost('refused', 1, at('exception')),
  inpost('address-wrong', 1, at('exception')),
  inpost('missing', 1, at('exception')),
  inpost('canceled', 1, at('cancelled')),
  inpost('announced', 4, at('pre-posted')),
  inpost('unknown-event', 1),
]
