/** The words that sentences about rules are made of by `rateRuleSentences`. */
export type RateRuleWords = {
  /** `{from}`, `{to}`: of a weight or a value. */
  readonly upTo: string
  readonly startingAt: string
  readonly between: string
  readonly states: string
  readonly ceps: string
  readonly value: string
  readonly channels: string
  readonly everyShipment: string
  readonly cheapest: string
  readonly fastest: string
  readonly withinOneDay: string
  readonly withinDays: string
  readonly withinNoDays: string
  readonly nearFastestOneDay: string
  readonly nearFastestDays: string
  readonly nearFastestNoDays: string
  readonly service: string
  readonly never: string
  /** `{number}`, and `{name}` of a rule that has one. */
  readonly rule: string
  readonly ruleNamed: string
  readonly chosenByRule: string
  readonly chosenWithoutRule: string
  readonly noOffers: string
  readonly allExcluded: string
  readonly excludes: string
  readonly passedNoOffer: string
  readonly passedExcluded: string
  readonly passedTooSlowOneDay: string
  readonly passedTooSlow: string
}
