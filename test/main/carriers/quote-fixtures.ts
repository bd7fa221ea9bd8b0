import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import type { CallContext, CarrierFailure, QuoteAnswers, Quoting } from '../../../src-main/carriers/carrier.ts'
import { quoteRefusals, type QuoteRefusal } from '../../../src-main/domain/quote.ts'
import type { Result } from '../../../src-main/domain/result.ts'
import { Shipment } from '../../../src-main/domain/shipment.ts'
import { Exchange } from './fixtures.ts'

const Expected = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), value: z.unknown() }),
  z.strictObject({ kind: z.literal('refused'), code: z.enum(quoteRefusals), carrierCode: z.string().nullable() }),
  z.strictObject({ kind: z.literal('failed'), code: z.string(), carrierCode: z.string().optional() }),
])
export type Expected = z.output<typeof Expected>

/**
 * Some questions as they go over the wire, and what is to come of them: `src-main/carriers/<id>/fixtures/quotes/*.json`. The data are
 * invented, the shapes are the carrier's.
 */
const QuoteFixture = z.strictObject({
  about: z.string().min(1),
  asks: z.enum(['prices', 'deadlines']),
  credentials: z.record(z.string(), z.string()),
  /** What must be seen nowhere but in the requests themselves. */
  secrets: z.array(z.string()),
  questions: z.array(z.strictObject({ key: z.string(), service: z.string(), shipment: Shipment })).min(1),
  exchanges: z.array(Exchange).min(1),
  expected: z.record(z.string(), Expected),
})
export type QuoteFixture = z.output<typeof QuoteFixture> & { readonly name: string }

/** The fixtures of a carrier that quotes. */
export function quoteFixturesOf(carrier: string): QuoteFixture[] {
  const folder = new URL(`../../../src-main/carriers/${carrier}/fixtures/quotes/`, import.meta.url)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => ({ ...QuoteFixture.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))), name }))
}

/** Asks a fixture's questions. */
export const askQuotes = (
  quoting: Quoting,
  fixture: QuoteFixture,
  context: CallContext,
): Promise<QuoteAnswers<unknown>> => quoting[fixture.asks](fixture.questions, fixture.credentials, context)

/** What a carrier answered, in the form in which fixtures expect it. */
export function quoteSummary(answer: Result<unknown, CarrierFailure | QuoteRefusal> | undefined): Expected | undefined {
  if (!answer) return undefined
  if (answer.ok) return { kind: 'answered', value: answer.value }
  const { error } = answer
  if ('carrierSays' in error) return { kind: 'refused', code: error.code, carrierCode: error.carrierCode }
  const { code, carrierCode } = error
  return { kind: 'failed', code, ...(carrierCode === undefined ? {} : { carrierCode }) }
}
