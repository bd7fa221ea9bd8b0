import type { Offer, OfferProblem } from '../../../src-main/contract/quotes.contract.ts'
import type { Formats } from '../../ui/format.ts'

type Translate = (key: string, params?: Record<string, unknown>) => string

/** Why a service has no price or no deadline of the carrier's, and what to do about it. */
export function problemText(
  problem: OfferProblem,
  t: Translate,
  te: (key: string) => boolean,
  format: Formats,
): string {
  const { code, part, detail = {} } = problem
  const refusal = code.startsWith('quote.') ? code.slice('quote.'.length) : null
  if (refusal === null) {
    const about = part === 'deadline' ? t('quotes.about.deadline') : t('quotes.about.price')
    const known = te(`quotes.trouble.${code}`) ? `quotes.trouble.${code}` : `errors.${code}`
    return `${about} ${t(known)}`
  }
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
