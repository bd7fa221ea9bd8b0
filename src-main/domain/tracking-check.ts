import type { AccountId } from './account.ts'
import type { Day } from './day.ts'
import type { ParcelId } from './parcel.ts'
import type { TrackingEvent } from './tracking-event.ts'

/** What one look at one parcel brought. */
export type TrackingOutcome = {
  readonly parcelId: ParcelId
  /** When the answer came, milliseconds UTC. */
  readonly at: number
} & (
  | {
      /** The carrier knows the code and answered all it has. */
      readonly kind: 'answered'
      /** The carrier's order, oldest first. */
      readonly events: readonly TrackingEvent[]
      readonly promisedOn: Day | null
      /** The carrier's answer for this parcel as it came, JSON text. */
      readonly raw: string
      /** The account that it was asked for; null or absent where tracking is public. */
      readonly account?: AccountId | null
    }
  /** The carrier does not know the code (yet). */
  | { readonly kind: 'not-found'; readonly raw: string }
  /** It could not be asked, or its answer made no sense; nothing is known that was not known before. */
  | {
      readonly kind: 'failed'
      readonly failure: string
      readonly retryAt: number
      /** What was wrong with an answer that could not be read; absent when there was none. */
      readonly malformed?: string
    }
)
