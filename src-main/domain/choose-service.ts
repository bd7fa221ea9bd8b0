import { z } from 'zod'
import { stateOfCep } from './cep-state.ts'
import { plainText } from './plain-text.ts'
import { DaySchema } from './parcel-query.ts'
import { RateRule, type RateFacts, type Range, type RuleAction, type RuleConditions } from './rate-rules.ts'
import { assertNever } from './result.ts'

/** What can be chosen: a service with its price in centavos and its deadline. */
export const RateOffer = z.strictObject({
  service: z.string().min(1).max(200),
  total: z.int().nonnegative(),
  /** As the carrier counts them. */
  days: z.int().nonnegative(),
  /** Last day of the promise; null: not told. */
  latestOn: DaySchema.nullable(),
})
export type RateOffer = z.output<typeof RateOffer>

const rule = z.int().min(1)

/** What one rule that is for a shipment did, in the order of the list; rules below the one that decided only exclude. */
export const ChoiceStep = z.discriminatedUnion('did', [
  /** Services with an offer that it took out. */
  z.strictObject({ rule, did: z.literal('exclude'), services: z.array(z.string()) }),
  /** It could not decide, so the next rule was asked. */
  z.strictObject({
    rule,
    did: z.literal('pass'),
    why: z.discriminatedUnion('reason', [
      z.strictObject({ reason: z.literal('no-offer'), service: z.string() }),
      /** `by`: the rule that excludes it. */
      z.strictObject({ reason: z.literal('excluded'), service: z.string(), by: rule }),
      z.strictObject({ reason: z.literal('too-slow'), days: z.int() }),
    ]),
  }),
  z.strictObject({ rule, did: z.literal('choose'), service: z.string() }),
])
export type ChoiceStep = z.output<typeof ChoiceStep>

/** Which service was chosen, and why. */
export const Choice = z.strictObject({
  /** Null: none; `why` says the reason. */
  service: z.string().nullable(),
  /** `rule`: one decided; `no-rule`: none did, so the cheapest; `no-offers`; `all-excluded`: by rules that say never. */
  why: z.enum(['rule', 'no-rule', 'no-offers', 'all-excluded']),
  /** The rule that decided. */
  by: z.strictObject({ rule, ...RateRule.pick({ name: true, when: true, action: true }).shape }).nullable(),
  steps: z.array(ChoiceStep),
})
export type Choice = z.output<typeof Choice>

type Numbered = RateRule & { readonly number: number }

/**
 * Chooses a service by rules in order and says why.
 *
 * What a *never* rule excludes is out wherever the rule stands, so that no rule above it brings back what must not be. Of the
 * others the first that is for the shipment and finds an offer decides; one whose service has no offer is passed over. Where
 * none decides it is the cheapest.
 */
export function chooseService(rules: readonly RateRule[], facts: RateFacts, offers: readonly RateOffer[]): Choice {
  const own: Numbered[] = rules
    .map((one, i) => ({ ...one, number: i + 1 }))
    .filter(({ on, when }) => on && isFor(when, facts))
  const excludedBy = new Map<string, number>()
  for (const { action, number } of own)
    if (action.kind === 'never')
      for (const service of action.services) if (!excludedBy.has(service)) excludedBy.set(service, number)
  const left = offers.filter(({ service }) => !excludedBy.has(service))

  const steps: ChoiceStep[] = []
  let by: Numbered | null = null
  let chosen: RateOffer | null = null
  for (const one of own) {
    if (one.action.kind === 'never') {
      const services = [...new Set(offers.map(({ service }) => service))].filter(
        (service) => excludedBy.get(service) === one.number,
      )
      if (services.length > 0) steps.push({ rule: one.number, did: 'exclude', services })
    } else if (chosen === null && left.length > 0) {
      chosen = chosenBy(one.action, left)
      if (chosen) {
        by = one
        steps.push({ rule: one.number, did: 'choose', service: chosen.service })
      } else steps.push({ rule: one.number, did: 'pass', why: whyPassed(one.action, excludedBy) })
    }
  }
  if (by && chosen) {
    const { number, name, when, action } = by
    return { service: chosen.service, why: 'rule', by: { rule: number, name, when, action }, steps }
  }
  const why = offers.length === 0 ? 'no-offers' : left.length === 0 ? 'all-excluded' : 'no-rule'
  return { service: cheapest(left)?.service ?? null, why, by: null, steps }
}

/** Whether a rule is for a shipment. */
export function isFor(when: RuleConditions, facts: RateFacts): boolean {
  const state = facts.state ?? stateOfCep(facts.to)
  const channel = facts.channel === null ? null : plainText(facts.channel)
  return (
    (when.states === undefined || (state !== null && when.states.includes(state))) &&
    (when.ceps === undefined || when.ceps.some(({ from, to }) => from <= facts.to && facts.to <= to)) &&
    isWithin(when.weightG, facts.weightG) &&
    isWithin(when.declaredValue, facts.declaredValue ?? 0) &&
    (when.channels === undefined || when.channels.some((one) => plainText(one) === channel))
  )
}

const isWithin = (range: Range | undefined, value: number): boolean =>
  range === undefined || ((range.from ?? value) <= value && value <= (range.to ?? value))

function chosenBy(action: Exclude<RuleAction, { kind: 'never' }>, offers: readonly RateOffer[]): RateOffer | null {
  switch (action.kind) {
    case 'cheapest':
      return cheapest(offers)
    case 'fastest':
      return fastest(offers)
    case 'cheapest-within':
      return cheapest(offers.filter(({ days }) => days <= action.days))
    case 'cheapest-near-fastest': {
      const least = Math.min(...offers.map(({ days }) => days))
      return cheapest(offers.filter(({ days }) => days <= least + action.days))
    }
    case 'service':
      return cheapest(offers.filter(({ service }) => service === action.service))
    default:
      return assertNever(action)
  }
}

function whyPassed(
  action: RuleAction,
  excludedBy: ReadonlyMap<string, number>,
): Extract<ChoiceStep, { did: 'pass' }>['why'] {
  if (action.kind === 'cheapest-within') return { reason: 'too-slow', days: action.days }
  if (action.kind !== 'service') throw new Error(`a rule ${action.kind} finds an offer wherever there is one`)
  const by = excludedBy.get(action.service)
  return by === undefined
    ? { reason: 'no-offer', service: action.service }
    : { reason: 'excluded', service: action.service, by }
}

/** The first of equals is the one that was offered first. */
function first(offers: readonly RateOffer[], compare: (a: RateOffer, b: RateOffer) => number): RateOffer | null {
  return offers.reduce<RateOffer | null>((best, one) => (best === null || compare(one, best) < 0 ? one : best), null)
}

const cheapest = (offers: readonly RateOffer[]): RateOffer | null =>
  first(offers, (a, b) => a.total - b.total || a.days - b.days)

/** By the last day of the promise where every offer tells it, since carriers count their days in different ways. */
function fastest(offers: readonly RateOffer[]): RateOffer | null {
  const byDay = offers.every(({ latestOn }) => latestOn !== null)
  const at = ({ days, latestOn }: RateOffer): number => (byDay && latestOn !== null ? Date.parse(latestOn) : days)
  return first(offers, (a, b) => at(a) - at(b) || a.total - b.total)
}
