import { addBusinessDays } from './business-days.ts'
import type { Day } from './day.ts'
import { readMoney } from './money-text.ts'
import { readDecimal, scaled } from './decimal-number.ts'

/** What a shop adds to what it pays and waits for, before it tells its customer. */
export type Surcharge = {
  readonly days: number
  /** Centavos, or hundredths of a per cent of the price. */
  readonly value:
    { readonly kind: 'fixed'; readonly amount: number } | { readonly kind: 'percent'; readonly hundredths: number }
}

/** What a customer is told. */
export type CustomerOffer = {
  readonly total: number | null
  readonly days: number | null
  readonly latestOn: Day | null
}

/** Nobody adds more than this to what they pay. */
const mostPercent = 300

/** An amount such as `3,50`, or a share such as `5%`; null for neither. Nothing is no surcharge. */
export function readSurchargeValue(text: string): Surcharge['value'] | null {
  const written = text.trim()
  if (written === '') return { kind: 'fixed', amount: 0 }
  if (!written.endsWith('%')) {
    const money = readMoney(written, 'BRL')
    return money?.currency === 'BRL' ? { kind: 'fixed', amount: money.amount } : null
  }
  const decimal = readDecimal(written.slice(0, -1).trim(), 'fraction')
  const hundredths = decimal === null ? null : scaled(decimal, 2)
  return hundredths === null || hundredths < 0 || hundredths > mostPercent * 100
    ? null
    : { kind: 'percent', hundredths }
}

/** The surcharge in an account's fields `extraDays` and `extraValue`; what can't be read adds nothing. */
export function surchargeOf(fields: Readonly<Record<string, string>>): Surcharge {
  const days = Number(fields['extraDays'] ?? 0)
  return {
    days: Number.isInteger(days) && days > 0 ? days : 0,
    value: readSurchargeValue(fields['extraValue'] ?? '') ?? { kind: 'fixed', amount: 0 },
  }
}

/** What the customer is told of a price and a deadline. A share is rounded to the nearest centavo, halves up. */
export function customerOffer(
  total: number | null,
  deadline: { readonly days: number; readonly latestOn: Day | null } | null,
  { days, value }: Surcharge,
): CustomerOffer {
  const added = value.kind === 'fixed' ? value.amount : Math.round(((total ?? 0) * value.hundredths) / 10_000)
  return {
    total: total === null ? null : total + added,
    days: deadline && deadline.days + days,
    latestOn: deadline?.latestOn ? addBusinessDays(deadline.latestOn, days, 'BR') : null,
  }
}
