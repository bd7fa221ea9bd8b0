import type { Clock } from '../../../src-main/domain/clock.ts'

/** A clock on which nobody waits: a sleep moves it on by as much. What was waited for shows in the times others note. */
export function leapingClock(startAt: number): Clock {
  let now = startAt
  return {
    now: () => now,
    async sleep(ms, signal) {
      if (signal?.aborted) return
      now += ms
      await Promise.resolve()
    },
  }
}
