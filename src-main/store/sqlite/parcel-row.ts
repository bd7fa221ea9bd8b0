import { endedStatuses } from '../../domain/parcel-status.ts'
import { parcelDataFields, type Parcel } from '../../domain/parcel.ts'
import { firstStillnessRules, isStalled, stillDays } from '../../domain/stillness.ts'
import type { AsOf, ListedParcel } from '../store.ts'
import { name, sql, type Sql, type Value } from './sql.ts'

/** What Despacho and the carrier know beside what people told. */
const ownColumns = [
  'status',
  'statusAt',
  'promisedOn',
  'lastEventAt',
  'lastEventText',
  'lastEventPlace',
  'deliveredAt',
  'watch',
  'checkedAt',
  'nextCheckAt',
  'checkFailure',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Parcel)[]

const parcelColumns = ['id', ...parcelDataFields, ...ownColumns] as const satisfies readonly (keyof Parcel)[]

const columns = name(parcelColumns.map((column) => `p.${column}`).join(', '))

/** What `listedColumns` selects, by name and in order. */
const listedNames = [...parcelColumns, 'late'] as const

/** Not ended. The words are those of an index's condition: SQLite compares them as text. */
export const isOpen: Sql = name(`p.status NOT IN (${endedStatuses.map((status) => `'${status}'`).join(', ')})`)

/** When something last happened to a parcel; before the first event, when it became known. */
export const movedAt: Sql = name('coalesce(p.lastEventAt, p.createdAt)')

/** The last check went wrong; a code that the carrier does not know yet is no failure. Never NULL. */
export const isFailing: Sql = name("p.checkFailure IS NOT NULL AND p.checkFailure NOT LIKE '%.not-found'")

/** Promised before today and not ended, or delivered after the promised day; never NULL. */
export const isLate = (asOf: AsOf): Sql =>
  sql`coalesce((p.promisedOn < ${asOf.today} AND ${isOpen}) OR p.deliveredOn > p.promisedOn, 0)`

/** What a list selects of a row `p`. */
export const listedColumns = (asOf: AsOf): Sql => sql`${columns}, ${isLate(asOf)} AS late`

/** Listed rows on their way between threads, one row after the other. */
export type ListedCells = readonly Value[]

/**
 * Packed rows as the domain has them. The table is strict and everything that writes to it is typed by the domain, so rows
 * are not checked a second time: a page of a list would cost twice as much. How long a parcel stands still is counted here and
 * not in SQL, which knows no holidays.
 */
export function unpackListed(cells: ListedCells, { now, stillness = firstStillnessRules }: AsOf): ListedParcel[] {
  const width = listedNames.length
  const daysSince = stillDays(now, stillness)
  const rows: ListedParcel[] = []
  for (let from = 0; from < cells.length; from += width) {
    const row: Partial<Record<keyof ListedParcel, Value | boolean>> = {}
    listedNames.forEach((column, i) => (row[column] = cells[from + i] ?? null))
    row.late = row.late === 1
    const parcel = row as Parcel
    const open = parcel.watch === 'watched' && !endedStatuses.includes(parcel.status)
    row.stalledDays = open ? daysSince(parcel.lastEventAt ?? parcel.createdAt, parcel.carrier) : null
    row.stalled = isStalled(parcel.status, row.stalledDays, stillness)
    rows.push(row as ListedParcel)
  }
  return rows
}

/**
 * The moment that a question is asked at, to the minute: pages, counts and jumps of one list then agree with each other,
 * and what was worked out for one is good for the next.
 */
export const toTheMinute = (asOf: AsOf): AsOf => ({ ...asOf, now: asOf.now - (asOf.now % 60_000) })
