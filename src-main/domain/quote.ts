import type { Day } from './day.ts'

/** A service that a contract may use. */
export type FreightService = {
  /** The carrier's code with its leading zeros: `03220`. */
  readonly code: string
  /** As the contract has it: `SEDEX CONTRATO AG`. */
  readonly name: string
}

/** One part of a price: what a carrier adds for something that was asked for, such as a declared value. */
export type PricePart = { readonly code: string; readonly price: number }

/** What one service costs for one shipment. Centavos, grams. */
export type ServicePrice = {
  /** What is paid: `service` and all `extras`. */
  readonly total: number
  readonly service: number
  readonly extras: readonly PricePart[]
  /** Weight that was charged; null: not told. */
  readonly chargedWeightG: number | null
  /** Whether the volume was charged instead of the weight; null: not told. */
  readonly byVolume: boolean | null
}

/** How long one service takes between two places. */
export type ServiceDeadline = {
  /** Days as the carrier counts them; sources disagree on working or calendar days, so `latestOn` is what is shown. */
  readonly days: number
  /** Last day of the promise; null: not told. */
  readonly latestOn: Day | null
  readonly homeDelivery: boolean | null
  readonly onSaturdays: boolean | null
  readonly onSundays: boolean | null
  /** The carrier's own words, such as that a place is collected from an agency. */
  readonly warning: string | null
}

/** Why a carrier has no price or no deadline for a shipment, in words that screens make sentences of. */
export const quoteRefusals = [
  /** The service does not go from there to there. */
  'quote.route-not-served',
  /** The service is not on the posting card. */
  'quote.service-not-contracted',
  /** `detail.least`, `detail.most` in centavos where they are known. */
  'quote.declared-value-range',
  /** The extra of the declared value does not belong to this service. */
  'quote.extra-not-offered',
  /** Contract and directorate are not those of the access. */
  'quote.contract-mismatch',
  'quote.postal-code',
  /** `detail.limit`, `detail.is` in grams. */
  'quote.too-heavy',
  /** `detail.side` (`length`, `width`, `height`, `diameter`, `sum`), `detail.limit`, `detail.is` in millimetres. */
  'quote.too-large',
  'quote.too-small',
  /** Any other reason; `carrierSays` has it. */
  'quote.refused',
] as const
export type QuoteRefusalCode = (typeof quoteRefusals)[number]

/** A refusal of one service for one shipment; others are not touched by it. */
export type QuoteRefusal = {
  readonly code: QuoteRefusalCode
  /** The carrier's words; null: it was not asked. */
  readonly carrierSays: string | null
  /** The carrier's own code, such as `ERP-006`. */
  readonly carrierCode: string | null
  readonly detail?: Readonly<Record<string, string | number>>
}
