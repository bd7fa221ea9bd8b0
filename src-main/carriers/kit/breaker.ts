import type { Clock } from '../../domain/clock.ts'

export type BreakerOptions = {
  /** Failed tries in a row after which the carrier is left alone. */
  readonly failures: number
  /** How long at first; doubles with each probe that fails. */
  readonly firstRestMs: number
  readonly longestRestMs: number
}

/** What a try says about the carrier: it is there, it fails, or nothing (the try was cancelled). */
export type Sign = 'alive' | 'failing' | 'none'

/** What a try is told at the door. One that is admitted says at its end how it went. */
export type Admission =
  { readonly kind: 'admitted'; end(sign: Sign): void } | { readonly kind: 'left-alone'; readonly retryAfterMs: number }

/** Leaves a carrier that keeps failing alone for a while, then lets one try through to see. */
export type Breaker = {
  enter(): Admission
  /** Until when the carrier is left alone; null while it is not. */
  readonly openUntil: number | null
  /** Forgets the failures: something else than the carrier was their reason. */
  forget(): void
}

type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number; readonly restMs: number; readonly probing: boolean }

/** How long others are put off while a probe is under way. */
const probeTakesMs = 1000

/** Makes a breaker; cockatiel's keeps its own time, and a test could not move it. */
export function createBreaker(options: BreakerOptions, clock: Clock, random: () => number): Breaker {
  let state: State = { kind: 'closed', failures: 0 }

  const open = (restMs: number): State => {
    const until = clock.now() + Math.round(restMs * (0.8 + 0.4 * random()))
    return { kind: 'open', until, restMs, probing: false }
  }

  const end = (sign: Sign, probe: boolean) => {
    if (sign === 'alive') state = { kind: 'closed', failures: 0 }
    else if (state.kind === 'closed') {
      const failures = state.failures + (sign === 'failing' ? 1 : 0)
      state = failures < options.failures ? { kind: 'closed', failures } : open(options.firstRestMs)
    } else if (probe) {
      const restMs = Math.min(options.longestRestMs, state.restMs * 2)
      state = sign === 'failing' ? open(restMs) : { ...state, probing: false }
    }
    // A try that was under way when the breaker opened tells nothing new by failing too.
  }

  return {
    enter() {
      if (state.kind === 'closed') return { kind: 'admitted', end: (sign) => end(sign, false) }
      const retryAfterMs = state.until - clock.now()
      if (retryAfterMs > 0) return { kind: 'left-alone', retryAfterMs }
      if (state.probing) return { kind: 'left-alone', retryAfterMs: probeTakesMs }
      state = { ...state, probing: true }
      return { kind: 'admitted', end: (sign) => end(sign, true) }
    },
    forget: () => void (state = { kind: 'closed', failures: 0 }),
    get openUntil() {
      return state.kind === 'open' ? state.until : null
    },
  }
}
