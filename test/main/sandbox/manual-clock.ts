import type { Clock } from '../../../src-main/domain/clock.ts'

/** A wall clock that a test moves by hand; who sleeps wakes when it has been moved far enough. */
export type ManualClock = Clock & { advance(ms: number): void }

export function manualClock(startAt: number): ManualClock {
  let now = startAt
  const sleepers = new Set<() => void>()
  return {
    now: () => now,
    advance(ms) {
      now += ms
      for (const wake of sleepers) wake()
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const until = now + ms
        const check = () => {
          if (now < until && !signal?.aborted) return
          sleepers.delete(check)
          resolve()
        }
        sleepers.add(check)
        signal?.addEventListener('abort', check)
        check()
      }),
  }
}
