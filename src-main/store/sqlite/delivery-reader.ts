import type { Day } from '../../domain/day.ts'
import { deliveryDays, type DeliveryTime } from '../../domain/delivery-history.ts'
import { businessCountry, type CalendarCountries } from '../../domain/holidays.ts'
import type { AsOf, LateShare } from '../store.ts'
import { isLate } from './parcel-row.ts'
import type { ReaderContext } from './reader-context.ts'
import { name, sql, type Sql } from './sql.ts'

/** Equal deliveries since a day, counted. */
export const deliveredSince = (since: Day): Sql => sql`
  SELECT deliveredOn, carrier, service, state, postedOn, count(*) FROM parcels INDEXED BY parcels_delivered
  WHERE deliveredOn >= ${since} GROUP BY deliveredOn, carrier, service, state, postedOn HAVING postedOn IS NOT NULL`

/** Parcels of each day of a stretch, by an index that begins with the day. */
export const perDay = (column: 'postedOn' | 'deliveredOn', index: string, from: Day, to: Day): Sql => sql`
  SELECT ${name(column)}, count(*) FROM parcels INDEXED BY ${name(index)}
  WHERE ${name(column)} BETWEEN ${from} AND ${to} GROUP BY ${name(column)}`

/** What each carrier promised for a stretch of days, and what of it is late. */
export const latePerCarrier = (from: Day, to: Day, asOf: AsOf): Sql => sql`
  SELECT p.carrier, count(*), sum(${isLate(asOf)}) FROM parcels p INDEXED BY parcels_promised
  WHERE p.promisedOn BETWEEN ${from} AND ${to} GROUP BY p.carrier`

/** Reads of what was delivered, as a reader's thread does them: from an index alone, in its order. */
export const deliveryReader = {
  /** How long deliveries took since a day. The business days are counted here, so that few rows cross threads. */
  deliveryTimes({ connection }: ReaderContext, since: Day, countries: CalendarCountries): DeliveryTime[] {
    const times = new Map<string, DeliveryTime>()
    const known = new Map<string, number | null>()
    const rows = connection.rows(deliveredSince(since)) as Delivered[]
    for (const [deliveredOn, carrier, service, state, postedOn, parcels] of rows) {
      const country = businessCountry(countries, carrier)
      const span = `${country} ${postedOn} ${deliveredOn}`
      let days = known.get(span)
      if (days === undefined) known.set(span, (days = deliveryDays(postedOn, deliveredOn, country)))
      if (days === null) continue
      const key = `${carrier}\n${service ?? ''}\n${state ?? ''}\n${days}`
      const before = times.get(key)?.parcels ?? 0
      times.set(key, { carrier, service, state, days, parcels: before + parcels })
    }
    return [...times.values()]
  },

  postedAndDelivered(
    { connection }: ReaderContext,
    from: Day,
    to: Day,
  ): { posted: Record<Day, number>; delivered: Record<Day, number> } {
    return connection.snapshot(() => ({
      posted: Object.fromEntries(connection.rows(perDay('postedOn', 'parcels_by_postedOn', from, to)) as DayCount[]),
      delivered: Object.fromEntries(
        connection.rows(perDay('deliveredOn', 'parcels_delivered', from, to)) as DayCount[],
      ),
    }))
  },

  lateByCarrier({ connection }: ReaderContext, from: Day, to: Day, asOf: AsOf): LateShare[] {
    const rows = connection.rows(latePerCarrier(from, to, asOf)) as [string, number, number][]
    return rows.map(([carrier, promised, late]) => ({ carrier, promised, late }))
  },
}

type DayCount = [day: Day, parcels: number]

type Delivered = [
  deliveredOn: Day,
  carrier: string,
  service: string | null,
  state: string | null,
  postedOn: Day,
  parcels: number,
]
