import type { Clock } from '../domain/clock.ts'
import { dayOf } from '../domain/day.ts'
import type { AsOf } from '../store/store.ts'

/** This moment, and the calendar day that it is for the person at this computer. */
export const asOf = (clock: Clock, zone: string): AsOf => {
  const now = clock.now()
  return { now, today: dayOf(now, zone) }
}

/** The zone that this computer is set to. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
