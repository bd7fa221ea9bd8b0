import type { Clock } from '../../domain/clock.ts'
import type { CarrierFailure } from '../carrier.ts'
import type { Breaker } from './breaker.ts'

/**
 * How a carrier fares as seen over one connection; `sync.contract.ts` shows it.
 *
 * `idle`: nothing asked yet. `slow`: it answers late, or only after repeating. `down`: it is left alone until `nextTryAt`.
 * `refused`: it answers, and does not accept our access.
 */
export type Health = {
  readonly state: 'idle' | 'up' | 'slow' | 'down' | 'refused'
  /** When the state began. */
  readonly since: number | null
  readonly nextTryAt: number | null
  /** Code of the last failure, such as `carrier.unreachable`; null when the last answer was good. */
  readonly reason: string | null
  /** When the carrier last answered anything. */
  readonly lastAnswerAt: number | null
}

export type HealthListener = (health: Health) => void

/** Adds up what tries find out. The breaker is told by the connection; it decides here between `slow` and `down`. */
export type HealthRecord = {
  current(): Health
  /** Called at every change but of the time of the last answer. Answers how to stop listening. */
  listen(listener: HealthListener): () => void
  /** The carrier answered something, good or bad. */
  answered(): void
  /** A try was good. */
  good(late: boolean): void
  /** A try was not. */
  bad(failure: CarrierFailure): void
  /** The carrier does not accept our access, or does again. */
  refused(failure: CarrierFailure | null): void
}

const fresh: Health = { state: 'idle', since: null, nextTryAt: null, reason: null, lastAnswerAt: null }

/** Makes the record of a connection. */
export function createHealthRecord(breaker: Pick<Breaker, 'openUntil'>, clock: Clock): HealthRecord {
  const listeners = new Set<HealthListener>()
  let health = fresh
  let refusal: CarrierFailure | null = null

  const become = (next: Pick<Health, 'state' | 'nextTryAt' | 'reason'>) => {
    const before = health
    if (before.state === next.state && before.nextTryAt === next.nextTryAt && before.reason === next.reason) return
    health = { ...before, ...next, since: before.state === next.state ? before.since : clock.now() }
    for (const listener of listeners) listener(health)
  }

  const show = (reason: string | null, slow: boolean) => {
    if (breaker.openUntil !== null) become({ state: 'down', nextTryAt: breaker.openUntil, reason })
    else if (refusal) become({ state: 'refused', nextTryAt: null, reason: refusal.code })
    else become({ state: slow ? 'slow' : 'up', nextTryAt: null, reason })
  }

  return {
    current: () => health,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    answered() {
      health = { ...health, lastAnswerAt: clock.now() }
    },
    good: (late) => show(null, late),
    bad: (failure) => show(failure.code, true),
    refused(failure) {
      if (failure === null && refusal === null) return
      refusal = failure
      show(failure?.code ?? null, false)
    },
  }
}
