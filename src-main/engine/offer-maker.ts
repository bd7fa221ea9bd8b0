import type { CarrierFailure } from '../carriers/carrier.ts'
import { addBusinessDays } from '../domain/business-days.ts'
import type { Offer, OfferProblem, Sourced } from '../domain/offer.ts'
import type { TableOffer } from '../domain/freight-price.ts'
import type { FreightService, QuoteRefusal, ServiceDeadline, ServicePrice } from '../domain/quote.ts'
import type { Shipment } from '../domain/shipment.ts'
import { customerOffer, type Surcharge } from '../domain/surcharge.ts'
import type { NearestAnswer } from '../store/store.ts'
import type { LineFailure } from './carrier-lines.ts'
import { isRefusal, type DeskAnswer, type NotAsked } from './quote-desk.ts'

/** Everything known of one service for one shipment. */
export type OfferFacts = {
  readonly service: FreightService
  readonly shipment: Shipment
  /** Why the carrier is not asked. */
  readonly refusals: readonly QuoteRefusal[]
  /** Null: the carrier is still being asked. */
  readonly price: DeskAnswer<ServicePrice> | null
  readonly deadline: DeskAnswer<ServiceDeadline> | null
  readonly nearest: NearestAnswer | null
  /** What the shop's own tables say of it. */
  readonly table: TableOffer | null
  readonly surcharge: Surcharge
}

/**
 * The offer of a service: what the carrier said, else what it said of the same lane, else the shop's own table, each marked. A
 * refusal of the carrier's is an answer, so nothing takes its place.
 */
export function makeOffer(facts: OfferFacts): Offer {
  const { service, refusals, surcharge } = facts
  const refused = refusals.map((refusal): OfferProblem => ({ part: 'shipment', ...shown(refusal) }))
  if (refused.length > 0) return { service, price: null, deadline: null, customer: null, problems: refused }
  const price = priceOf(facts)
  const deadline = deadlineOf(facts)
  const problems = [problemOf('price', facts.price), problemOf('deadline', facts.deadline)]
  return {
    service,
    price,
    deadline,
    customer: price && customerOffer(price.value.total, deadline?.value ?? null, surcharge),
    problems: problems.filter((problem) => problem !== null),
  }
}

function priceOf({ price, nearest, table }: OfferFacts): Sourced<ServicePrice> | null {
  if (price?.ok) return { value: price.value.value, ...heard(price.value) }
  if (isRefused(price)) return null
  if (nearest?.price) {
    const { value, at } = nearest.price
    return { value, source: 'last-known', at, of: nearest.priceTo, leftOut: [] }
  }
  return table && { value: table.price, ...fromTable(table) }
}

function deadlineOf({ shipment, deadline, nearest, table }: OfferFacts): Sourced<ServiceDeadline> | null {
  if (deadline?.ok) return { value: deadline.value.value, ...heard(deadline.value) }
  if (isRefused(deadline)) return null
  if (nearest?.deadline) {
    const { value, at } = nearest.deadline
    const latestOn = addBusinessDays(shipment.postedOn, value.days, 'BR')
    return { value: { ...value, latestOn }, source: 'last-known', at, of: nearest.deadlineTo, leftOut: [] }
  }
  return table && { value: table.deadline, ...fromTable(table) }
}

/** The offer of a service that only the shop's own tables have: nobody else is asked. */
export function makeTableOffer(table: TableOffer, surcharge: Surcharge): Offer {
  const price = { value: table.price, ...fromTable(table) }
  const deadline = { value: table.deadline, ...fromTable(table) }
  return {
    service: { code: table.key, name: table.service },
    price,
    deadline,
    customer: customerOffer(table.price.total, table.deadline, surcharge),
    problems: [],
  }
}

const fromTable = ({ table, leftOut }: TableOffer): Omit<Sourced<never>, 'value'> => ({
  source: 'table',
  at: table.importedAt,
  of: table.name,
  leftOut,
})

const heard = ({ at, now }: { readonly at: number; readonly now: boolean }): Omit<Sourced<never>, 'value'> => ({
  source: now ? 'carrier' : 'kept',
  at,
  of: null,
  leftOut: [],
})

function problemOf(part: 'price' | 'deadline', answer: DeskAnswer<unknown> | null): OfferProblem | null {
  if (answer === null) return { part, code: 'waiting', carrierSays: null, carrierCode: null }
  return answer.ok ? null : { part, ...shown(answer.error) }
}

function shown(error: CarrierFailure | QuoteRefusal | LineFailure | NotAsked): Omit<OfferProblem, 'part'> {
  if (isRefusal(error)) return error
  const carrierCode = 'carrierCode' in error ? (error.carrierCode ?? null) : null
  return { code: error.code, carrierSays: null, carrierCode }
}

const isRefused = (answer: DeskAnswer<unknown> | null): boolean =>
  answer !== null && !answer.ok && isRefusal(answer.error)
