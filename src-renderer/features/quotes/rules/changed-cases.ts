import type { OutputFor } from '../../../api/client.ts'
import { shownPostalCode } from '../shipment-form.ts'
import type { DryRun } from './rate-rules.store.ts'
import { caseOf } from './rule-cases.ts'

type Choice = OutputFor<'rateRules.try'>['cases'][number]['then']

/** A quote that other rules would send with another service. */
export type ChangedCase = {
  readonly id: number
  readonly cep: string
  readonly weightG: number
  readonly now: string | null
  readonly then: string | null
  /** Centavos, below zero: less; null where one side chooses nothing. */
  readonly difference: number | null
  readonly choice: Choice
}

/** The quotes of a dry run that would change, in their order. */
export function changedCases({ quotes, result }: DryRun): ChangedCase[] {
  return quotes.flatMap((quote, index) => {
    const answer = result?.cases[index]
    if (!answer?.isDifferent) return []
    const { offers } = caseOf(quote)
    const priceOf = ({ service }: Choice): number | null =>
      offers.find((offer) => offer.service === service)?.total ?? null
    const [before, after] = [priceOf(answer.now), priceOf(answer.then)]
    return {
      id: quote.id,
      cep: shownPostalCode(quote.shipment.to),
      weightG: quote.shipment.weightG,
      now: answer.now.service,
      then: answer.then.service,
      difference: before === null || after === null ? null : after - before,
      choice: answer.then,
    }
  })
}
