/** How a text stands to the two Brazilian tax numbers, of people (CPF) and of companies (CNPJ). */
export type TaxNumber =
  | { readonly kind: 'valid'; readonly type: 'CPF' | 'CNPJ'; readonly number: string }
  | { readonly kind: 'wrong-digits'; readonly type: 'CPF' | 'CNPJ' }
  | { readonly kind: 'other' }

const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
const cnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]

/**
 * Reads a CPF or CNPJ with or without its punctuation.
 *
 * The CNPJ of July 2026 has letters in its first twelve places; a character counts as its ASCII code less 48, which leaves
 * the old ones as they were. Up to two zeros that a spreadsheet program dropped in front are put back when both check digits
 * then agree: the digits prove it, so nothing is guessed.
 */
export function readTaxNumber(text: string): TaxNumber {
  const bare = text.replace(/[\s.\-/\u2010-\u2013]/g, '').toUpperCase()
  if (/^\d{9,11}$/.test(bare)) {
    const number = bare.padStart(11, '0')
    if (checks(number, cpfWeights)) return { kind: 'valid', type: 'CPF', number }
    return bare.length === 11 ? { kind: 'wrong-digits', type: 'CPF' } : { kind: 'other' }
  }
  if (/^([0-9A-Z]{12}\d{2}|\d{12,13})$/.test(bare)) {
    const number = bare.padStart(14, '0')
    if (checks(number, cnpjWeights)) return { kind: 'valid', type: 'CNPJ', number }
    return bare.length === 14 ? { kind: 'wrong-digits', type: 'CNPJ' } : { kind: 'other' }
  }
  return { kind: 'other' }
}

/** Both check digits by modulo 11; numbers of one repeated digit pass the sum and are still none. */
function checks(number: string, weights: readonly number[]): boolean {
  if (/^(.)\1+$/.test(number)) return false
  const length = number.length
  return (
    checkDigit(number, length - 2, weights.slice(1)) === number[length - 2] &&
    checkDigit(number, length - 1, weights) === number[length - 1]
  )
}

function checkDigit(number: string, length: number, weights: readonly number[]): string {
  let sum = 0
  for (let i = 0; i < length; i++) sum += (number.charCodeAt(i) - 48) * (weights[i] ?? 0)
  const rest = sum % 11
  return String(rest < 2 ? 0 : 11 - rest)
}
