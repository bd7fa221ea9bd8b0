import type { z } from 'zod'
import { contract } from '../../../src-main/contract/index.ts'

/** What the list shows, as the contract has it: words, a filter, an order. */
export const ParcelQuery = contract['parcels.window'].input.shape.query
export type ParcelQuery = z.output<typeof ParcelQuery>
export type ParcelFilter = NonNullable<ParcelQuery['filter']>
export type ParcelSort = NonNullable<ParcelQuery['sort']>
export type ParcelCounts = z.output<(typeof contract)['parcels.counts']['output']>
export type ParcelStatus = keyof ParcelCounts['status']
export type ParcelSelection = z.output<(typeof contract)['parcels.countSelection']['input']>['selection']

/** The query without what says nothing: blank words, empty lists, switches that are off. Equal queries look equal. */
export function tidyQuery(query: ParcelQuery): ParcelQuery {
  const text = query.text?.trim()
  const filter = tidyFilter(query.filter ?? {})
  return {
    ...(text ? { text } : {}),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(query.sort ? { sort: query.sort } : {}),
  }
}

function tidyFilter(filter: ParcelFilter): ParcelFilter {
  const said = Object.entries(filter).filter(
    ([, value]) =>
      value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  said.sort(([a], [b]) => a.localeCompare(b))
  return Object.fromEntries(said) as ParcelFilter
}

/** The query as a route carries it; undefined for the whole list. */
export function queryToRoute(query: ParcelQuery): string | undefined {
  const tidy = tidyQuery(query)
  return Object.keys(tidy).length > 0 ? JSON.stringify(tidy) : undefined
}

/** The query that a route carries, or null when there is none or somebody wrote nonsense into it. */
export function queryFromRoute(value: unknown): ParcelQuery | null {
  if (typeof value !== 'string' || value === '') return null
  try {
    const read = ParcelQuery.safeParse(JSON.parse(value))
    return read.success ? tidyQuery(read.data) : null
  } catch {
    return null
  }
}

/** True when two queries show the same rows, in whatever order. */
export function sameRows(a: ParcelQuery, b: ParcelQuery): boolean {
  return queryToRoute({ ...a, sort: undefined }) === queryToRoute({ ...b, sort: undefined })
}

/** True when something is left out of the list. */
export function isNarrowed(query: ParcelQuery): boolean {
  const tidy = tidyQuery(query)
  return tidy.text !== undefined || tidy.filter !== undefined
}
