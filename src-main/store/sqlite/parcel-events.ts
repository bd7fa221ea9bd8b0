import { deriveStatus } from '../../domain/derive-status.ts'
import { eventIdentity, inCarrierOrder, type TrackingEvent } from '../../domain/tracking-event.ts'
import type { StoredEvent } from '../store.ts'
import type { Connection } from './connection.ts'
import { placeKey, toStoredEvent } from './event-row.ts'
import { sql } from './sql.ts'

type Stored = StoredEvent & { readonly position: number }

/** All events of a parcel after an answer, and what the answer added. */
export type MergedEvents = {
  readonly events: readonly TrackingEvent[]
  readonly added: number
  readonly changed: boolean
}

/** The events of parcels in the store: each once, however often it comes. */
export class ParcelEvents {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Adds what is new, follows our newer reading of a code that was stored under an older one, and puts all in order. */
  merge(parcel: { id: number; carrier: string }, answered: readonly TrackingEvent[], at: number): MergedEvents {
    const stored = new Map<string, Stored>()
    for (const row of this.#connection.all(sql`SELECT * FROM events WHERE parcelId = ${parcel.id}`)) {
      const event = { ...toStoredEvent(row), position: Number(row['position']) }
      stored.set(eventIdentity(event), event)
    }
    const events = new Map<string, TrackingEvent>(stored)
    const fresh: TrackingEvent[] = []
    let changed = false
    for (const event of inCarrierOrder(answered)) {
      const identity = eventIdentity(event)
      const before = stored.get(identity)
      if (!before) fresh.push(event)
      else if (before.meaning !== event.meaning) this.#reread(parcel, before, event)
      if (before?.meaning === event.meaning) continue
      changed = true
      events.set(identity, before ? { ...before, meaning: event.meaning } : event)
    }
    if (!changed) return { events: [...stored.values()], added: 0, changed: false }
    const ordered = inCarrierOrder([...events.values()])
    this.#write(parcel.id, ordered, stored)
    for (const event of fresh) if (event.meaning === 'unknown') this.#countUnmapped(parcel, event, at)
    return { events: ordered, added: fresh.length, changed }
  }

  #write(parcelId: number, ordered: readonly TrackingEvent[], stored: ReadonlyMap<string, Stored>): void {
    const voided = new Set(deriveStatus(ordered).voided)
    ordered.forEach((event, position) => {
      const before = stored.get(eventIdentity(event))
      const isVoided = voided.has(position)
      if (!before) this.#insert(parcelId, event, position, isVoided)
      else if (before.position !== position || before.voided !== isVoided) {
        this.#connection.run(sql`
          UPDATE events SET position = ${position}, voided = ${isVoided ? 1 : 0}
          WHERE parcelId = ${parcelId} AND code = ${event.code} AND at = ${event.at} AND placeKey = ${placeKey(event.place)}`)
      }
    })
  }

  #insert(parcelId: number, event: TrackingEvent, position: number, voided: boolean): void {
    this.#connection.run(sql`
      INSERT INTO events (parcelId, code, at, placeKey, position, zone, meaning, text, detail, place, destination, voided)
      VALUES (${parcelId}, ${event.code}, ${event.at}, ${placeKey(event.place)}, ${position}, ${event.zone}, ${event.meaning}, ${event.text},
        ${event.detail ?? null}, ${json(event.place)}, ${json(event.destination)}, ${voided ? 1 : 0})`)
  }

  /** What a code means is our reading, not the carrier's words: a table that learned it is right about old events too. */
  #reread(parcel: { id: number; carrier: string }, before: Stored, event: TrackingEvent): void {
    this.#connection.run(sql`
      UPDATE events SET meaning = ${event.meaning}
      WHERE parcelId = ${parcel.id} AND code = ${event.code} AND at = ${event.at} AND placeKey = ${placeKey(event.place)}`)
    if (before.meaning === 'unknown') {
      this.#connection.run(sql`DELETE FROM unmapped_events WHERE carrier = ${parcel.carrier} AND code = ${event.code}`)
    }
  }

  #countUnmapped(parcel: { id: number; carrier: string }, event: TrackingEvent, at: number): void {
    this.#connection.run(sql`
      INSERT INTO unmapped_events (carrier, code, text, count, firstAt, lastAt, parcelId)
      VALUES (${parcel.carrier}, ${event.code}, ${event.text}, 1, ${at}, ${at}, ${parcel.id})
      ON CONFLICT (carrier, code) DO UPDATE SET count = count + 1, text = excluded.text, parcelId = excluded.parcelId,
        firstAt = min(firstAt, excluded.firstAt), lastAt = max(lastAt, excluded.lastAt)`)
  }
}

const json = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value))
