import type { Clock } from '../domain/clock.ts'
import type { QuoteRefusal } from '../domain/quote.ts'

/** What carriers refused a short while ago, so that the same question is not put to them for each of a thousand parcels. */
export type QuoteRefusals = {
  /** The refusal of a question; null: it may be asked. */
  of(question: string): QuoteRefusal | null
  note(question: string, refusal: QuoteRefusal): void
}

/** A contract is put right within a day, a price does not change within an hour. */
const holdMs = 3_600_000

/** More are not kept: the oldest go. */
const kept = 50_000

/** Remembers them in memory: after a restart they are asked again. */
export function createQuoteRefusals(clock: Pick<Clock, 'now'>): QuoteRefusals {
  const refusals = new Map<string, { readonly refusal: QuoteRefusal; readonly until: number }>()
  return {
    of(question) {
      const found = refusals.get(question)
      return found && found.until > clock.now() ? found.refusal : null
    },
    note(question, refusal) {
      refusals.delete(question)
      refusals.set(question, { refusal, until: clock.now() + holdMs })
      const [oldest] = refusals.size > kept ? refusals.keys() : []
      if (oldest !== undefined) refusals.delete(oldest)
    },
  }
}
