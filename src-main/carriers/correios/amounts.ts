/**
 * Centavos of an amount of the price API, exactly: text with a decimal comma and thousands dots (`"1.234,56"`), or a JSON number,
 * whose text has a decimal point. Null for what is none, for less than nothing and for fractions of a centavo.
 */
export function centavosIn(value: string | number | undefined): number | null {
  if (value === undefined) return null
  const [, whole = '', part = ''] = partsOf(value) ?? []
  if (whole === '' || !/^\d{0,2}0*$/.test(part)) return null
  const centavos = Number(whole.replaceAll('.', '') + part.slice(0, 2).padEnd(2, '0'))
  return Number.isSafeInteger(centavos) ? centavos : null
}

/** Whole and decimal digits. `12.5` and `12.50` as text are a decimal point; `1.250` is a thousand, as a comma would follow. */
function partsOf(value: string | number): RegExpExecArray | null {
  if (typeof value === 'number') return /^(\d+)(?:\.(\d+))?$/.exec(String(value))
  const text = value.trim().replace(/^R\$\s*/i, '')
  return /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(text) ?? /^(\d+)\.(\d{1,2})$/.exec(text)
}

/** A whole number such as grams or days, as number or text; null for what is none. */
export function wholeIn(value: string | number | undefined): number | null {
  const centavos = centavosIn(value)
  return centavos === null || centavos % 100 !== 0 ? null : centavos / 100
}
