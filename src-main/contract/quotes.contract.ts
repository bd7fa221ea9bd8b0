import { z } from 'zod'
import { Choice } from '../domain/choose-service.ts'
import { DaySchema } from '../domain/parcel-query.ts'
import { offerSources, offerTroubles } from '../domain/offer.ts'
import { quoteRefusals } from '../domain/quote.ts'
import { Cep, Shipment } from '../domain/shipment.ts'
import { quoteJobStates, quoteRowFaults } from '../domain/quote-job.ts'
import { ParcelSelection } from '../domain/parcel-query.ts'
import { fileProblems } from '../domain/import-field.ts'
import { command, query, task } from './define.ts'
import { FileRef } from './files.contract.ts'

const count = z.int().nonnegative()
const flag = z.boolean().nullable()

/** Money in centavos, weights in grams, lengths in millimetres. */
const Price = z.strictObject({
  total: count,
  service: count,
  extras: z.array(z.strictObject({ code: z.string(), price: count })),
  chargedWeightG: count.nullable(),
  byVolume: flag,
})

const Deadline = z.strictObject({
  days: count,
  latestOn: DaySchema.nullable(),
  homeDelivery: flag,
  onSaturdays: flag,
  onSundays: flag,
  warning: z.string().nullable(),
})

/** A value and where it is from: `last-known` is of the same lane and weight band, `table` of the shop's own. */
const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    source: z.enum(offerSources),
    at: z.int(),
    of: z.string().nullable(),
    /** Of a table: what was asked for and is not in the price. */
    leftOut: z.array(z.enum(['declaredValue', 'receipt', 'ownHands'])),
  })

export const OfferProblem = z.strictObject({
  part: z.enum(['shipment', 'price', 'deadline']),
  code: z.enum([...quoteRefusals, ...offerTroubles]),
  carrierSays: z.string().nullable(),
  carrierCode: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type OfferProblem = z.output<typeof OfferProblem>

export const Offer = z.strictObject({
  service: z.strictObject({ code: z.string(), name: z.string() }),
  price: sourced(Price).nullable(),
  deadline: sourced(Deadline).nullable(),
  /** With the shop's own days and value; null: there is no price. */
  customer: z
    .strictObject({ total: count.nullable(), days: count.nullable(), latestOn: DaySchema.nullable() })
    .nullable(),
  problems: z.array(OfferProblem),
})
export type Offer = z.output<typeof Offer>

export const Quote = z.strictObject({
  at: z.int(),
  account: z.strictObject({ id: z.int().positive(), name: z.string() }),
  shipment: Shipment,
  /** What is charged, and why: `volumetricG` is null where the volume does not count. */
  charged: z.strictObject({ weightG: count, volumetricG: count.nullable(), byVolume: z.boolean() }),
  offers: z.array(Offer),
  cheapest: z.string().nullable(),
  fastest: z.string().nullable(),
  /** What the rules take, and why. */
  choice: Choice,
  /** Why the carrier could not be asked about any service; null: it could. */
  trouble: z.enum([...quoteRefusals, ...offerTroubles]).nullable(),
  /** Whether the carrier is still being asked. */
  waiting: z.boolean(),
})
export type Quote = z.output<typeof Quote>

/** A shipment to be quoted; the account's own postal code and today are taken for granted. */
export const QuoteInput = Shipment.extend({
  account: z.int().positive().optional(),
  from: Cep.optional(),
  postedOn: DaySchema.optional(),
  heightMm: Shipment.shape.heightMm.default(null),
  declaredValue: Shipment.shape.declaredValue.default(null),
  receipt: z.boolean().default(false),
  ownHands: z.boolean().default(false),
  /** Asked again, whatever the carrier said today. */
  anew: z.boolean().default(false),
})

/** Many shipments that are quoted together. */
export const QuoteJob = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  account: z.int().positive(),
  startedAt: z.int(),
  /** `running` goes on by itself, also after a kill; `stopped` waits for `quotes.resume`; `done` has an answer for every row. */
  state: z.enum(quoteJobStates),
  /** Why it stopped by itself. */
  problem: z.string().nullable(),
  total: count,
  done: count,
  /** Rows that can't be quoted: something of them is missing or wrong. */
  bad: count,
})
export type QuoteJob = z.output<typeof QuoteJob>

export const QuoteRow = z.strictObject({
  row: z.int().positive(),
  line: z.int().positive(),
  reference: z.string().nullable(),
  used: z.string().nullable(),
  channel: z.string().nullable(),
  state: z.enum(['open', 'done', 'bad']),
  fault: z.enum(quoteRowFaults).nullable(),
  shipment: Shipment.nullable(),
  result: z
    .strictObject({
      offers: z.array(Offer),
      cheapest: z.string().nullable(),
      fastest: z.string().nullable(),
      /** What the rules take, and why. */
      choice: Choice,
    })
    .nullable(),
})
export type QuoteRow = z.output<typeof QuoteRow>

const QuoteJobProgress = z.strictObject({ done: count, total: count, bad: count, trouble: z.string().nullable() })

const jobErrors = ['quote-job-unknown', 'quote-job-running', 'sandbox-not-running'] as const
const side = Shipment.shape.lengthMm

export const quotes = {
  /**
   * Asks for price and deadline of every service of the contract. Without all answers after two seconds, progress has what there
   * is instead (the last known, the shop's own table), marked; the result comes when the carrier has answered or failed.
   */
  'quotes.single': task({
    input: QuoteInput,
    progress: Quote,
    output: Quote,
    errors: ['no-quoting-account', 'account-unknown', 'origin-missing'],
  }),
  /**
   * Quotes the shipments of a file (columns: CEP, weight; dimensions, declared value, order, service where they are there) or
   * parcels of the list. The job is kept first, so that being closed or killed costs nothing but time.
   */
  'quotes.bulk': task({
    input: z.strictObject({
      account: z.int().positive().optional(),
      source: z.union([z.strictObject({ kind: z.literal('file'), file: FileRef }), ParcelSelection]),
      name: z.string().trim().min(1).max(120).optional(),
      /** Box of rows that name none; absent: the smallest that the carrier takes, 16 x 11 x 2 cm. */
      box: z
        .strictObject({ lengthMm: side, widthMm: side, heightMm: side })
        .default({ lengthMm: 160, widthMm: 110, heightMm: 20 }),
      from: Cep.optional(),
      receipt: z.boolean().default(false),
      ownHands: z.boolean().default(false),
    }),
    progress: QuoteJobProgress,
    output: QuoteJob,
    errors: [
      ...fileProblems,
      ...jobErrors,
      'no-quoting-account',
      'origin-missing',
      'too-many-shipments',
      'no-shipments',
      'columns-missing',
    ],
  }),
  /** Goes on with a job that was stopped. */
  'quotes.resume': task({
    input: z.strictObject({ job: z.int().positive() }),
    progress: QuoteJobProgress,
    output: QuoteJob,
    errors: jobErrors,
  }),
  'quotes.jobs': query({ input: z.strictObject({}), output: z.array(QuoteJob) }),
  /** Rows of a job in their order. */
  'quotes.rows': query({
    input: z.strictObject({
      job: z.int().positive(),
      /** Row after which the page begins. */
      after: count.default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.strictObject({ job: QuoteJob, rows: z.array(QuoteRow) }),
    errors: ['quote-job-unknown'],
  }),
  /** Writes what came of a job as a workbook, a shipment a row. */
  'quotes.exportJob': task({
    input: z.strictObject({ job: z.int().positive(), file: FileRef }),
    progress: z.strictObject({ done: count, total: count }),
    output: z.strictObject({ rows: count, file: FileRef }),
    errors: ['quote-job-unknown', 'file-type', 'file-locked', 'disk-full'],
  }),
  'quotes.removeJob': command({
    input: z.strictObject({ job: z.int().positive() }),
    output: z.strictObject({}),
    errors: ['quote-job-unknown'],
  }),
  /** The last quotes, newest first. */
  'quotes.recent': query({ input: z.strictObject({}), output: z.array(Quote.extend({ id: z.int().positive() })) }),
}
