import { tidyQuery, type ParcelFilter, type ParcelQuery } from './parcel-query.ts'

/** Parts of a filter that a person sets and clears as one thing. */
const filterParts = [
  'status',
  'carrier',
  'service',
  'channel',
  'state',
  'posted',
  'promised',
  'imported',
  'late',
  'stalled',
  'stalledDays',
  'watch',
  'failing',
] as const
export type FilterPart = (typeof filterParts)[number]

const keysOf: Record<FilterPart, readonly (keyof ParcelFilter)[]> = {
  status: ['status'],
  carrier: ['carrier'],
  service: ['service'],
  channel: ['channel'],
  state: ['state'],
  posted: ['postedFrom', 'postedTo'],
  promised: ['promisedFrom', 'promisedTo'],
  imported: ['importedFrom', 'importedTo'],
  late: ['late'],
  stalled: ['stalled'],
  stalledDays: ['stalledDays'],
  watch: ['watch'],
  failing: ['failing'],
}

/** The parts that a query's filter sets, in the order of the filter bar. */
export function partsSet(query: ParcelQuery): FilterPart[] {
  const filter = tidyQuery(query).filter ?? {}
  return filterParts.filter((part) => keysOf[part].some((key) => filter[key] !== undefined))
}

/** Parts that a tab above the list stands for: while one does, it says so itself. */
export const tabParts: readonly FilterPart[] = ['status', 'late', 'stalled', 'stalledDays', 'watch', 'failing']

/** The query without one part of its filter. */
export function withoutPart(query: ParcelQuery, part: FilterPart): ParcelQuery {
  const gone = new Set<string>(keysOf[part])
  const rest = Object.entries(query.filter ?? {}).filter(([key]) => !gone.has(key))
  return tidyQuery({ ...query, filter: Object.fromEntries(rest) as ParcelFilter })
}

/** The query with some of its filter set anew; what is given as undefined or empty is cleared. */
export function withFilter(
  query: ParcelQuery,
  change: { [K in keyof ParcelFilter]: ParcelFilter[K] | undefined },
): ParcelQuery {
  return tidyQuery({ ...query, filter: { ...query.filter, ...change } as ParcelFilter })
}

/** Values that a filter names and a list may outlive: a later import may call the same channel by another name. */
const valueParts = ['carrier', 'service', 'channel', 'state'] as const
type Values = { readonly [Part in (typeof valueParts)[number]]: readonly string[] }

/**
 * What a part of the filter names that no parcel has any more. It goes on standing in the filter: a name that comes back
 * is filtered by again, and nobody's view changes by itself.
 */
export function goneValues(query: ParcelQuery, part: FilterPart, present: Values | null): string[] {
  const named = valueParts.find((one) => one === part)
  if (!named || !present) return []
  return (query.filter?.[named] ?? []).filter((value) => !present[named].includes(value))
}

/** The query with nothing left out; its order stays. */
export function withoutFilter(query: ParcelQuery): ParcelQuery {
  return query.sort ? { sort: query.sort } : {}
}
