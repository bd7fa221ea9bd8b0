import { z } from 'zod'
import { Choice, RateOffer } from '../domain/choose-service.ts'
import { RateFacts, RateRules } from '../domain/rate-rules.ts'
import { command, query } from './define.ts'

const centavos = z.int().nonnegative()

export const rateRules = {
  /** In their order: the number of a rule is its place, from 1. */
  'rateRules.list': query({ input: z.strictObject({}), output: RateRules }),
  /** Keeps the whole list. `detail.rule` and `detail.field` name what is empty, or ends before it begins. */
  'rateRules.save': command({
    input: z.strictObject({ rules: RateRules }),
    output: z.strictObject({}),
    errors: ['rule-empty', 'rule-order'],
  }),
  /** A dry run: what the kept rules choose now, what `rules` would (absent: the same), and what that changes. Nothing is kept. */
  'rateRules.try': query({
    input: z.strictObject({
      cases: z
        .array(z.strictObject({ facts: RateFacts, offers: z.array(RateOffer).max(100) }))
        .min(1)
        .max(5000),
      rules: RateRules.optional(),
    }),
    output: z.strictObject({
      /** In the order of the input. */
      cases: z.array(z.strictObject({ now: Choice, then: Choice, isDifferent: z.boolean() })),
      different: z.int().nonnegative(),
      totalNow: centavos,
      totalThen: centavos,
    }),
    errors: ['rule-empty', 'rule-order'],
  }),
}
