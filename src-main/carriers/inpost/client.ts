import { fail, ok, type Result } from '../../domain/result.ts'
import type { CallContext, CarrierFailure, Credentials, TrackingAnswer } from '../carrier.ts'
import type { CarrierRequest, CarrierResponse } from '../kit/carrier-http.ts'
import { parseJson } from '../kit/json.ts'
import { redact } from '../kit/redact.ts'
import { malformed, mapAnswer } from './mapper.ts'
import { ErrorBody } from './schemas.ts'

type Answer = Result<TrackingAnswer, CarrierFailure>

/** The request for one parcel's history; public, without a token. */
export const trackingRequest = (number: string): CarrierRequest => ({
  method: 'GET',
  path: `/v1/tracking/${encodeURIComponent(number)}`,
})

/** Asks about each number by itself, as the API takes one a call. */
export async function fetchTracking(
  numbers: readonly string[],
  _credentials: Credentials,
  { http, signal }: CallContext,
): Promise<ReadonlyMap<string, Answer>> {
  const ask = async (number: string): Promise<[string, Answer]> => {
    const sent = await http.send(trackingRequest(number), signal)
    return [number, sent.ok ? readAnswer(number, sent.value) : sent]
  }
  return new Map(await Promise.all([...new Set(numbers)].map(ask)))
}

/** Reads an answer of any status that is not for retrying. */
export function readAnswer(number: string, { status, text }: CarrierResponse): Answer {
  const body = parseJson(text)
  if (status >= 200 && status < 300) return mapAnswer(number, body)
  const { error, message = '' } = ErrorBody.safeParse(body).data ?? {}
  if (status === 404 && error === 'resource_not_found') return ok({ kind: 'not-found', raw: text })
  if (error === undefined) return fail(malformed(`answered ${status} without the JSON of an error`))
  return fail({
    code: 'carrier.rejected',
    message: redact(`InPost answered ${status}: ${message}`).slice(0, 300),
    retryable: false,
    carrierCode: error,
  })
}
