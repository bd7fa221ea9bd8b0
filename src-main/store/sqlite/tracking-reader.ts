import type { ParcelId } from '../../domain/parcel.ts'
import type { DueParcel, MalformedAnswers } from '../store.ts'
import type { Connection, Row } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'

type Unmapped = {
  carrier: string
  code: string
  text: string
  count: number
  firstAt: number
  lastAt: number
  parcelId: ParcelId | null
}

/** Reads of what is due, as a reader's thread does them. One index a carrier, so that one nobody can ask hides no other. */
export const trackingReader = {
  dueParcels(context: ReaderContext, now: number, limit: number, carriers: readonly string[] | undefined): DueParcel[] {
    const { connection } = context
    return connection.snapshot(() => {
      const asked = carriers ?? carriersOf(connection)
      const due = (urgent: 0 | 1, atMost: number): DueParcel[] =>
        asked
          .flatMap((carrier) =>
            connection.all(sql`
              SELECT id, code, carrier, urgent, nextCheckAt FROM parcels INDEXED BY parcels_due
              WHERE carrier = ${carrier} AND urgent = ${urgent} AND nextCheckAt <= ${now} ORDER BY nextCheckAt, id LIMIT ${atMost}`),
          )
          .sort((a, b) => Number(a['nextCheckAt']) - Number(b['nextCheckAt']) || Number(a['id']) - Number(b['id']))
          .slice(0, atMost)
          .map(toDue)
      const urgent = due(1, limit)
      return [...urgent, ...due(0, limit - urgent.length)]
    })
  },

  trackingSummary(
    context: ReaderContext,
    now: number,
  ): { due: number; watched: number; nextAtByCarrier: Record<string, number>; dueByCarrier: Record<string, number> } {
    const { connection } = context
    return connection.snapshot(() => {
      const dueByCarrier: Record<string, number> = {}
      const nextAtByCarrier: Record<string, number> = {}
      for (const carrier of carriersOf(connection)) {
        let due = 0
        for (const urgent of [0, 1]) {
          due += connection.number(sql`
            SELECT count(*) FROM parcels INDEXED BY parcels_due WHERE carrier = ${carrier} AND urgent = ${urgent} AND nextCheckAt <= ${now}`)
          const first = connection.get(sql`
            SELECT min(nextCheckAt) AS at FROM parcels INDEXED BY parcels_due
            WHERE carrier = ${carrier} AND urgent = ${urgent} AND nextCheckAt IS NOT NULL`)?.['at']
          if (typeof first === 'number') nextAtByCarrier[carrier] = Math.min(nextAtByCarrier[carrier] ?? first, first)
        }
        if (due > 0) dueByCarrier[carrier] = due
      }
      const due = Object.values(dueByCarrier).reduce((sum, n) => sum + n, 0)
      const watched = connection.number(sql`SELECT n FROM counts WHERE kind = 'watch' AND value = 'watched'`)
      return { due, watched, nextAtByCarrier, dueByCarrier }
    })
  },

  malformedAnswers: ({ connection }: ReaderContext): MalformedAnswers[] =>
    connection
      .all(
        sql`SELECT carrier, what, count, firstAt, lastAt, parcelId FROM malformed_answers ORDER BY lastAt DESC, carrier, what`,
      )
      .map((row) => ({
        carrier: String(row['carrier']),
        what: String(row['what']),
        count: Number(row['count']),
        firstAt: Number(row['firstAt']),
        lastAt: Number(row['lastAt']),
        parcelId: row['parcelId'] === null ? null : Number(row['parcelId']),
      })),

  unmappedEvents(context: ReaderContext): Unmapped[] {
    const rows = context.connection.all(sql`
      SELECT carrier, code, text, count, firstAt, lastAt, parcelId FROM unmapped_events ORDER BY count DESC, carrier, code`)
    return rows.map((row) => ({
      carrier: String(row['carrier']),
      code: String(row['code']),
      text: String(row['text']),
      count: Number(row['count']),
      firstAt: Number(row['firstAt']),
      lastAt: Number(row['lastAt']),
      parcelId: row['parcelId'] === null ? null : Number(row['parcelId']),
    }))
  },
}

const carriersOf = (connection: Connection): string[] =>
  connection.all(sql`SELECT value FROM counts WHERE kind = 'carrier' AND n > 0`).map((row) => String(row['value']))

const toDue = (row: Row): DueParcel => ({
  id: Number(row['id']),
  code: String(row['code']),
  carrier: String(row['carrier']),
  urgent: row['urgent'] === 1,
})
