import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** The rules that choose a service. */
export const rateRuleHandlers = ({
  rateRules,
}: Engine): Pick<EngineHandlers, `rateRules.${'list' | 'save' | 'try'}`> => ({
  'rateRules.list': async () => ok(await rateRules.list()),
  'rateRules.save': ({ rules }) => rateRules.save(rules),
  'rateRules.try': ({ cases, rules }) => rateRules.try(cases, rules),
})
