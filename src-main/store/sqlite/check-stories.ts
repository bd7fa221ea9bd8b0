import type { TrackingEvent } from '../../domain/tracking-event.ts'
import { inCarrierOrder } from '../../domain/tracking-event.ts'
import type { Checked, Finding } from './checked.ts'
import type { Connection, Row } from './connection.ts'
import { toStoredEvent } from './event-row.ts'
import { storyOf } from './outcome-recorder.ts'

const told = [
  'status',
  'statusAt',
  'lastEventAt',
  'lastEventText',
  'lastEventPlace',
  'deliveredAt',
  'deliveredOn',
] as const

/** Derives every parcel's status and dates from its events again and compares. One pass over both tables, side by side. */
export function checkStories(connection: Connection): Checked {
  const parcels = connection.prepare(`SELECT id, promisedOn, ${told.join(', ')} FROM parcels ORDER BY id`)
  const events = connection.prepare('SELECT * FROM events ORDER BY parcelId, position').iterate()
  const found: Finding[] = []
  let rows = 0
  let next = events.next()
  for (const parcel of parcels.iterate()) {
    rows++
    const id = Number(parcel['id'])
    const own: TrackingEvent[] = []
    while (!next.done && Number(next.value['parcelId']) === id) {
      own.push(toStoredEvent(next.value))
      next = events.next()
    }
    found.push(...differences(id, parcel, own))
  }
  return { rows, found }
}

function differences(parcelId: number, parcel: Row, events: readonly TrackingEvent[]): Finding[] {
  const story = storyOf(events, null)
  const found = told
    .filter((field) => story[field] !== parcel[field])
    .map((field) => ({
      message: `${field} is ${String(parcel[field])}, its events say ${String(story[field])}`,
      parcelId,
    }))
  const ordered = inCarrierOrder(events)
  if (ordered.some((event, i) => event !== events[i]))
    found.push({ message: 'events are not in the order they happened', parcelId })
  return found
}
