import type { Clock } from '../domain/clock.ts'

/**
 * The sandbox's own time: it starts with the wall clock and can be set, moved and run faster.
 *
 * It is a `Clock` like any other, so that a demonstration whose journeys run at an hour a minute can hand it to the engine and
 * both agree on what day it is.
 */
export type SandboxClock = Clock & {
  readonly factor: number
  set(now: number): void
  advance(ms: number): void
  /** How many milliseconds pass here for one of the wall clock; 0 stands still. */
  run(factor: number): void
}

/** Longest wait handed to a timer; longer ones overflow it. */
const longestWait = 2 ** 31 - 1

/** Makes a sandbox clock over a wall clock. */
export function createSandboxClock(wall: Clock, startAt = wall.now()): SandboxClock {
  let anchor = { here: startAt, wall: wall.now(), factor: 1 }
  const sleepers = new Set<AbortController>()

  const now = () => Math.floor(anchor.here + (wall.now() - anchor.wall) * anchor.factor)

  const moveTo = (here: number, factor: number) => {
    anchor = { here, wall: wall.now(), factor }
    for (const sleeper of sleepers) sleeper.abort()
  }

  return {
    now,
    get factor() {
      return anchor.factor
    },
    set: (instant) => moveTo(instant, anchor.factor),
    advance: (ms) => moveTo(now() + ms, anchor.factor),
    run: (factor) => moveTo(now(), factor),
    async sleep(ms, signal) {
      const until = now() + ms
      while (now() < until && !signal?.aborted) {
        const wake = new AbortController()
        const interrupted = signal ? AbortSignal.any([wake.signal, signal]) : wake.signal
        sleepers.add(wake)
        const wait = anchor.factor > 0 ? Math.ceil((until - now()) / anchor.factor) : longestWait
        await wall.sleep(Math.min(wait, longestWait), interrupted)
        sleepers.delete(wake)
      }
    },
  }
}
