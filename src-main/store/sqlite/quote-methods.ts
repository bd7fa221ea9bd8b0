import { z } from 'zod'
import type { AccountId } from '../../domain/account.ts'
import type { FreightService, ServiceDeadline, ServicePrice } from '../../domain/quote.ts'
import type { Shipment } from '../../domain/shipment.ts'
import type { KeptQuote, NearestAnswer, QuotedAnswer, QuotedQuestion, Said } from '../store.ts'
import type { Row } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql, type Sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))
const count = z.number().int().nonnegative()

const Price: z.ZodType<ServicePrice, unknown> = json.pipe(
  z.object({
    total: count,
    service: count,
    extras: z.array(z.object({ code: z.string(), price: count })),
    chargedWeightG: count.nullable(),
    byVolume: z.boolean().nullable(),
  }),
)

const flag = z.boolean().nullable()
const Deadline: z.ZodType<ServiceDeadline, unknown> = json.pipe(
  z.object({
    days: count,
    latestOn: z.string().nullable(),
    homeDelivery: flag,
    onSaturdays: flag,
    onSundays: flag,
    warning: z.string().nullable(),
  }),
)

const Services = json.pipe(z.array(z.object({ code: z.string(), name: z.string() })))

/** Answers are kept for half a year; the older ones go little by little as new ones come. */
const keptMs = 183 * 86_400_000
const forgottenAtOnce = 1000

/** How many quotes of people are kept. */
const keptQuotes = 200

/** How much of a destination has to be the same for a price to be worth showing, the nearest first. */
const nearness = [8, 5, 3]

/** Reads of quotes. What an older application wrote and this one can't read counts as not said. */
export const quoteReader = {
  freshQuotes: ({ connection }: ReaderContext, questions: readonly QuotedQuestion[], since: number): QuotedAnswer[] =>
    questions.map((question) => {
      const row = connection.get(
        sql`SELECT * FROM quote_answers WHERE account = ${question.account} AND question = ${textOf(question)}`,
      )
      return row ? answerOf(row, since) : { price: null, deadline: null }
    }),

  nearestQuote({ connection }: ReaderContext, question: QuotedQuestion): NearestAnswer {
    const { account, service, shipment, band } = question
    const lane = sql`account = ${account} AND service = ${service} AND fromCode = ${shipment.from}`
    const nearest = (condition: Sql, at: 'pricedAt' | 'deadlineAt'): Row | undefined => {
      for (const digits of nearness) {
        const near = shipment.to.slice(0, digits)
        const row = connection.get(sql`
          SELECT * FROM quote_answers WHERE ${lane} AND toCode >= ${near} AND toCode < ${`${near}:`} AND ${condition}
          ORDER BY ${at === 'pricedAt' ? sql`pricedAt` : sql`deadlineAt`} DESC LIMIT 1`)
        if (row) return row
      }
      return undefined
    }
    const priced = nearest(sql`band = ${band} AND extras = ${extrasOf(shipment)} AND pricedAt IS NOT NULL`, 'pricedAt')
    const timed = nearest(sql`deadlineAt IS NOT NULL`, 'deadlineAt')
    const price = priced ? answerOf(priced, 0).price : null
    const deadline = timed ? answerOf(timed, 0).deadline : null
    return {
      price,
      priceTo: price && priced ? String(priced['toCode']) : null,
      deadline,
      deadlineTo: deadline && timed ? String(timed['toCode']) : null,
    }
  },

  contractServices({ connection }: ReaderContext, account: AccountId): Said<readonly FreightService[]> | null {
    const row = connection.get(sql`SELECT services, at FROM contract_services WHERE account = ${account}`)
    const services = row && Services.safeParse(row['services']).data
    return row && services ? { value: services, at: Number(row['at']) } : null
  },

  keptQuotes: ({ connection }: ReaderContext, limit: number): KeptQuote[] =>
    connection.all(sql`SELECT id, at, quote FROM kept_quotes ORDER BY id DESC LIMIT ${limit}`).map((row) => ({
      id: Number(row['id']),
      at: Number(row['at']),
      quote: JSON.parse(String(row['quote'])) as unknown,
    })),
}

/** Writes of quotes. */
export const quoteWriter = {
  recordQuotes({ connection }: WriterContext, answers: readonly (QuotedQuestion & QuotedAnswer)[]): void {
    connection.transaction(() => {
      let newest = 0
      for (const { price, deadline, ...question } of answers) {
        const { account, service, shipment, band } = question
        const keptAt = Math.max(price?.at ?? 0, deadline?.at ?? 0)
        newest = Math.max(newest, keptAt)
        connection.run(sql`
          INSERT INTO quote_answers (account, question, service, fromCode, toCode, band, extras, price, pricedAt, deadline, deadlineAt, keptAt)
          VALUES (${account}, ${textOf(question)}, ${service}, ${shipment.from}, ${shipment.to}, ${band}, ${extrasOf(shipment)},
            ${price && JSON.stringify(price.value)}, ${price?.at ?? null}, ${deadline && JSON.stringify(deadline.value)}, ${deadline?.at ?? null}, ${keptAt})
          ON CONFLICT (account, question) DO UPDATE SET
            price = coalesce(excluded.price, price), pricedAt = coalesce(excluded.pricedAt, pricedAt),
            deadline = coalesce(excluded.deadline, deadline), deadlineAt = coalesce(excluded.deadlineAt, deadlineAt),
            keptAt = excluded.keptAt`)
      }
      connection.run(sql`
        DELETE FROM quote_answers WHERE (account, question) IN (
          SELECT account, question FROM quote_answers WHERE keptAt < ${newest - keptMs} LIMIT ${forgottenAtOnce})`)
    })
  },

  recordContractServices(
    { connection }: WriterContext,
    account: AccountId,
    services: readonly FreightService[],
    now: number,
  ): void {
    connection.run(sql`
      INSERT INTO contract_services (account, services, at) VALUES (${account}, ${JSON.stringify(services)}, ${now})
      ON CONFLICT (account) DO UPDATE SET services = excluded.services, at = excluded.at`)
  },

  keepQuote({ connection }: WriterContext, quote: unknown, now: number): number {
    return connection.transaction(() => {
      const text = JSON.stringify(quote)
      // The same question asked again takes the place of its earlier answer.
      connection.run(sql`
        DELETE FROM kept_quotes WHERE json_extract(quote, '$.shipment') = json_extract(${text}, '$.shipment')
          AND json_extract(quote, '$.account.id') = json_extract(${text}, '$.account.id')`)
      connection.run(sql`INSERT INTO kept_quotes (at, quote) VALUES (${now}, ${text})`)
      const id = connection.number(sql`SELECT last_insert_rowid() AS id`)
      connection.run(sql`DELETE FROM kept_quotes WHERE id <= ${id - keptQuotes}`)
      return id
    })
  },
}

function answerOf(row: Row, since: number): QuotedAnswer {
  const said = <T>(text: unknown, at: unknown, schema: z.ZodType<T, unknown>): Said<T> | null => {
    if (typeof at !== 'number' || at < since) return null
    const value = schema.safeParse(text).data
    return value === undefined ? null : { value, at }
  }
  return {
    price: said(row['price'], row['pricedAt'], Price),
    deadline: said(row['deadline'], row['deadlineAt'], Deadline),
  }
}

/** Everything that an answer depends on, in one text. */
function textOf({ service, shipment }: QuotedQuestion): string {
  const { from, to, weightG, format, lengthMm, widthMm, heightMm, declaredValue, receipt, ownHands, postedOn } =
    shipment
  const size = [format, lengthMm, widthMm, heightMm]
  return JSON.stringify([service, from, to, weightG, ...size, declaredValue, receipt, ownHands, postedOn])
}

/** What is asked for beside the freight itself: prices with other extras are not to be compared. */
function extrasOf({ declaredValue, receipt, ownHands }: Shipment): string {
  return [declaredValue === null ? '' : 'VD', receipt ? 'AR' : '', ownHands ? 'MP' : ''].filter(Boolean).join(' ')
}
