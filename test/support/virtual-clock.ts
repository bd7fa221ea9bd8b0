import type { Clock } from '../../src-main/domain/clock.ts'

/** A clock that nobody waits for. */
export type VirtualClock = Clock & {
  /** Pauses that were asked for and taken in full, milliseconds, in the order in which they ended. */
  readonly pauses: readonly number[]
  advance(ms: number): void
}

type Sleeper = { readonly until: number; readonly ms: number; readonly wake: () => void }

/**
 * A clock whose sleepers wake one after another, the earliest first, as soon as the process has nothing else to do; each waking
 * moves the time on to when it was due. Time-outs of sockets are the machine's and not its. While `busy` says that something
 * is under way that takes no time here, such as a request to a server in the same process, nobody is woken.
 */
export function createVirtualClock(startAt: number, busy: () => boolean = () => false): VirtualClock {
  let now = startAt
  const sleepers = new Set<Sleeper>()
  const pauses: number[] = []
  let waking = false

  const wakeNext = () => {
    waking = false
    if (busy()) return wakeLater()
    const next = [...sleepers].sort((a, b) => a.until - b.until)[0]
    if (!next) return
    now = Math.max(now, next.until)
    pauses.push(next.ms)
    next.wake()
    wakeLater()
  }
  const wakeLater = () => {
    if (waking || sleepers.size === 0) return
    waking = true
    setImmediate(wakeNext)
  }

  return {
    now: () => now,
    pauses,
    advance(ms) {
      now += ms
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const wake = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const sleeper: Sleeper = { until: now + ms, ms, wake }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', wake, { once: true })
        wakeLater()
      }),
  }
}
