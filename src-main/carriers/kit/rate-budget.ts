import type { Clock } from '../../domain/clock.ts'

/** What a carrier allows: `perSecond` in the long run, `burst` at once after a rest. */
export type RateLimit = { readonly perSecond: number; readonly burst: number }

/** How waiting for a turn ended. `paused`: the carrier asked for more patience than there is. */
export type Turn = 'granted' | 'cancelled' | 'paused'

/** A token bucket whose turns are handed out in the order in which they were asked for. */
export type RateBudget = {
  /** Resolves when it is the caller's turn, or when there will be none. */
  take(signal: AbortSignal): Promise<Turn>
  /** Nobody gets a turn before this instant: the carrier said so, or answered 429. */
  pauseUntil(instant: number): void
  /** The instant until which it pauses; in the past when it does not. */
  pausedUntil(): number
}

type Waiter = { readonly resolve: (turn: Turn) => void; readonly forget: () => void }

/**
 * Makes a full bucket.
 *
 * A turn is charged at the moment it is granted, not when it was asked for: after the computer stood still for a while, waiters
 * find a full bucket and not a claim to everything that they could have sent meanwhile. Nobody waits through a pause that is
 * longer than `patienceMs`.
 */
export function createRateBudget(limit: RateLimit, patienceMs: number, clock: Clock): RateBudget {
  const waiters: Waiter[] = []
  const capacity = Math.max(1, limit.burst)
  let turns = capacity
  let filledAt = clock.now()
  let paused = 0
  let handingOut = false
  let wake = new AbortController()

  const refill = (now: number) => {
    const passed = Math.max(0, now - filledAt)
    turns = Math.min(capacity, turns + (passed / 1000) * limit.perSecond)
    filledAt = now
  }

  /** How long the next turn is away; 0: it is there. */
  const pauseBeforeTurn = (): number => {
    const now = clock.now()
    refill(now)
    if (paused > now) return paused - now
    return turns >= 1 ? 0 : Math.ceil(((1 - turns) / limit.perSecond) * 1000)
  }

  const handOut = async () => {
    if (handingOut) return
    handingOut = true
    for (let waiter = waiters[0]; waiter !== undefined; waiter = waiters[0]) {
      const pause = pauseBeforeTurn()
      const patient = paused - clock.now() <= patienceMs
      if (patient && pause > 0) {
        wake = new AbortController()
        await clock.sleep(pause, wake.signal)
        continue
      }
      if (patient) turns -= 1
      waiters.shift()
      waiter.forget()
      waiter.resolve(patient ? 'granted' : 'paused')
    }
    handingOut = false
  }

  return {
    take: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve('cancelled')
        const give = () => {
          waiters.splice(waiters.indexOf(waiter), 1)
          if (waiters.length === 0) wake.abort()
          resolve('cancelled')
        }
        const waiter: Waiter = { resolve, forget: () => signal.removeEventListener('abort', give) }
        signal.addEventListener('abort', give, { once: true })
        waiters.push(waiter)
        void handOut()
      }),
    pauseUntil(instant) {
      paused = Math.max(paused, instant)
      wake.abort()
    },
    pausedUntil: () => paused,
  }
}
