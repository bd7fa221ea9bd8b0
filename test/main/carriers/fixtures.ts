import { readFileSync, readdirSync } from 'node:fs'
import { z } from 'zod'
import type { CarrierFailure, TrackingAnswer } from '../../../src-main/carriers/carrier.ts'
import { deriveStatus } from '../../../src-main/domain/derive-status.ts'
import { eventMeanings, parcelStatuses } from '../../../src-main/domain/parcel-status.ts'
import type { Result } from '../../../src-main/domain/result.ts'

const Place = z.strictObject({
  name: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  country: z.string().optional(),
})

const Expected = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('known'),
    status: z.enum(parcelStatuses),
    promisedOn: z.string().nullable(),
    events: z.array(
      z.strictObject({
        code: z.string(),
        /** UTC, for people to read. */
        at: z.iso.datetime(),
        zone: z.string(),
        meaning: z.enum(eventMeanings),
        text: z.string(),
        detail: z.string().optional(),
        place: Place.optional(),
        destination: Place.optional(),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('not-found') }),
  z.strictObject({ kind: z.literal('failed'), code: z.string(), carrierCode: z.string().optional() }),
])
export type Expected = z.output<typeof Expected>

/** A request that is built and what the carrier answers. */
export const Exchange = z.strictObject({
  request: z.strictObject({
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown().optional(),
  }),
  /** `body` is sent as JSON, `text` as it is. */
  response: z.strictObject({
    status: z.int(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
    text: z.string().optional(),
  }),
})
export type Exchange = z.output<typeof Exchange>

/**
 * One look at some codes as it goes over the wire, and what is to come of it: `src-main/carriers/<id>/fixtures/*.json`. The data are invented,
 * the shapes are the carrier's.
 */
const Fixture = z.strictObject({
  about: z.string().min(1),
  codes: z.array(z.string()).min(1),
  credentials: z.record(z.string(), z.string()),
  /** What must be seen nowhere but in the requests themselves. */
  secrets: z.array(z.string()),
  exchanges: z.array(Exchange).min(1),
  expected: z.record(z.string(), Expected),
})
export type Fixture = z.output<typeof Fixture> & { readonly name: string }

/** The fixtures of a carrier. */
export function fixturesOf(carrier: string): Fixture[] {
  const folder = new URL(`../../../src-main/carriers/${carrier}/fixtures/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ ...Fixture.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))), name }))
}

/** What a carrier answered, in the form in which fixtures expect it. */
export function summaryOf(answer: Result<TrackingAnswer, CarrierFailure> | undefined): Expected | undefined {
  if (!answer) return undefined
  if (!answer.ok) {
    const { code, carrierCode } = answer.error
    return { kind: 'failed', code, ...(carrierCode === undefined ? {} : { carrierCode }) }
  }
  if (answer.value.kind === 'not-found') return { kind: 'not-found' }
  const { events, promisedOn } = answer.value
  const readable = events.map((event) => ({ ...event, at: new Date(event.at).toISOString() }))
  return Expected.parse({ kind: 'known', status: deriveStatus(events).status, promisedOn, events: readable })
}
