import type { Cell } from './cell.ts'
import { readDecimal, scaled } from './decimal-number.ts'

/** An amount in the smallest unit of its currency. */
export type Money = { readonly amount: number; readonly currency: string }

const signs: readonly (readonly [sign: RegExp, currency: string])[] = [
  [/R\$|\bBRL\b/i, 'BRL'],
  [/z[łl](?![a-z])|\bPLN\b/i, 'PLN'],
  [/€|\bEUR\b/i, 'EUR'],
  [/US\$|\bUSD\b|\$/i, 'USD'],
  [/£|\bGBP\b/i, 'GBP'],
]

const mostDigits = 1_000_000_000_00

/** The currency that a text names by its sign or code. */
export function currencyIn(text: string): string | null {
  return signs.find(([sign]) => sign.test(text))?.[1] ?? null
}

/** An amount of money, in the currency that the cell names or else the column's; negative amounts are none. */
export function readMoney(cell: Cell, columnCurrency: string): Money | null {
  if (typeof cell === 'number') return amountOf(cell, columnCurrency)
  const found = signs.find(([sign]) => sign.test(cell))
  return found ? amountOf(cell.replace(found[0], '').trim(), found[1]) : amountOf(cell.trim(), columnCurrency)
}

function amountOf(number: Cell, currency: string): Money | null {
  const decimal = readDecimal(number, 'thousands')
  const amount = decimal === null ? null : scaled(decimal, 2)
  return amount === null || amount < 0 || amount > mostDigits ? null : { amount, currency }
}
