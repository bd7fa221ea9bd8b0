/** What a cell that should hold a tracking code turned out to be. */
export type ReadCode =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'empty' }
  /** `1,12E+11`: a spreadsheet program kept only the first digits. */
  | { readonly kind: 'scientific' }

/** Upper case, without the spaces, dashes, dots and parentheses that people and labels put between the groups. */
export function cleanCode(text: string): string {
  return text.replace(/[\s\u00a0\u200b\ufeff().\-‐‑–—_/]/g, '').toUpperCase()
}

/** Reads a cell as a tracking code; never guesses digits that are not there. */
export function readCode(text: string): ReadCode {
  const trimmed = text.trim().replace(/^'/, '')
  if (trimmed === '') return { kind: 'empty' }
  if (/^\d([.,]\d+)?E\+?\d{1,3}$/i.test(trimmed)) return { kind: 'scientific' }
  const code = cleanCode(trimmed)
  return code === '' ? { kind: 'empty' } : { kind: 'code', code }
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** The check digit of eight digits by the rule of UPU S10. */
export function s10CheckDigit(serial: string): number {
  let sum = 0
  for (let i = 0; i < 8; i++) sum += Number(serial[i]) * (s10Weights[i] ?? 0)
  const rest = sum % 11
  return rest === 0 ? 5 : rest === 1 ? 0 : 11 - rest
}

/** How a code stands to UPU S10 (`AA123456785BR`): not of that shape, right, or with a wrong check digit and what it should be. */
export function checkS10(
  code: string,
):
  | { readonly kind: 'other' }
  | { readonly kind: 'valid' }
  | { readonly kind: 'wrong-digit'; readonly expected: string } {
  const parts = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/.exec(code)
  if (!parts) return { kind: 'other' }
  const [, service = '', serial = '', digit = '', country = ''] = parts
  const right = String(s10CheckDigit(serial))
  return digit === right
    ? { kind: 'valid' }
    : { kind: 'wrong-digit', expected: `${service}${serial}${right}${country}` }
}

/** The check digit of GS1 (SSCC, EAN) over digits that do not yet have it. */
export function gs1CheckDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}

/** A code in the groups that people read: `AA 123 456 785 BR`, long digits in fours. */
export function groupCode(code: string): string {
  const s10 = /^([A-Z]{2})(\d{3})(\d{3})(\d{3})([A-Z]{2})$/.exec(code)
  if (s10) return s10.slice(1).join(' ')
  return /^\d{15,}$/.test(code) ? code.replace(/(\d{4})(?=\d)/g, '$1 ') : code
}
