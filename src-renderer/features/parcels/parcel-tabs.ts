import { tidyQuery, type ParcelCounts, type ParcelFilter, type ParcelQuery, type ParcelStatus } from './parcel-query.ts'

/** The tabs above the list, in their order. */
export const parcelTabs = [
  'all',
  'under-way',
  'late',
  'stalled',
  'pickup',
  'trouble',
  'going-back',
  'delivered',
  'to-post',
  'silent',
  'failing',
] as const
export type ParcelTab = (typeof parcelTabs)[number]

const statuses = {
  'under-way': ['posted', 'in-transit', 'out-for-delivery', 'customs'],
  pickup: ['awaiting-pickup'],
  trouble: ['delivery-failed', 'suspended', 'exception', 'lost'],
  'going-back': ['returning', 'returned'],
  delivered: ['delivered'],
  'to-post': ['registered', 'pre-posted'],
} as const satisfies Partial<Record<ParcelTab, readonly ParcelStatus[]>>

/** Tabs that are shown only when something is in them: most days nothing is. */
export const rareTabs: readonly ParcelTab[] = ['silent', 'failing']

/** What a tab leaves of the list. */
function tabFilter(tab: ParcelTab): ParcelFilter {
  switch (tab) {
    case 'all':
      return {}
    case 'late':
      return { late: true }
    case 'stalled':
      return { stalled: true }
    case 'silent':
      return { watch: 'silent' }
    case 'failing':
      return { failing: true }
    default:
      return { status: [...statuses[tab]] }
  }
}

/** The query without what tabs decide; counts of all tabs are asked of this one, so that they hold still while one switches. */
export function withoutTab(query: ParcelQuery): ParcelQuery {
  const {
    status: _status,
    late: _late,
    stalled: _stalled,
    stalledDays: _stalledDays,
    watch: _watch,
    failing: _failing,
    ...rest
  } = query.filter ?? {}
  return tidyQuery({ ...query, filter: rest })
}

/** The query seen through a tab. */
export function withTab(query: ParcelQuery, tab: ParcelTab): ParcelQuery {
  const rest = withoutTab(query)
  return tidyQuery({ ...rest, filter: { ...rest.filter, ...tabFilter(tab) } })
}

/** The tab that a query stands in; null when its filter is none of them. */
export function tabOf(query: ParcelQuery): ParcelTab | null {
  const { status, late, stalled, stalledDays, watch, failing } = query.filter ?? {}
  const own = key({ status, late, stalled, stalledDays, watch, failing })
  return parcelTabs.find((tab) => key(tabFilter(tab)) === own) ?? null
}

/** How many parcels a tab holds. */
export function tabCount(counts: ParcelCounts, tab: ParcelTab): number {
  switch (tab) {
    case 'all':
      return counts.total
    case 'late':
    case 'stalled':
    case 'silent':
    case 'failing':
      return counts[tab]
    default:
      return statuses[tab].reduce((sum, status) => sum + counts.status[status], 0)
  }
}

function key(filter: ParcelFilter): string {
  const tidy = tidyQuery({ filter }).filter ?? {}
  return JSON.stringify(tidy.status ? { ...tidy, status: [...tidy.status].sort() } : tidy)
}
