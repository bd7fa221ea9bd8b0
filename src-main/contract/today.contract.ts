import { z } from 'zod'
import { DaySchema } from '../domain/parcel-query.ts'
import { query } from './define.ts'

const count = z.int().nonnegative()

/** What the pictures of a day's start are drawn from, as of the moment of the answer. */
export const Pictures = z.strictObject({
  /** The last thirty days, today's the last one. A day on which nothing happened is there with zeros. */
  days: z.array(z.strictObject({ day: DaySchema, posted: count, delivered: count })),
  /** How long deliveries took, by the state they went to: the median in business days, most deliveries first. */
  delivery: z.strictObject({
    since: DaySchema,
    states: z.array(z.strictObject({ state: z.string(), days: count, deliveries: z.int().positive() })),
  }),
  /** What carriers promised for the thirty days before today, and how much of it is late or was delivered late; most late first. */
  promises: z.strictObject({
    from: DaySchema,
    to: DaySchema,
    carriers: z.array(z.strictObject({ carrier: z.string(), promised: z.int().positive(), late: count })),
  }),
})
export type Pictures = z.output<typeof Pictures>

export const today = {
  'today.pictures': query({ input: z.strictObject({}), output: Pictures }),
}
