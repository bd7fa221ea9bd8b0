import type { Clock } from '../domain/clock.ts'
import { dayOf } from '../domain/day.ts'
import type { StillnessRules } from '../domain/stillness.ts'
import type { AsOf } from '../store/store.ts'

/** This moment, the calendar day that it is for the person at this computer, and what counts as standing still. */
export const asOf = (clock: Clock, zone: string, stillness: StillnessRules): AsOf => {
  const now = clock.now()
  return { now, today: dayOf(now, zone), stillness }
}

/** The zone that this computer is set to. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
