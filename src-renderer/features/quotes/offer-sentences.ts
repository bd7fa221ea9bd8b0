import type { Offer, OfferProblem, Quote } from '../../../src-main/contract/quotes.contract.ts'
import type { Formats } from '../../ui/format.ts'

type Translate = (key: string, params?: Record<string, unknown>) => string

/** Why a service has no price or no deadline of the carrier's. */
export function problemText(
  problem: Omit<OfferProblem, 'part'>,
  t: Translate,
  te: (key: string) => boolean,
  format: Formats,
): string {
  const { code, detail = {} } = problem
  const refusal = code.startsWith('quote.') ? code.slice('quote.'.length) : null
  if (refusal === null) return t(te(`quotes.trouble.${code}`) ? `quotes.trouble.${code}` : `errors.${code}`)
  const key = refusal === 'declared-value-range' ? rangeKey(detail) : refusal
  const side = typeof detail['side'] === 'string' ? t(`quotes.side.${detail['side']}`) : ''
  const sentence = t(`quotes.refusal.${key}`, {
    side,
    says: problem.carrierSays ?? '',
    ...amounts(refusal, detail, format),
  })
  return problem.carrierCode === null ? sentence : `${sentence} (${problem.carrierCode})`
}

/** Of a range that only one end is known of, only that end is said; a centavo is no limit. */
function rangeKey({ least, most }: NonNullable<OfferProblem['detail']>): string {
  if (most === undefined) return 'declared-value-range-unknown'
  return Number(least ?? 0) > 1 ? 'declared-value-range' : 'declared-value-range-most'
}

function amounts(
  refusal: string,
  detail: NonNullable<OfferProblem['detail']>,
  format: Formats,
): Record<string, string> {
  const shown = (value: string | number | undefined): string => {
    if (typeof value !== 'number') return value ?? ''
    if (refusal === 'too-heavy') return format.weight(value)
    return refusal === 'declared-value-range' ? format.money(value, 'BRL') : format.length(value)
  }
  return {
    is: shown(detail['is']),
    limit: shown(detail['limit']),
    least: shown(detail['least']),
    most: shown(detail['most']),
  }
}

/** What stands in the place of one part of an offer, or beside it where it is from elsewhere. */
export type PartSentences = { readonly price: readonly string[]; readonly deadline: readonly string[] }

/** The problems of an offer by the part that they are about; what is about the whole shipment stands with the price. */
export function partSentences(
  offer: Offer,
  t: Translate,
  te: (key: string) => boolean,
  format: Formats,
): PartSentences {
  const told = distinctProblems(offer).filter(({ code }) => code !== 'waiting')
  const texts = (of: (problem: OfferProblem) => boolean): string[] =>
    told.filter(of).map((problem) => problemText(problem, t, te, format))
  return { price: texts(({ part }) => part !== 'deadline'), deadline: texts(({ part }) => part === 'deadline') }
}

/** All that is to be said of an offer without price and deadline; which part is meant only where the parts differ. */
export function wholeSentences({ price, deadline }: PartSentences, t: Translate): readonly string[] {
  if (price.length === 0 || deadline.length === 0) return [...price, ...deadline]
  return [
    ...price.map((text) => `${t('quotes.about.price')} ${text}`),
    ...deadline.map((text) => `${t('quotes.about.deadline')} ${text}`),
  ]
}

/** What a person can do about everything that kept the carrier from answering, each step once. */
export function nextSteps({ trouble, offers }: Quote, t: Translate, te: (key: string) => boolean): readonly string[] {
  const codes = [trouble, ...offers.flatMap(({ problems }) => problems.map(({ code }) => code))]
  const keys = codes.map((code) => `quotes.next.${code ?? ''}`).filter((key) => te(key))
  return [...new Set(keys.map((key) => t(key)))]
}

/** Problems of an offer that stand for one sentence: a carrier that is down is so for price and deadline alike. */
export function distinctProblems({ problems }: Offer): readonly OfferProblem[] {
  return problems.filter(
    ({ code, part }, index) => part !== 'deadline' || !problems.slice(0, index).some((other) => other.code === code),
  )
}

/** Where a value is from, when it is not what the carrier said just now; null: it is. */
export function sourceText(
  sourced: NonNullable<Offer['price']> | NonNullable<Offer['deadline']>,
  t: Translate,
  format: Formats,
): string | null {
  const at = format.instant(sourced.at)
  switch (sourced.source) {
    case 'carrier':
      return null
    case 'kept':
      return t('quotes.source.kept', { at: format.time(sourced.at) })
    case 'last-known':
      return sourced.of === null
        ? t('quotes.source.lastKnown', { at })
        : t('quotes.source.lastKnownTo', { at, to: sourced.of.replace(/^(\d{5})(\d{3})$/, '$1-$2') })
    case 'table':
      return t('quotes.source.table', { name: sourced.of ?? '' })
  }
}
