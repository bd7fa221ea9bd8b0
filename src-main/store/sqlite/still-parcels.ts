import type { ParcelFilter } from '../../domain/parcel-query.ts'
import type { ParcelStatus } from '../../domain/parcel-status.ts'
import { cutOffOf, firstStillnessRules, openStatuses, type CutOff, type StalledAfter } from '../../domain/stillness.ts'
import type { AsOf } from '../store.ts'
import { movedAt } from './parcel-row.ts'
import { join, listOf, sql, type Sql } from './sql.ts'

/** Before which instant a parcel of each status last moved that stands still. Holds until the next midnight. */
export type Stillness = readonly { readonly status: ParcelStatus; readonly cutOff: CutOff }[]

/** What a filter means by standing still: so many business days, or what the settings say for each status. */
export function stillness({ stalledDays }: Pick<ParcelFilter, 'stalled' | 'stalledDays'>, asOf: AsOf): Stillness {
  const { now, stillness: rules = firstStillnessRules } = asOf
  const known = new Map<number, CutOff>()
  return openStatuses.map((status) => {
    const count = stalledDays ?? rules.after[status as keyof StalledAfter]
    const cutOff = known.get(count) ?? cutOffOf(now, count, rules)
    known.set(count, cutOff)
    return { status, cutOff }
  })
}

/** Holds for a row `p` that stands still; never NULL. */
export function isStill(still: Stillness): Sql {
  const cases = still.map(({ status, cutOff }) => sql`WHEN ${status} THEN ${beforeOf(cutOff)}`)
  return sql`(p.watch = 'watched' AND ${movedAt} < CASE p.status ${join(cases, ' ')} ELSE 0 END)`
}

/**
 * Ids of the parcels that stand still, by the index that has the watched ones of a status by when they moved: one short
 * stretch of it for each status. Where carriers have their own holidays, the few between the two instants are looked at.
 */
export function idsOfStill(still: Stillness): Sql {
  return join(still.map(idsOfStatus), ' UNION ALL ')
}

function idsOfStatus({ status, cutOff }: Stillness[number]): Sql {
  const latest = Math.max(cutOff.otherwise, ...cutOff.exceptions.map(({ before }) => before))
  const exact = cutOff.exceptions.length === 0 ? sql`1` : sql`${movedAt} < ${beforeOf(cutOff)}`
  return sql`SELECT p.id FROM parcels p INDEXED BY parcels_still
    WHERE p.watch = 'watched' AND p.status = ${status} AND ${movedAt} < ${latest} AND ${exact}`
}

function beforeOf({ otherwise, exceptions }: CutOff): Sql {
  if (exceptions.length === 0) return sql`${otherwise}`
  const cases = exceptions.map(({ carriers, before }) => sql`WHEN p.carrier IN ${listOf(carriers)} THEN ${before}`)
  return sql`CASE ${join(cases, ' ')} ELSE ${otherwise} END`
}
