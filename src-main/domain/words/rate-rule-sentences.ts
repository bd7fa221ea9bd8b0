import type { Choice, ChoiceStep } from '../choose-service.ts'
import type { Locale } from '../locale.ts'
import type { RateRule, Range, RuleAction, RuleConditions } from '../rate-rules.ts'
import { assertNever } from '../result.ts'
import { fill } from './fill.ts'
import { words } from './index.ts'
import type { RateRuleWords } from './rate-rule.ts'

/** Sentences about rules and choices in a person's language. */
export type RateRuleSentences = {
  /** For which shipments: `CEP 01-05 até 1 kg`. */
  conditions(when: RuleConditions): string
  /** What it does: `o mais barato em até 3 dias`. */
  action(action: RuleAction): string
  /** Number and conditions: `regra 3: CEP 01-05 até 1 kg`. */
  rule(number: number, rule: Pick<RateRule, 'name' | 'when'>): string
  /** What a rule is called where nobody gave it a name: `CEP 01-05 até 1 kg: o mais barato`. */
  automaticName(rule: Pick<RateRule, 'when' | 'action'>): string
  /** Why a service was chosen or none, then what the other rules did. `rules` are those that were asked. */
  choice(choice: Choice, rules: readonly RateRule[]): string[]
}

/**
 * Makes sentences for a language. `nameOf` says what a service is called, since rules and offers have codes; what it does not
 * know is shown as its code.
 */
export function rateRuleSentences(
  locale: Locale,
  nameOf: (service: string) => string | null = () => null,
): RateRuleSentences {
  const own = words[locale].rateRule
  const service = (code: string): string => nameOf(code) ?? code
  const list = (services: readonly string[]): string => services.map(service).join(', ')
  const { weight, money } = amounts(locale)

  const conditions = (when: RuleConditions): string => {
    const { states, ceps, weightG, declaredValue, channels } = when
    const places = [
      states && fill(own.states, { list: states.join('/') }),
      ceps && fill(own.ceps, { list: ceps.map(cepRange).join('/') }),
    ]
    const head = [places.filter(Boolean).join(', '), weightG && rangeText(weightG, weight, own)]
      .filter(Boolean)
      .join(' ')
    const more = [
      declaredValue && fill(own.value, { range: rangeText(declaredValue, money, own) }),
      channels && fill(own.channels, { list: channels.join('/') }),
    ]
    return [head, ...more].filter(Boolean).join(', ') || own.everyShipment
  }
  const action = (one: RuleAction): string => actionText(one, own, service, list)
  const numbered = (number: number, name: string | null | undefined): string =>
    name == null ? fill(own.rule, { number }) : fill(own.ruleNamed, { number, name })

  return {
    conditions,
    action,
    rule: (number, { name, when }) => `${numbered(number, name)}: ${conditions(when)}`,
    automaticName: (rule) => `${conditions(rule.when)}: ${action(rule.action)}`,
    choice: (choice, rules) => [
      headline(choice),
      ...choice.steps.flatMap((step) => stepText(step, numbered(step.rule, rules[step.rule - 1]?.name))),
    ],
  }

  function headline({ service: chosen, why, by }: Choice): string {
    if (why === 'no-offers' || chosen === null) return why === 'no-offers' ? own.noOffers : own.allExcluded
    if (by === null) return fill(own.chosenWithoutRule, { service: service(chosen) })
    return fill(own.chosenByRule, {
      service: service(chosen),
      rule: numbered(by.rule, by.name),
      when: conditions(by.when),
      action: action(by.action),
    })
  }

  function stepText(step: ChoiceStep, rule: string): string[] {
    if (step.did === 'choose') return []
    if (step.did === 'exclude') return [fill(own.excludes, { rule, list: list(step.services) })]
    const { why } = step
    if (why.reason === 'too-slow')
      return [fill(why.days === 1 ? own.passedTooSlowOneDay : own.passedTooSlow, { rule, days: why.days })]
    return why.reason === 'no-offer'
      ? [fill(own.passedNoOffer, { rule, service: service(why.service) })]
      : [fill(own.passedExcluded, { rule, service: service(why.service), by: why.by })]
  }
}

function actionText(
  action: RuleAction,
  own: RateRuleWords,
  service: (code: string) => string,
  list: (services: readonly string[]) => string,
): string {
  switch (action.kind) {
    case 'cheapest':
      return own.cheapest
    case 'fastest':
      return own.fastest
    case 'cheapest-within':
      return daysText(action.days, [own.withinNoDays, own.withinOneDay, own.withinDays])
    case 'cheapest-near-fastest':
      return daysText(action.days, [own.nearFastestNoDays, own.nearFastestOneDay, own.nearFastestDays])
    case 'service':
      return fill(own.service, { service: service(action.service) })
    case 'never':
      return fill(own.never, { list: list(action.services) })
    default:
      return assertNever(action)
  }
}

const daysText = (days: number, [none, one, many]: readonly [string, string, string]): string =>
  days === 0 ? none : days === 1 ? one : fill(many, { days })

function rangeText({ from, to }: Range, text: (value: number) => string, own: RateRuleWords): string {
  if (from === null) return to === null ? '' : fill(own.upTo, { to: text(to) })
  return to === null
    ? fill(own.startingAt, { from: text(from) })
    : fill(own.between, { from: text(from), to: text(to) })
}

/** `01-05` for 01000-000 to 05999-999, `01` for 01000-000 to 01999-999, `01310-100` for one alone. */
function cepRange({ from, to }: { readonly from: string; readonly to: string }): string {
  let digits = 8
  while (digits > 2 && from[digits - 1] === '0' && to[digits - 1] === '9') digits--
  const [first, last] = [from, to].map((cep) =>
    digits > 5 ? `${cep.slice(0, 5)}-${cep.slice(5)}` : cep.slice(0, digits),
  )
  return first === last ? (first ?? '') : digits > 5 ? `${first} – ${last}` : `${first}-${last}`
}

function amounts(locale: Locale) {
  const kilograms = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  const reais = new Intl.NumberFormat(locale, { style: 'currency', currency: 'BRL' })
  return {
    weight: (grams: number): string => (grams < 1000 ? `${grams} g` : `${kilograms.format(grams / 1000)} kg`),
    money: (centavos: number): string => reais.format(centavos / 100),
  }
}
