import type { AccountId } from '../domain/account.ts'
import type {
  QuoteJob,
  QuoteJobId,
  QuoteJobState,
  QuoteRow,
  QuoteRowInput,
  QuoteRowResult,
} from '../domain/quote-job.ts'

export type QuoteJobReader = {
  /** Newest first. */
  list(): Promise<QuoteJob[]>
  get(id: QuoteJobId): Promise<QuoteJob | null>
  /** Rows in their order, after a row's number. */
  rows(id: QuoteJobId, after: number, limit: number): Promise<QuoteRow[]>
  /** Rows that have no answer yet, in their order. */
  open(id: QuoteJobId, limit: number): Promise<QuoteRow[]>
}

export type QuoteJobWriter = {
  /** Keeps a job with all of its rows. */
  begin(job: { name: string; account: AccountId; now: number }, rows: readonly QuoteRowInput[]): Promise<QuoteJobId>
  /** What came of rows, all of them together. */
  record(id: QuoteJobId, results: readonly { readonly row: number; readonly result: QuoteRowResult }[]): Promise<void>
  setState(id: QuoteJobId, state: QuoteJobState, problem: string | null): Promise<void>
  remove(id: QuoteJobId): Promise<boolean>
}
