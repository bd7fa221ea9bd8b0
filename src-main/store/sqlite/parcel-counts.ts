import { parcelStatuses, type ParcelStatus } from '../../domain/parcel-status.ts'
import type { ParcelQuery } from '../../domain/parcel-query.ts'
import type { AsOf, Counts } from '../store.ts'
import type { Connection } from './connection.ts'
import { conditionOf, found, narrow, type Narrowing } from './narrowing.ts'
import { countedSize, totalOf } from './parcel-list.ts'
import { isFailing, isLate, isOpen } from './parcel-row.ts'
import { sql } from './sql.ts'
import { idsOfStill, isStill, stillness } from './still-parcels.ts'

/** How many parcels a narrowing leaves. */
export function countParcels(connection: Connection, narrowing: Narrowing): number {
  const [term, ...others] = narrowing.terms
  if (!term && narrowing.match === null) return totalOf(connection)
  if (!term && narrowing.match !== null) return connection.number(sql`SELECT count(*) FROM (${found(narrowing.match)})`)
  if (term && others.length === 0 && narrowing.match === null) {
    if (term.counted) return countedSize(connection, term.counted.kind, term.counted.values)
    if (term.ids) return connection.number(sql`SELECT count(*) FROM (${term.ids})`)
  }
  return connection.number(sql`SELECT count(*) FROM parcels p WHERE ${conditionOf(narrowing)}`)
}

/** The counts above a list. The query's own status does not narrow them: they are what choosing another would show. */
export function countByStatus(connection: Connection, query: ParcelQuery, asOf: AsOf): Counts {
  const { status: _, ...filter } = query.filter ?? {}
  const narrowing = narrow({ ...query, filter }, asOf)
  const all = narrowing.terms.length === 0 && narrowing.match === null
  return all ? countAll(connection, asOf) : countSome(connection, narrowing, asOf)
}

function countAll(connection: Connection, asOf: AsOf): Counts {
  const status = noneOfAny()
  for (const row of connection.all(sql`SELECT value, n FROM counts WHERE kind = 'status'`))
    add(status, row['value'], row['n'])
  return {
    total: totalOf(connection),
    status,
    late:
      connection.number(sql`SELECT count(*) FROM parcels p WHERE p.promisedOn < ${asOf.today} AND ${isOpen}`) +
      connection.number(sql`SELECT count(*) FROM parcels p WHERE p.deliveredOn > p.promisedOn`),
    stalled: connection.number(sql`SELECT count(*) FROM (${idsOfStill(stillness({ stalled: true }, asOf))})`),
    silent: countedSize(connection, 'watch', ['silent']),
    failing: connection.number(sql`SELECT count(*) FROM parcels p WHERE ${isFailing}`),
  }
}

function countSome(connection: Connection, narrowing: Narrowing, asOf: AsOf): Counts {
  const counts = { total: 0, status: noneOfAny(), late: 0, stalled: 0, silent: 0, failing: 0 }
  const rows = connection.all(sql`
    SELECT p.status AS status, count(*) AS n, sum(${isLate(asOf)}) AS late, sum(${isStill(stillness({ stalled: true }, asOf))}) AS stalled,
      sum(p.watch = 'silent') AS silent, sum(${isFailing}) AS failing
    FROM parcels p WHERE ${conditionOf(narrowing)} GROUP BY p.status`)
  for (const row of rows) {
    add(counts.status, row['status'], row['n'])
    counts.total += Number(row['n'])
    counts.late += Number(row['late'])
    counts.stalled += Number(row['stalled'])
    counts.silent += Number(row['silent'])
    counts.failing += Number(row['failing'])
  }
  return counts
}

const noneOfAny = (): Record<ParcelStatus, number> =>
  Object.fromEntries(parcelStatuses.map((status) => [status, 0])) as Record<ParcelStatus, number>

function add(counts: Record<ParcelStatus, number>, status: unknown, n: unknown): void {
  const known = parcelStatuses.find((one) => one === status)
  if (known) counts[known] += Number(n)
}
