import { cellText, type Cell } from './cell.ts'

/** A number as its digits, so that nothing of it is lost to binary fractions. */
export type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string }

/**
 * What one separator followed by exactly three digits means, which the text alone does not tell: `1.250` of kilograms is a
 * fraction, of grams or of money a thousand.
 */
export type ThreeDigits = 'fraction' | 'thousands'

/** Most numbers of a file: nothing about them is open. */
const plain: Readonly<Record<ThreeDigits, RegExp>> = {
  fraction: /^(\d+)(?:[.,](\d+))?$/,
  thousands: /^(\d+)(?:[.,](\d{1,2}|\d{4,}))?$/,
}

/**
 * Reads a number as people write it: `1.234,56`, `1,234.56`, `1 234,56`, `12.5`, `,5`. Of two kinds of separators the last
 * one is decimal; one kind several times means thousands. Null for what is no number.
 */
export function readDecimal(cell: Cell, threeDigits: ThreeDigits): Decimal | null {
  const text = cellText(cell).trim()
  if (typeof cell === 'number') return split(text)
  const simple = plain[threeDigits].exec(text)
  if (simple) return { negative: false, whole: simple[1] ?? '', fraction: simple[2] ?? '' }
  const digits = /^([+-]?)(\d[\d.,' \u00a0\u202f]*|[.,]\d+)$/.exec(text)?.[2]
  if (digits === undefined) return null
  const bare = digits.replace(/(?<=\d)[' \u00a0\u202f](?=\d{3}(?!\d))/g, '')
  if (/[' \u00a0\u202f]/.test(bare)) return null
  const sign = text.startsWith('-') ? '-' : ''
  const mark = decimalMark(bare, threeDigits)
  if (mark === undefined) return null
  return split(sign + bare.replace(/[.,]/g, (_, at: number) => (at === mark ? '.' : '')))
}

/** Where the decimal separator is; -1: there is none; undefined: the separators do not make sense. */
function decimalMark(text: string, threeDigits: ThreeDigits): number | undefined {
  const points = text.split('.').length - 1
  const commas = text.split(',').length - 1
  if (points + commas === 0) return -1
  if (points > 0 && commas > 0) {
    const decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ','
    const at = text.indexOf(decimal)
    return at === text.lastIndexOf(decimal) && isGrouped(text.slice(0, at), decimal === '.' ? ',' : '.')
      ? at
      : undefined
  }
  const separator = points > 0 ? '.' : ','
  if (points + commas > 1) return isGrouped(text, separator) ? -1 : undefined
  const at = text.indexOf(separator)
  const before = text.slice(0, at)
  const looksGrouped = text.length - at === 4 && /^[1-9]\d{0,2}$/.test(before)
  return looksGrouped && threeDigits === 'thousands' ? -1 : at
}

const isGrouped = (text: string, separator: string): boolean =>
  (separator === '.' ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}(,\d{3})+$/).test(text)

function split(text: string): Decimal | null {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  return /^\d*$/.test(whole) && /^\d*$/.test(fraction) && whole + fraction !== '' ? { negative, whole, fraction } : null
}

/**
 * A decimal times ten to a power, as an integer, halves rounded up; null when it does not fit into a safe integer.
 */
export function scaled(decimal: Decimal, power: number): number | null {
  const shifted = decimal.fraction.padEnd(power + 1, '0')
  const digits = (decimal.whole + shifted.slice(0, power)).replace(/^0+(?=\d)/, '')
  if (digits.length > 15) return null
  const rounded = Number(digits === '' ? '0' : digits) + (shifted.charCodeAt(power) >= 53 ? 1 : 0)
  return decimal.negative ? -rounded : rounded
}
