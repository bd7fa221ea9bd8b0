import { chooseService, type Choice, type RateOffer } from '../../domain/choose-service.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { faultOfRules, type RateFacts, type RateRule, type RuleFault } from '../../domain/rate-rules.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { RateRuleReader, RateRuleWriter } from '../../store/store.ts'

/** A shipment with what is offered for it. */
export type RateCase = { readonly facts: RateFacts; readonly offers: readonly RateOffer[] }

/** What the kept rules choose for one case, what other rules would, and whether that is another service. */
export type TriedCase = { readonly now: Choice; readonly then: Choice; readonly isDifferent: boolean }

export type RulesTried = {
  readonly cases: readonly TriedCase[]
  readonly different: number
  /** Centavos of all that is chosen, by the kept rules and by the others. */
  readonly totalNow: number
  readonly totalThen: number
}

/** The rules that choose a service. */
export type RateRulesService = {
  list(): Promise<RateRule[]>
  save(rules: readonly RateRule[]): Promise<Result<Record<string, never>, Problem<RuleFault['code']>>>
  /** Chooses for cases with the kept rules and with given ones, which need not be kept; changes nothing. */
  try(
    cases: readonly RateCase[],
    rules: readonly RateRule[] | undefined,
  ): Promise<Result<RulesTried, Problem<RuleFault['code']>>>
}

/** Makes the service. */
export function createRateRules(store: {
  readonly read: { readonly rateRules: RateRuleReader }
  readonly write: { readonly rateRules: RateRuleWriter }
}): RateRulesService {
  return {
    list: () => store.read.rateRules.list(),

    async save(rules) {
      const fault = faultOfRules(rules)
      if (fault) return refused(fault)
      await store.write.rateRules.replace(rules)
      return ok({})
    },

    async try(cases, given) {
      const fault = given && faultOfRules(given)
      if (fault) return refused(fault)
      const kept = await store.read.rateRules.list()
      const others = given ?? kept
      let [totalNow, totalThen, different] = [0, 0, 0]
      const tried = cases.map(({ facts, offers }): TriedCase => {
        const now = chooseService(kept, facts, offers)
        const then = chooseService(others, facts, offers)
        const isDifferent = now.service !== then.service
        totalNow += totalOf(now, offers)
        totalThen += totalOf(then, offers)
        if (isDifferent) different++
        return { now, then, isDifferent }
      })
      return ok({ cases: tried, different, totalNow, totalThen })
    },
  }
}

const refused = ({ code, rule, field }: RuleFault) =>
  fail(problem(code, `rule ${rule}: ${field}`, { detail: { rule, field } }))

const totalOf = ({ service }: Choice, offers: readonly RateOffer[]): number =>
  service === null ? 0 : Math.min(...offers.filter((one) => one.service === service).map(({ total }) => total))
