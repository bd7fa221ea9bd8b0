import { describe, expect, it } from 'vitest'
import {
  parcelTabs,
  tabCount,
  tabOf,
  withTab,
  withoutTab,
} from '../../../../src-renderer/features/parcels/parcel-tabs.ts'
import type { ParcelCounts, ParcelQuery } from '../../../../src-renderer/features/parcels/parcel-query.ts'

const query: ParcelQuery = {
  text: 'ana',
  filter: { carrier: ['correios'], status: ['lost'] },
  sort: { by: 'city', direction: 'asc' },
}

const counts: ParcelCounts = {
  total: 120,
  status: {
    registered: 1,
    'pre-posted': 2,
    posted: 4,
    'in-transit': 8,
    'out-for-delivery': 16,
    'awaiting-pickup': 3,
    'delivery-failed': 5,
    suspended: 6,
    returning: 7,
    returned: 9,
    delivered: 40,
    customs: 2,
    exception: 10,
    lost: 3,
    cancelled: 4,
  },
  late: 11,
  stalled: 12,
  silent: 13,
  failing: 14,
}

describe('the tabs above the list', () => {
  it.each(parcelTabs)('%s is the tab that it leads to', (tab) => {
    expect(tabOf(withTab(query, tab))).toBe(tab)
  })

  it('leave words, other filters and order as they are', () => {
    expect(withTab(query, 'late')).toEqual({
      text: 'ana',
      filter: { carrier: ['correios'], late: true },
      sort: query.sort,
    })
    expect(withoutTab(query).filter).toEqual({ carrier: ['correios'] })
  })

  it('are none when the filter is nobody’s', () => {
    expect(tabOf(query)).toBeNull()
    expect(tabOf({ filter: { stalledDays: 30 } })).toBeNull()
  })

  it('count what their filter leaves', () => {
    expect(parcelTabs.map((tab) => tabCount(counts, tab))).toEqual([120, 30, 11, 12, 3, 24, 16, 40, 3, 13, 14])
  })
})
