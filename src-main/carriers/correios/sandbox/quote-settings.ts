import { z } from 'zod'

const ServiceCode = z.string().regex(/^\d{5}$/)
/** First digits of a CEP, none at all for every CEP. */
const Beginning = z.string().regex(/^\d{0,8}$/)

/** What can be turned about price, deadline, CEP and contract: limits, tables, and what the carrier leaves in the dark. */
export const QuoteSettings = z.strictObject({
  /** Questions that one batch takes: 5 in the manual of 2023, 100 in 2026. */
  batchLimit: z.int().min(1).max(1000),
  /** Requests a second of one account to these four APIs together; null: as many as it likes. */
  requestsPerSecond: z.int().min(1).max(10_000).nullable(),
  /** Rate by which the contract's prices are below the list. */
  variation: z.number().min(0).max(0.9),
  /** By code of the additional service, centavos: what is covered anyway, and from … to what a value may be declared. */
  declaredValues: z.record(
    z.string().regex(/^\d{3}$/),
    z.strictObject({ cover: z.int().min(0), least: z.int().min(0), most: z.int().min(0) }),
  ),
  /** Longest side of a box and a roll: sources say 100 and 105. */
  longestSideCm: z.union([z.literal(100), z.literal(105)]),
  /** Grams by service code, where they are not those of its family: Mini Envios have been said to end at 300. */
  heaviestG: z.record(ServiceCode, z.int().min(1)),
  /** By which code a service that is not on the card is refused. */
  notContracted: z.enum(['ERP-010', 'CON-011']),
  /** Pairs that a service, or without one every service, does not serve; `from` and `to` are beginnings of CEPs. */
  unserved: z.array(z.strictObject({ product: ServiceCode.optional(), from: Beginning, to: Beginning })),
  /** Questions that are refused with a text of one's own: in a batch with HTTP 200 and `txErro`, alone with 400. */
  refusals: z.array(
    z.strictObject({
      api: z.enum(['price', 'deadline']).optional(),
      product: ServiceCode.optional(),
      /** The question's `nuRequisicao`. */
      number: z.string().optional(),
      to: Beginning.optional(),
      text: z.string().min(1),
      /** How often it happens before the rule is spent. Absent: always. */
      times: z.int().positive().optional(),
    }),
  ),
  /** Days that `prazoEntrega` counts: sources disagree. The day in `dataMaxima` is the same either way. */
  deadlineCounts: z.enum(['working', 'calendar']),
  /** Working days added from the last Friday of November to the end of the year. */
  peakDays: z.int().min(0).max(30),
  /** Destinations where parcels are collected from an agency, and where delivery takes longer because of risk. */
  agencyPickup: z.array(Beginning),
  riskAreas: z.array(Beginning),
  /** CEPs that exist in no table, though they are of a state's range. */
  unknownPostalCodes: z.array(Beginning),
  /** Names of fields that no price, deadline or CEP has. */
  omittedFields: z.array(z.string()),
  /** Whether `psCobrado` has a thousands' dot, as prices have. */
  groupedWeight: z.boolean(),
})
export type QuoteSettings = z.output<typeof QuoteSettings>

/** What a fresh sandbox does. */
export const usualQuoteSettings: QuoteSettings = {
  batchLimit: 100,
  requestsPerSecond: null,
  variation: 0.148,
  declaredValues: {
    '019': { cover: 2563, least: 2563, most: 1_000_000 },
    '064': { cover: 2563, least: 2563, most: 466_829 },
    '065': { cover: 1025, least: 1025, most: 10_000 },
  },
  longestSideCm: 100,
  heaviestG: {},
  notContracted: 'ERP-010',
  unserved: [],
  refusals: [],
  deadlineCounts: 'working',
  peakDays: 2,
  agencyPickup: ['69850', '68970', '64998', '77995'],
  riskAreas: ['21040', '23575', '05890', '41230'],
  unknownPostalCodes: [],
  omittedFields: [],
  groupedWeight: false,
}

/** An answer without the fields that the settings leave out. */
export const withoutOmitted = (fields: object, { omittedFields }: QuoteSettings): object =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !omittedFields.includes(name)))
