import { z } from 'zod'
import { DaySchema } from '../domain/parcel-query.ts'
import { parcelStatuses } from '../domain/parcel-status.ts'

/** An instant in the control API: milliseconds, or ISO 8601 with its offset. */
export const Instant = z.union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])

const Place = z.strictObject({
  name: z.string().optional(),
  kind: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  country: z.string().optional(),
})

const Facts = z.strictObject({
  weightG: z.int().nonnegative(),
  lengthMm: z.int().nonnegative(),
  widthMm: z.int().nonnegative(),
  heightMm: z.int().nonnegative(),
  declaredValue: z.int().nonnegative(),
  service: z.string(),
  pickupPoint: z.string().nullable(),
})

/** `POST /control/clock`: any of these, in this order. */
export const ClockChange = z.strictObject({
  now: Instant.optional(),
  advanceMs: z.number().optional(),
  factor: z.number().min(0).max(1_000_000).optional(),
})

/** A journey of a template. */
const FromTemplate = z.strictObject({
  carrier: z.string(),
  template: z.string(),
  /** Absent: the sandbox hands out a code. */
  code: z.string().min(1).max(60).optional(),
  /** When it begins; absent: now. */
  startAt: Instant.optional(),
  owner: z.string().nullable().optional(),
  facts: Facts.partial().optional(),
  destination: z.strictObject({ city: z.string(), state: z.string() }).optional(),
})

/** A journey told event by event. */
const Explicit = z.strictObject({
  carrier: z.string(),
  code: z.string().min(1).max(60),
  events: z.array(
    z.strictObject({
      code: z.string().min(1),
      at: Instant,
      /** From when the carrier tells it; absent: from when it happened. */
      visibleAt: Instant.optional(),
      /** Absent: the carrier's text for the code. */
      text: z.string().optional(),
      detail: z.string().optional(),
      place: Place.optional(),
      destination: Place.optional(),
      invented: z.boolean().optional(),
      /** What is to be believed from this event on. */
      status: z.enum(parcelStatuses),
    }),
  ),
  promisedOn: DaySchema.nullable().optional(),
  owner: z.string().nullable().optional(),
  listed: z.enum(['as-happened', 'as-recorded']).optional(),
  facts: Facts.partial().optional(),
})

export const JourneyRequest = z.union([FromTemplate, Explicit])
export type JourneyRequest = z.output<typeof JourneyRequest>

/** `POST /control/journeys`: one journey or many. */
export const JourneyRequests = z.union([JourneyRequest, z.array(JourneyRequest).max(10_000)])

/** `POST /control/sample`. */
export const SampleRequest = z.strictObject({
  seed: z.union([z.string(), z.number()]).optional(),
  parcels: z.int().min(1).max(100_000).optional(),
})
