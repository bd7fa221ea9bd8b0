import { assertNever } from '../../domain/result.ts'
import type { CarrierFailure } from '../carrier.ts'
import type { Sign } from './breaker.ts'
import { retryAfterMs } from './retry-after.ts'
import type { WireAnswer, WireFailure } from './wire.ts'

/** What one try came to, before anybody decides to try again. */
export type Verdict =
  /** An answer for the carrier's own code to read, whatever its status. */
  | { readonly kind: 'answer'; readonly answer: WireAnswer }
  /** Worth another try, after `waitMs` where the carrier said so. `limited`: it was not carried out (429). */
  | {
      readonly kind: 'again'
      readonly failure: CarrierFailure
      readonly waitMs: number | null
      readonly limited: boolean
    }
  /** Another try would end the same. */
  | { readonly kind: 'final'; readonly failure: CarrierFailure; readonly sign: Sign }

export const cancelled: CarrierFailure = { code: 'carrier.cancelled', message: 'cancelled', retryable: true }

/** A failure that may pass, for the log in words without content. */
export const passing = (code: CarrierFailure['code'], message: string, waitMs?: number): CarrierFailure => ({
  code,
  message,
  retryable: true,
  ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
})

const again = (failure: CarrierFailure, waitMs: number | null = null, limited = false): Verdict => ({
  kind: 'again',
  failure,
  waitMs,
  limited,
})

/** Judges what came over the wire. A certificate's date is judged elsewhere, since that takes another question. */
export function verdictOf(
  outcome: WireAnswer | Exclude<WireFailure, { kind: 'certificate-date' }>,
  now: number,
): Verdict {
  switch (outcome.kind) {
    case 'answer': {
      const waitMs = retryAfterMs(outcome.headers, now)
      if (outcome.status === 429) return again(passing('carrier.rate-limited', 'answered 429'), waitMs, true)
      if (outcome.status >= 500) return again(passing('carrier.down', `answered ${outcome.status}`), waitMs)
      return { kind: 'answer', answer: outcome }
    }
    case 'cancelled':
      return { kind: 'final', failure: cancelled, sign: 'none' }
    case 'too-large':
      return {
        kind: 'final',
        failure: passing('carrier.malformed-answer', `broken off: ${outcome.cause}`),
        sign: 'alive',
      }
    case 'timeout':
      return again(passing('carrier.timeout', outcome.cause))
    case 'unreachable':
      return again(passing('carrier.unreachable', outcome.cause))
    case 'cut':
      return again(passing('carrier.unreachable', `broken within the answer: ${outcome.cause}`))
    default:
      return assertNever(outcome)
  }
}

/** What a verdict says about the carrier: one that limits us is alive, one that fails in a way that may pass is failing. */
export function signOf(verdict: Verdict): Sign {
  if (verdict.kind === 'answer') return 'alive'
  if (verdict.kind === 'final') return verdict.sign
  return verdict.limited ? 'alive' : 'failing'
}
