/**
 * A postal code as it is stored: a CEP as eight digits, another country's as written; null for what is none.
 *
 * Where the file names no country, `01310-100` is a CEP and `00-950` a Polish code. A CEP of seven digits lost its zero to a
 * spreadsheet program: codes that begin with 0 are those of São Paulo, so the zero is put back unless the row says that
 * it is of another state.
 */
export function readPostalCode(text: string, country: string | null, state: string | null): string | null {
  const trimmed = text.trim()
  if (country !== null && country !== 'BR')
    return /^[\p{L}\d][\p{L}\d \-]{1,11}$/u.test(trimmed) ? trimmed.toUpperCase() : null
  if (country === null && /^\d{2}-\d{3}$/.test(trimmed)) return trimmed
  const digits = trimmed.replace(/[\s.\-\u2010-\u2013]/g, '')
  if (/^\d{8}$/.test(digits)) return digits
  return /^[1-9]\d{6}$/.test(digits) && (state === null || state === 'SP') ? `0${digits}` : null
}
