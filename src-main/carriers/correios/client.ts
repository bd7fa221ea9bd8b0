import { fail, ok, type Result } from '../../domain/result.ts'
import type { CallContext, CarrierFailure, Credentials, TrackingAnswer } from '../carrier.ts'
import type { CarrierRequest, CarrierResponse } from '../kit/carrier-http.ts'
import { parseJson } from '../kit/json.ts'
import { secretsOf } from '../kit/redact.ts'
import { failureOf, messagesIn, refusesToken } from './errors.ts'
import { codeOf, mapObject, saysNotFound } from './mapper.ts'
import { SroAnswer } from './schemas.ts'
import { tokenKeeper, tokenRequest, type Token } from './token.ts'

/** Codes that one request of the tracking API takes. */
export const maxCodesPerCall = 50

type Answers = ReadonlyMap<string, Result<TrackingAnswer, CarrierFailure>>

/** The request for all events of up to 50 objects. */
export const trackingRequest = (codes: readonly string[]): CarrierRequest => ({
  method: 'GET',
  path: `/srorastro/v1/objetos?${codes.map((code) => `codigosObjetos=${encodeURIComponent(code)}`).join('&')}&resultado=T`,
})

/** An answer of any status but those of a refused token, with the secrets that its words may repeat. */
export type Exchanged = { readonly response: CarrierResponse; readonly secrets: readonly string[] }

/** Sends a request with the account's token; an answer that is no success is a failure. */
export async function sendWithToken(
  request: CarrierRequest,
  credentials: Credentials,
  context: CallContext,
): Promise<Result<CarrierResponse, CarrierFailure>> {
  const exchanged = await exchangeWithToken(() => request, credentials, context)
  if (!exchanged.ok) return exchanged
  const { response, secrets } = exchanged.value
  return response.status < 400 ? ok(response) : fail(failureOf(response, 'api', secrets))
}

/**
 * Sends a request, which may depend on the token, with the account's token; when the carrier refuses the token, once more with a
 * new one.
 */
export async function exchangeWithToken(
  requestFor: (token: Token) => CarrierRequest,
  credentials: Credentials,
  context: CallContext,
): Promise<Result<Exchanged, CarrierFailure>> {
  const keeper = tokenKeeper(credentials, context.http)
  for (let renewed = false; ; renewed = true) {
    const token = await keeper.current(context)
    if (!token.ok) return token
    const request = requestFor(token.value)
    const authorized = { ...request, headers: { ...request.headers, authorization: `Bearer ${token.value.value}` } }
    const secrets = [tokenRequest(credentials), authorized].flatMap(({ headers = {} }) => secretsOf(headers))
    const sent = await context.http.send(authorized, context.signal)
    if (!sent.ok) return sent
    if (!refusesToken(sent.value)) return ok({ response: sent.value, secrets })
    keeper.discard(token.value)
    if (renewed) return fail(failureOf(sent.value, 'api', secrets))
  }
}

/** Asks about any number of codes, in batches. Each code has its own answer; what fails fails alone. */
export async function fetchTracking(
  codes: readonly string[],
  credentials: Credentials,
  context: CallContext,
): Promise<Answers> {
  const unique = [...new Set(codes)]
  const batches: string[][] = []
  for (let i = 0; i < unique.length; i += maxCodesPerCall) batches.push(unique.slice(i, i + maxCodesPerCall))
  const answers = await Promise.all(batches.map((batch) => fetchBatch(batch, credentials, context)))
  return new Map(answers.flatMap((answer) => [...answer]))
}

async function fetchBatch(codes: readonly string[], credentials: Credentials, context: CallContext): Promise<Answers> {
  const sent = await sendWithToken(trackingRequest(codes), credentials, context)
  if (sent.ok) {
    context.http.accepted?.()
    return readAnswer(codes, sent.value)
  }
  const failure = sent.error
  if (isRefusal(failure)) context.http.refused?.(failure)
  // Rejected as a whole, perhaps for one of them: halves find out which.
  if (failure.code === 'carrier.rejected' && codes.length > 1) {
    const middle = Math.ceil(codes.length / 2)
    const first = await fetchBatch(codes.slice(0, middle), credentials, context)
    return new Map([...first, ...(await fetchBatch(codes.slice(middle), credentials, context))])
  }
  const notFound = failure.code === 'carrier.rejected' && saysNotFound(failure.message)
  return forAll(
    codes,
    notFound ? { ok: true, value: { kind: 'not-found', raw: JSON.stringify(failure.message) } } : fail(failure),
  )
}

/** Failures in which the carrier works and our access is at fault. */
export const isRefusal = ({ code }: CarrierFailure): boolean =>
  code === 'carrier.credentials' ||
  code === 'carrier.credentials-expired' ||
  code === 'carrier.not-enabled' ||
  code === 'carrier.posting-card-unknown' ||
  code === 'carrier.clock-wrong'

/** Reads an answer of status 2xx or 3xx: each object by itself, in whatever order they come. */
export function readAnswer(codes: readonly string[], response: CarrierResponse): Answers {
  const parsed = SroAnswer.safeParse(parseJson(response.text))
  if (!parsed.success) return forAll(codes, withoutObjects(response))
  const objects = new Map(parsed.data.objetos.map((object) => [codeOf(object), object]))
  const missing = malformed('the answer does not mention this code')
  return new Map(codes.map((code) => [code, objects.has(code) ? mapObject(objects.get(code)) : fail(missing)]))
}

/** A 2xx that carries a message instead of objects ("not found yet", "not done") is the carrier's refusal; the rest is noise. */
function withoutObjects(response: CarrierResponse): Result<TrackingAnswer, CarrierFailure> {
  const says = messagesIn(response.text).join(' ')
  if (says === '') return fail(malformed('the answer is not the JSON of tracked objects'))
  if (saysNotFound(says)) return { ok: true, value: { kind: 'not-found', raw: response.text } }
  return fail(failureOf(response, 'api', []))
}

const malformed = (message: string): CarrierFailure => ({ code: 'carrier.malformed-answer', message, retryable: true })

const forAll = (codes: readonly string[], answer: Result<TrackingAnswer, CarrierFailure>): Answers =>
  new Map(codes.map((code) => [code, answer]))
