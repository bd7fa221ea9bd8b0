import type { RateRule } from '../domain/rate-rules.ts'

/** The rules that choose a service, in their order. */
export type RateRuleReader = { list(): Promise<RateRule[]> }

export type RateRuleWriter = {
  /** Puts a whole list into the place of what there is: never half of each. */
  replace(rules: readonly RateRule[]): Promise<void>
}
