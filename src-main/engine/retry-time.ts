import type { CarrierFailure } from '../carriers/carrier.ts'
import type { LineFailure } from './carrier-lines.ts'

/** Every reason for which a parcel was not looked up. */
export type AskFailure = CarrierFailure['code'] | LineFailure['code'] | 'account-off' | 'internal'

const minute = 60_000
const hour = 60 * minute

/** How long a parcel waits after a failure when the carrier does not say. */
const pauses: Readonly<Record<AskFailure, number>> = {
  'carrier.unreachable': 5 * minute,
  'carrier.timeout': 5 * minute,
  'carrier.down': 5 * minute,
  'carrier.rate-limited': 2 * minute,
  'carrier.left-alone': minute,
  'carrier.cancelled': minute,
  'carrier.malformed-answer': 15 * minute,
  'carrier.rejected': 6 * hour,
  'carrier.credentials': 30 * minute,
  'carrier.credentials-expired': hour,
  'carrier.not-enabled': hour,
  'carrier.posting-card-unknown': hour,
  'carrier.clock-wrong': 15 * minute,
  'keychain-unavailable': 10 * minute,
  'secret-missing': hour,
  'account-off': 2 * hour,
  internal: 6 * hour,
}

/** How long a carrier may take to know an access code that was made just now (its own statement: two hours). */
export const freshSecretMs = 2 * hour

/** Between two tries while an access code is that fresh. */
export const freshRetryMs = 5 * minute

/** Whether secrets are so new that the carrier may not know them yet. */
export const areFresh = (secretsEnteredAt: number | null | undefined, now: number): boolean =>
  typeof secretsEnteredAt === 'number' && now - secretsEnteredAt < freshSecretMs

export type FailedAsk = {
  readonly code: AskFailure
  /** For the log, free of secrets. */
  readonly says?: string | undefined
  readonly retryAfterMs?: number | undefined
  readonly secretsEnteredAt?: number | null | undefined
}

/**
 * When to ask again after a failure: never before the carrier said, and spread over a fifth of the pause, so that thousands
 * of parcels do not come back in one second.
 */
export function retryAt(failed: FailedAsk, now: number, random: () => number): number {
  const fresh = failed.code === 'carrier.credentials' && areFresh(failed.secretsEnteredAt, now)
  const pause = fresh ? freshRetryMs : pauses[failed.code]
  return Math.round(now + Math.max(pause, failed.retryAfterMs ?? 0) * (1 + random() * 0.2))
}
