import type { Place, TrackingEvent } from '../../domain/tracking-event.ts'
import type { StoredEvent } from '../store.ts'
import type { Row } from './connection.ts'

/** The place as part of an event's key; with code and instant it tells events apart as `eventIdentity` does. */
export const placeKey = (place: Place | undefined): string =>
  place ? [place.name, place.city, place.state, place.country].map((part) => part ?? '').join('|') : ''

/** An event out of its row. */
export const toStoredEvent = (row: Row): StoredEvent => ({
  code: String(row['code']),
  at: Number(row['at']),
  zone: String(row['zone']),
  meaning: row['meaning'] as TrackingEvent['meaning'],
  text: String(row['text']),
  ...(row['detail'] === null ? {} : { detail: String(row['detail']) }),
  ...(row['place'] === null ? {} : { place: JSON.parse(String(row['place'])) as Place }),
  ...(row['destination'] === null ? {} : { destination: JSON.parse(String(row['destination'])) as Place }),
  voided: row['voided'] === 1,
})
