import { isDay, type Day } from '../../domain/day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()
/** Offsets by zone and quarter of an hour, as no offset changes within one: carriers repeat the same hours many times. */
const offsets = new Map<string, number>()
const quarterMs = 15 * 60_000
const dayMs = 86_400_000

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...numeric })
  formats.set(zone, made)
  return made
}

/** How far a zone's wall clock is ahead of UTC at an instant, milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / quarterMs)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const start = quarter * quarterMs
  const parts = new Map(
    formatOf(zone)
      .formatToParts(start)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  if (offsets.size > 20_000) offsets.clear()
  offsets.set(key, wall - start)
  return wall - start
}

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * The instant that a carrier's time means: ISO 8601, with its offset where it has one, else as the wall clock of a zone; null
 * for what is none. A time that a change of clocks skipped or repeated is read with the offset before the change.
 */
export function instantOf(text: string, zone: string): number | null {
  const [, day = '', hour = '0', minute = '0', second = '0', fraction = '0', offset] = iso.exec(text.trim()) ?? []
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  const ms = Math.floor(Number(`0.${fraction}`) * 1000)
  const wall = Date.parse(`${day}T00:00:00Z`) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms
  if (offset !== undefined) return wall - offsetMs(offset)
  return wall - offsetOfWall(wall, zone)
}

/** The offset of a wall clock: that of the day before, unless the clocks have been changed since. */
function offsetOfWall(wall: number, zone: string): number {
  const before = offsetAt(wall - dayMs, zone)
  if (offsetAt(wall - before, zone) === before) return before
  const after = offsetAt(wall + dayMs, zone)
  return offsetAt(wall - after, zone) === after ? after : before
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

/** The day that a carrier's date or time begins with, ISO or dd/mm/yyyy, as written; null for what is none. */
export function dayIn(text: string): Day | null {
  const [, d, m, y] = /^(\d{2})\/(\d{2})\/(\d{4})/.exec(text.trim()) ?? []
  const day = y === undefined ? text.trim().slice(0, 10) : `${y}-${m}-${d}`
  return isDay(day) ? day : null
}
