import type { Result } from '../../domain/result.ts'
import type { CarrierFailure } from '../carrier.ts'

export type CarrierRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below the environment's base address, with its query: `/srorastro/v1/objetos?…`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** False for a call that must not be sent twice. Default: true for GET, false otherwise. */
  readonly repeatable?: boolean
  /** Kept apart in rate limits, when the carrier counts this API by itself (`token`). */
  readonly budget?: { readonly name: string; readonly perSecond: number; readonly burst: number }
}

export type CarrierResponse = {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /**
   * How far this computer's clock is ahead of the answer's `Date` header, milliseconds; negative when behind. Absent when
   * the answer has none, or when the other side keeps a time of its own (the sandbox).
   */
  readonly clockOffMs?: number | undefined
}

/**
 * The one way a carrier reaches the network: rate budget per account, time-out, retry with growing jittered pauses,
 * `Retry-After`, breaker, no secrets in what is logged. Answers of any HTTP status come back as responses except those
 * that retrying is for (429, 5xx), which come back as failures once the tries are used up.
 */
export type CarrierHttp = {
  send(request: CarrierRequest, signal: AbortSignal): Promise<Result<CarrierResponse, CarrierFailure>>
  /**
   * For the health panel: the carrier works, our access does not. The next `accepted` ends it. Only a carrier can know, since
   * a 401 may just as well be a token that is about to be renewed.
   */
  refused?(failure: CarrierFailure): void
  /** The carrier took our access; see `refused`. */
  accepted?(): void
}
