const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** An instant as the carrier writes it, in Warsaw time with its offset: `2025-03-04T09:12:00.000+01:00`. */
export function warsawTime(instant: number): string {
  const field = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
  const local = `${field['year']}-${field['month']}-${field['day']}T${field['hour']}:${field['minute']}:${field['second']}`
  const offset = Math.round((Date.parse(`${local}Z`) - instant) / 3_600_000)
  return `${local}.000+0${offset}:00`
}
