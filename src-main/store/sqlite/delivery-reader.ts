import type { Day } from '../../domain/day.ts'
import { deliveryDays, type DeliveryTime } from '../../domain/delivery-history.ts'
import { businessCountry, type CalendarCountries } from '../../domain/holidays.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql, type Sql } from './sql.ts'

/** Equal deliveries since a day, counted. */
export const deliveredSince = (since: Day): Sql => sql`
  SELECT deliveredOn, carrier, service, state, postedOn, count(*) FROM parcels INDEXED BY parcels_delivered
  WHERE deliveredOn >= ${since} GROUP BY deliveredOn, carrier, service, state, postedOn HAVING postedOn IS NOT NULL`

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
}

type Delivered = [
  deliveredOn: Day,
  carrier: string,
  service: string | null,
  state: string | null,
  postedOn: Day,
  parcels: number,
]
