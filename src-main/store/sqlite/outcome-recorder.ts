import { deflateRawSync } from 'node:zlib'
import type { AccountId } from '../../domain/account.ts'
import { nextCheck } from '../../domain/check-schedule.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { deriveStatus } from '../../domain/derive-status.ts'
import type { Parcel } from '../../domain/parcel.ts'
import type { ParcelStatus } from '../../domain/parcel-status.ts'
import type { TrackingOutcome } from '../../domain/tracking-check.ts'
import { inCarrierOrder, type Place, type TrackingEvent } from '../../domain/tracking-event.ts'
import type { StoredAction } from '../store.ts'
import type { Connection } from './connection.ts'
import { ParcelEvents } from './parcel-events.ts'
import { unknownCarrier } from './parcel-import.ts'
import { sql } from './sql.ts'

/** What is needed of a parcel to add to its story. */
type Known = Pick<Parcel, 'id' | 'carrier' | 'createdAt' | 'postedOn' | 'watch' | 'checkFailure'> &
  Story & { readonly urgent: 0 | 1; readonly anonymisedAt: number | null }

/** What follows from a parcel's events. */
type Story = Pick<
  Parcel,
  'status' | 'statusAt' | 'promisedOn' | 'lastEventAt' | 'lastEventText' | 'lastEventPlace' | 'deliveredAt'
> & {
  readonly deliveredOn: string | null
}

type Answered = Extract<TrackingOutcome, { kind: 'answered' }>

/** Writes outcomes into parcels, inside the caller's transaction. */
export class OutcomeRecorder {
  readonly #connection: Connection
  readonly #events: ParcelEvents

  constructor(connection: Connection) {
    this.#connection = connection
    this.#events = new ParcelEvents(connection)
  }

  /** Whether the parcel's status, events or promise changed. A parcel that was removed in the meantime is passed over. */
  record(outcome: TrackingOutcome): boolean {
    const known = this.#connection.get(sql`
      SELECT id, carrier, createdAt, postedOn, watch, checkFailure, urgent, status, statusAt, promisedOn, lastEventAt, lastEventText,
        lastEventPlace, deliveredAt, deliveredOn, anonymisedAt FROM parcels WHERE id = ${outcome.parcelId}`) as
      Known | undefined
    if (!known) return false
    if (outcome.kind === 'failed') {
      if (outcome.malformed !== undefined) this.#countMalformed(known, outcome.malformed, outcome.at)
      return this.#recordFailure(known, outcome.failure, outcome.at, outcome.retryAt)
    }
    // What a carrier answers may name the person whose data was erased.
    if (known.anonymisedAt === null) this.#keepAnswer(known.id, outcome.at, outcome.raw)
    return outcome.kind === 'answered' ? this.#recordAnswer(known, outcome) : this.#recordNotFound(known, outcome.at)
  }

  /** Tried again only where there is still something to wait for. */
  #recordFailure(known: Known, failure: string, at: number, retryAt: number): false {
    const isExpected = known.watch === 'watched' || known.urgent === 1
    if (failure !== known.checkFailure) this.#note(known.id, at, 'check-failed', { failure })
    this.#connection.run(
      sql`UPDATE parcels SET checkFailure = ${failure}, nextCheckAt = ${isExpected ? retryAt : null} WHERE id = ${known.id}`,
    )
    return false
  }

  #countMalformed({ id, carrier }: Known, what: string, at: number): void {
    this.#connection.run(sql`
      INSERT INTO malformed_answers (carrier, what, count, firstAt, lastAt, parcelId) VALUES (${carrier}, ${what}, 1, ${at}, ${at}, ${id})
      ON CONFLICT (carrier, what) DO UPDATE SET count = count + 1, parcelId = excluded.parcelId,
        firstAt = min(firstAt, excluded.firstAt), lastAt = max(lastAt, excluded.lastAt)`)
  }

  #recordNotFound(known: Known, at: number): false {
    const failure = `${known.carrier}.not-found`
    if (failure !== known.checkFailure) this.#note(known.id, at, 'check-failed', { failure })
    this.#schedule(known, known, at, failure)
    return false
  }

  #recordAnswer(known: Known, answer: Answered): boolean {
    const told = known.anonymisedAt === null ? answer.events : answer.events.map(withoutDetail)
    const merged = this.#events.merge(known, told, answer.at)
    const promisedOn = answer.promisedOn ?? known.promisedOn
    const postedOn = known.postedOn ?? (merged.changed ? takenInOn(merged.events) : null)
    const story = merged.changed ? storyOf(merged.events, promisedOn) : { ...storyFields(known), promisedOn }
    if (story.status !== known.status)
      this.#note(known.id, answer.at, 'status', { from: known.status, to: story.status })
    if (known.urgent === 1) this.#note(known.id, answer.at, 'checked', { events: merged.added })
    const changed = merged.changed || promisedOn !== known.promisedOn
    if (changed) this.#writeStory(known.id, story, postedOn, answer.at)
    this.#schedule({ ...known, postedOn }, story, answer.at, null, answer.account ?? null)
    return changed
  }

  #writeStory(id: number, story: Story, postedOn: Day | null, at: number): void {
    this.#connection.run(sql`
      UPDATE parcels SET status = ${story.status}, statusAt = ${story.statusAt}, promisedOn = ${story.promisedOn}, postedOn = ${postedOn},
        lastEventAt = ${story.lastEventAt}, lastEventText = ${story.lastEventText}, lastEventPlace = ${story.lastEventPlace},
        deliveredAt = ${story.deliveredAt}, deliveredOn = ${story.deliveredOn}, updatedAt = ${at}
      WHERE id = ${id}`)
  }

  #schedule(
    known: Known,
    story: { status: ParcelStatus; lastEventAt: number | null; promisedOn: string | null },
    at: number,
    failure: string | null,
    account: AccountId | null = null,
  ): void {
    const { id, createdAt, postedOn } = known
    const { status, lastEventAt, promisedOn } = story
    const next =
      known.carrier === unknownCarrier
        ? ({ watch: 'untracked', at: null } as const)
        : nextCheck({ status, createdAt, lastEventAt, promisedOn, postedOn, seed: id }, at)
    if (next.watch !== known.watch) this.#note(id, at, 'watch', { from: known.watch, to: next.watch })
    this.#connection.run(sql`
      UPDATE parcels SET watch = ${next.watch}, nextCheckAt = ${next.at}, urgent = 0, checkedAt = ${at}, checkFailure = ${failure},
        accountId = coalesce((SELECT id FROM accounts WHERE id = ${account}), accountId)
      WHERE id = ${id}`)
  }

  #keepAnswer(id: number, at: number, raw: string): void {
    const body = deflateRawSync(raw)
    this.#connection.run(sql`
      INSERT INTO tracking_answers (parcelId, at, body) VALUES (${id}, ${at}, ${body})
      ON CONFLICT (parcelId) DO UPDATE SET at = excluded.at, body = excluded.body`)
  }

  #note(id: number, at: number, kind: StoredAction['kind'], detail: StoredAction['detail']): void {
    this.#connection.run(
      sql`INSERT INTO actions (parcelId, at, kind, detail) VALUES (${id}, ${at}, ${kind}, ${JSON.stringify(detail)})`,
    )
  }
}

/** Details may name the person whose data was erased. */
const withoutDetail = ({ detail: _detail, ...event }: TrackingEvent): TrackingEvent => event

const storyFields = (known: Known): Story => ({
  status: known.status,
  statusAt: known.statusAt,
  promisedOn: known.promisedOn,
  lastEventAt: known.lastEventAt,
  lastEventText: known.lastEventText,
  lastEventPlace: known.lastEventPlace,
  deliveredAt: known.deliveredAt,
  deliveredOn: known.deliveredOn,
})

/** What a parcel's events, in the carrier's order, make of it. */
export function storyOf(events: readonly TrackingEvent[], promisedOn: string | null): Story {
  const ordered = inCarrierOrder(events)
  const { status, statusAt, deliveredAt, voided } = deriveStatus(ordered)
  const standing = ordered.filter((_, i) => !voided.includes(i))
  const last = standing.at(-1)
  const delivery =
    deliveredAt === null
      ? undefined
      : standing.find((event) => event.at === deliveredAt && event.meaning === 'delivered')
  return {
    status,
    statusAt,
    promisedOn,
    lastEventAt: last?.at ?? null,
    lastEventText: last?.text ?? null,
    lastEventPlace: placeWords(last?.place),
    deliveredAt,
    deliveredOn: deliveredAt === null ? null : dayOf(deliveredAt, delivery?.zone ?? 'UTC'),
  }
}

/** The day on which the carrier says it took the parcel in, where that was. */
function takenInOn(events: readonly TrackingEvent[]): Day | null {
  const ordered = inCarrierOrder(events)
  const { voided } = deriveStatus(ordered)
  const posting = ordered.find((event, i) => event.meaning === 'posted' && !voided.includes(i))
  return posting ? dayOf(posting.at, posting.zone) : null
}

/** A place in a few words: `Campinas/SP`; its name where the carrier gives no city. */
function placeWords(place: Place | undefined): string | null {
  if (!place) return null
  const words = place.city ?? place.name ?? place.country ?? null
  return words !== null && place.city !== undefined && place.state !== undefined ? `${words}/${place.state}` : words
}
