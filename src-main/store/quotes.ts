import type { AccountId } from '../domain/account.ts'
import type { FreightService, ServiceDeadline, ServicePrice } from '../domain/quote.ts'
import type { Shipment } from '../domain/shipment.ts'

/** A question that a carrier was asked or may be asked. */
export type QuotedQuestion = {
  readonly account: AccountId
  readonly service: string
  readonly shipment: Shipment
  /** Upper end of the weight band, grams. */
  readonly band: number
}

/** Something that a carrier said, and when. */
export type Said<T> = { readonly value: T; readonly at: number }

/** What a carrier said to a question; null: not asked, or it gave no answer. */
export type QuotedAnswer = {
  readonly price: Said<ServicePrice> | null
  readonly deadline: Said<ServiceDeadline> | null
}

/** What was said about the nearest thing to a question: the same lane and weight band, another day or another street. */
export type NearestAnswer = QuotedAnswer & {
  /** Where the price was for. */
  readonly priceTo: string | null
  /** Where the deadline was for. */
  readonly deadlineTo: string | null
}

/** A quote as a person saw it, its parts as whoever kept it wrote them. */
export type KeptQuote = { readonly id: number; readonly at: number; readonly quote: unknown }

export type QuoteReader = {
  /** Answers to exactly these questions, in their order, as far as they were given at `since` or later. */
  fresh(questions: readonly QuotedQuestion[], since: number): Promise<QuotedAnswer[]>
  /** The last answer for the lane (the same origin; the same destination, else its first five digits, else three) and band. */
  nearest(question: QuotedQuestion): Promise<NearestAnswer>
  services(account: AccountId): Promise<Said<readonly FreightService[]> | null>
  /** The last quotes, newest first. */
  kept(limit: number): Promise<KeptQuote[]>
}

export type QuoteWriter = {
  /** Keeps answers; a part that is null leaves what is kept of it. */
  record(answers: readonly (QuotedQuestion & QuotedAnswer)[]): Promise<void>
  recordServices(account: AccountId, services: readonly FreightService[], now: number): Promise<void>
  /** Keeps a quote; only the last few hundred stay. */
  keep(quote: unknown, now: number): Promise<number>
}
