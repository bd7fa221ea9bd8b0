import { fail, ok, type Result } from '../../domain/result.ts'
import { inCarrierOrder, type TrackingEvent } from '../../domain/tracking-event.ts'
import type { CarrierFailure, TrackingAnswer } from '../carrier.ts'
import { instantOf } from '../kit/local-time.ts'
import { TrackingBody, TrackingDetail } from './schemas.ts'
import { meaningOf } from './status-map.ts'

/** InPost's times carry an offset; people read them in Poland's zone. */
export const inpostZone = 'Europe/Warsaw'

/** What an answer of the tracking API, as JSON, says about a number. */
export function mapAnswer(number: string, body: unknown): Result<TrackingAnswer, CarrierFailure> {
  const parsed = TrackingBody.safeParse(body)
  if (!parsed.success) return fail(malformed('the answer is not the JSON of a tracked parcel'))
  const answered = parsed.data.tracking_number
  if (answered !== undefined && answered !== number) return fail(malformed('the answer is about another number'))
  // No day is promised: `expected_flow` names steps without dates.
  return ok({ kind: 'known', events: mapDetails(parsed.data), promisedOn: null, raw: JSON.stringify(body) })
}

export const malformed = (message: string): CarrierFailure => ({
  code: 'carrier.malformed-answer',
  message,
  retryable: true,
})

/** Newest first in the answer; an entry without a readable time gets that of the nearest older one, else newer one. */
function mapDetails(body: TrackingBody): TrackingEvent[] {
  const read = body.tracking_details.map((detail) => TrackingDetail.safeParse(detail).data ?? null)
  const times = read.map((detail) => instantOf(detail?.datetime ?? '', inpostZone))
  const isTime = (time: number | null): time is number => time !== null
  return inCarrierOrder(
    read.map((detail, index): TrackingEvent => {
      const at = times[index] ?? null
      if (detail?.status !== undefined && at !== null) return mapDetail(detail, detail.status, at, lockerOf(body))
      const nearest = times.slice(index).find(isTime) ?? times.slice(0, index).findLast(isTime) ?? 0
      const code = detail?.status ?? '?'
      const text = detail?.status ?? JSON.stringify(body.tracking_details[index]).slice(0, 200)
      return { code, at: nearest, zone: inpostZone, meaning: 'unknown', text }
    }),
  )
}

/** The public API has a key and no sentence for each event, so the key is the carrier's word. */
function mapDetail(detail: TrackingDetail, code: string, at: number, locker: string | undefined): TrackingEvent {
  const meaning = meaningOf(code)
  const where = meaning === 'awaiting-pickup' ? locker : undefined
  return {
    code,
    at,
    zone: inpostZone,
    meaning,
    text: code,
    detail: [detail.origin_status, where].filter((part) => part !== undefined).join(' · ') || undefined,
    place: detail.agency === undefined ? undefined : { name: detail.agency, country: 'PL' },
  }
}

/** Where the parcel waits. Not the event's place, which is part of its identity: a redirection changes the locker of all of them. */
function lockerOf({ custom_attributes: attributes }: TrackingBody): string | undefined {
  const machine = attributes?.target_machine_detail
  const name = machine?.name ?? attributes?.target_machine_id
  const parts = [name, machine?.address?.line1, machine?.address?.line2].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}
