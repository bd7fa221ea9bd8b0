import type { QuoteRefusal } from '../../domain/quote.ts'
import { fail, type Result } from '../../domain/result.ts'
import type { CarrierFailure } from '../carrier.ts'
import type { CarrierResponse } from '../kit/carrier-http.ts'
import { parseJson } from '../kit/json.ts'
import { redact } from '../kit/redact.ts'
import { failureOf, messagesIn } from './errors.ts'
import { QuotedItem } from './quote-schemas.ts'
import { serviceCode } from './services.ts'

/** What an answer to a batch is: items, a refusal of the batch as a whole (perhaps for one item of it), or a failure. */
export type BatchAnswer =
  | { readonly kind: 'items'; readonly items: readonly unknown[] }
  | { readonly kind: 'refused'; readonly words: string; readonly failure: CarrierFailure }
  | { readonly kind: 'failed'; readonly failure: CarrierFailure }

/** Reads the answer to a batch, of whatever status. A single item may come without its list. */
export function readBatch(response: CarrierResponse, secrets: readonly string[]): BatchAnswer {
  const body = parseJson(response.text)
  if (response.status < 300) {
    if (Array.isArray(body)) return { kind: 'items', items: body }
    const item = QuotedItem.safeParse(body).data
    if (item?.coProduto !== undefined || item?.nuRequisicao !== undefined) return { kind: 'items', items: [body] }
  }
  const words = redact(messagesIn(response.text).join(' '), secrets)
  if (response.status < 400 && words === '') return { kind: 'failed', failure: malformed('an answer without items') }
  const failure = failureOf(response, 'api', secrets)
  const isGateways = failure.carrierCode?.startsWith('GTW') === true
  return isAboutItems(response, failure) && !isGateways
    ? { kind: 'refused', words, failure }
    : { kind: 'failed', failure }
}

function isAboutItems({ status }: CarrierResponse, { code, carrierCode }: CarrierFailure): boolean {
  // With 403 it is the API's own service that is not on the card, else that of an item.
  if (carrierCode === 'CON-011') return status !== 403
  // A message where items should be means "not done", whatever the status says.
  return code === 'carrier.rejected' || (code === 'carrier.malformed-answer' && status < 400)
}

/** One question of a batch as it was numbered. */
export type Numbered = { readonly number: string; readonly service: string }

/**
 * The item that answers each question, in the questions' order; undefined where none does, or one of another service. Items
 * are told apart by the echo of their number, which may come as number or text. Items without it answer the questions that
 * are left in order, service by service, where there are as many of them: anything else would be guessing at prices.
 */
export function matchItems(asked: readonly Numbered[], items: readonly unknown[]): readonly unknown[] {
  const read = items.flatMap((item) => {
    const echo = QuotedItem.safeParse(item).data
    return echo ? [{ item, number: bareNumber(echo.nuRequisicao), service: echo.coProduto }] : []
  })
  const ofService = (service: string, told: string | undefined) => told !== undefined && serviceCode(told) === service
  const byNumber = new Map(read.flatMap((one) => (one.number === undefined ? [] : [[one.number, one] as const])))
  const left = asked.filter(({ number }) => !byNumber.has(number))
  const nameless = read.filter(({ number }) => number === undefined)
  return asked.map((question) => {
    const own = byNumber.get(question.number)
    if (own) return own.service === undefined || ofService(question.service, own.service) ? own.item : undefined
    if (asked.length === 1 && read.length === 1 && nameless[0]?.service === undefined) return nameless[0]?.item
    const rivals = left.filter(({ service }) => service === question.service)
    const candidates = nameless.filter(({ service }) => ofService(question.service, service))
    return rivals.length === candidates.length ? candidates[rivals.indexOf(question)]?.item : undefined
  })
}

/** `7` and `"007"` are one number. */
const bareNumber = (number: string | undefined) => number?.replace(/^0+(?=\d)/, '')

/** The answer to a question that the carrier's answer does not mention. */
export const notMentioned = (): Result<never, CarrierFailure | QuoteRefusal> =>
  fail(malformed('the answer does not mention this question'))

const malformed = (message: string): CarrierFailure => ({ code: 'carrier.malformed-answer', message, retryable: true })
