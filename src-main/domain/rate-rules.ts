import { z } from 'zod'
import { Cep } from './shipment.ts'

/** From one value to another, both included; null: open on that side. */
const Range = z.strictObject({
  from: z.int().nonnegative().nullable(),
  to: z.int().nonnegative().nullable(),
})
export type Range = z.output<typeof Range>

/** A service as offers name it: a carrier's code, or the key of a service in an own table. */
const ServiceName = z.string().min(1).max(200)

/** For which shipments a rule is. All that is given must hold, of a list one; nothing given: for every one. */
export const RuleConditions = z.strictObject({
  states: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(27)
    .optional(),
  ceps: z
    .array(z.strictObject({ from: Cep, to: Cep }))
    .max(200)
    .optional(),
  weightG: Range.optional(),
  /** Centavos; a shipment without a declared value counts as one of nothing. */
  declaredValue: Range.optional(),
  channels: z.array(z.string().min(1).max(60)).max(100).optional(),
})
export type RuleConditions = z.output<typeof RuleConditions>

const days = z.int().min(0).max(365)

/** What a rule does with the shipments that it is for. */
export const RuleAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cheapest') }),
  z.strictObject({ kind: z.literal('fastest') }),
  /** The cheapest of what takes `days` at most. */
  z.strictObject({ kind: z.literal('cheapest-within'), days }),
  /** The cheapest of what takes at most `days` more than the fastest. */
  z.strictObject({ kind: z.literal('cheapest-near-fastest'), days }),
  z.strictObject({ kind: z.literal('service'), service: ServiceName }),
  /** These services are not chosen, whichever rule would. */
  z.strictObject({ kind: z.literal('never'), services: z.array(ServiceName).max(100) }),
])
export type RuleAction = z.output<typeof RuleAction>

/** One rule of the list; its number is its place in it, from 1. */
export const RateRule = z.strictObject({
  /** Null: it is called by what it says. */
  name: z.string().trim().min(1).max(80).nullable(),
  on: z.boolean(),
  when: RuleConditions,
  action: RuleAction,
})
export type RateRule = z.output<typeof RateRule>

/** More rules than anybody oversees. */
export const RateRules = z.array(RateRule).max(200)

/** What of a shipment the rules go by. */
export const RateFacts = z.strictObject({
  to: Cep,
  /** Null: the one that the CEP lies in. */
  state: z.string().nullable(),
  weightG: z.int().min(1),
  declaredValue: z.int().nonnegative().nullable(),
  /** Sales channel. */
  channel: z.string().nullable(),
})
export type RateFacts = z.output<typeof RateFacts>

/** What is wrong with a rule: a condition or list without anything in it, or one that ends before it begins. */
export type RuleFault = { readonly code: 'rule-empty' | 'rule-order'; readonly rule: number; readonly field: string }

/** The first fault of a list, by the number of its rule and the field; null for a list that makes sense. */
export function faultOfRules(rules: readonly RateRule[]): RuleFault | null {
  for (const [i, rule] of rules.entries()) {
    const found = faultOfRule(rule)
    if (found) return { ...found, rule: i + 1 }
  }
  return null
}

function faultOfRule({ when, action }: RateRule): Omit<RuleFault, 'rule'> | null {
  for (const field of ['states', 'ceps', 'channels'] as const)
    if (when[field]?.length === 0) return { code: 'rule-empty', field: `when.${field}` }
  for (const field of ['weightG', 'declaredValue'] as const) {
    const range = when[field]
    if (!range) continue
    if (range.from === null && range.to === null) return { code: 'rule-empty', field: `when.${field}` }
    if (range.from !== null && range.to !== null && range.from > range.to)
      return { code: 'rule-order', field: `when.${field}` }
  }
  if (when.ceps?.some(({ from, to }) => from > to)) return { code: 'rule-order', field: 'when.ceps' }
  if (action.kind === 'never' && action.services.length === 0) return { code: 'rule-empty', field: 'action.services' }
  return null
}
