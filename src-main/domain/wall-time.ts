import type { Day } from './day.ts'

const hourMs = 3_600_000

/**
 * Makes a function that tells what the clock on the wall of a zone shows at an instant, as `YYYY-MM-DDTHH:MM:SS`. The offset is
 * asked for once an hour of the past, for `Intl` takes longer than writing the row.
 */
export function wallTimes(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const offsets = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    // Zones change their offset on a quarter of an hour at the finest.
    const quarter = Math.floor(instant / (hourMs / 4))
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
      const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? []
      offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
      offsets.set(quarter, offset)
    }
    return offset
  }
  return (instant) => new Date(instant + offsetAt(instant)).toISOString().slice(0, 19)
}

/** The instant at which a day begins in a zone. */
export function startOfDay(day: Day, zone: string): number {
  const wallTime = wallTimes(zone)
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const offsetAt = (instant: number): number => Date.parse(`${wallTime(instant)}Z`) - instant
  return asUtc - offsetAt(asUtc - offsetAt(asUtc))
}
