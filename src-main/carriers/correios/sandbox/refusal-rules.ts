import type { QuoteSettings } from './quote-settings.ts'
import { textOf, type Parameters } from './parameters.ts'

type RefusalRule = QuoteSettings['refusals'][number]

/** Questions that the settings have refused: says with which text, and counts it. */
export type RefusalRules = (api: 'price' | 'deadline', parameters: Parameters) => string | undefined

/** Makes the reader of `refusals`; a rule is spent when it has been met as often as it says. */
export function createRefusalRules(rules: () => readonly RefusalRule[]): RefusalRules {
  const met = new WeakMap<RefusalRule, number>()
  return (api, parameters) => {
    const rule = rules().find(
      (one) =>
        (one.api ?? api) === api &&
        (one.product === undefined || one.product === textOf(parameters['coProduto'])) &&
        (one.number === undefined || one.number === textOf(parameters['nuRequisicao'])) &&
        (textOf(parameters['cepDestino']) ?? '').startsWith(one.to ?? '') &&
        (met.get(one) ?? 0) < (one.times ?? Infinity),
    )
    if (rule) met.set(rule, (met.get(rule) ?? 0) + 1)
    return rule?.text
  }
}
