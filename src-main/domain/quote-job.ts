import type { Choice } from './choose-service.ts'
import type { Offer } from './offer.ts'
import type { Shipment } from './shipment.ts'

export type QuoteJobId = number

/** `running` goes on by itself, also after a kill; `stopped` waits for a person; `done` has an answer for every row. */
export const quoteJobStates = ['running', 'stopped', 'done'] as const
export type QuoteJobState = (typeof quoteJobStates)[number]

/** Many shipments to be quoted together. */
export type QuoteJob = {
  readonly id: QuoteJobId
  /** Of the file, or what a person called it. */
  readonly name: string
  readonly account: number
  readonly startedAt: number
  readonly state: QuoteJobState
  /** Why it stopped by itself; null: it did not. */
  readonly problem: string | null
  readonly total: number
  readonly done: number
  /** Rows that can't be quoted: something of them is missing or wrong. */
  readonly bad: number
}

/** Why a row can't be quoted. */
export const quoteRowFaults = [
  'postal-code-missing',
  'postal-code-format',
  'weight-missing',
  'weight-format',
  'length-format',
  'value-format',
  'date-format',
  'row-malformed',
] as const
export type QuoteRowFault = (typeof quoteRowFaults)[number]

/** A shipment of a job before it is quoted. `fault`: it can't be. */
export type QuoteRowInput = {
  /** Line in the file, or number in the list. */
  readonly line: number
  /** Order, code or whatever names it for people. */
  readonly reference: string | null
  /** Service that was used or is wanted, as people wrote it. */
  readonly used: string | null
  /** Sales channel. */
  readonly channel: string | null
  readonly shipment: Shipment | null
  readonly fault: QuoteRowFault | null
}

/** What came of a row: every service's offer, and the one that the rules take. */
export type QuoteRowResult = {
  readonly offers: readonly Offer[]
  readonly cheapest: string | null
  readonly fastest: string | null
  /** What the rules take, and why. */
  readonly choice: Choice
}

export type QuoteRow = QuoteRowInput & {
  readonly row: number
  readonly state: 'open' | 'done' | 'bad'
  readonly result: QuoteRowResult | null
}
