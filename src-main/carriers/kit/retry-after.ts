/**
 * How long a `Retry-After` header asks to wait, milliseconds; null when it is absent or makes no sense.
 *
 * Both forms of RFC 9110 (10.2.3): seconds, and an HTTP date, which counts from the answer's own `Date` where there is one, so
 * that a wrong clock here does not matter.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | null {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return null
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  if (!/[a-z]{3}/i.test(value) || Number.isNaN(until)) return null
  const from = Date.parse(headers['date'] ?? '')
  return Math.max(0, until - (Number.isNaN(from) ? now : from))
}
