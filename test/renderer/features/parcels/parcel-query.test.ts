import { describe, expect, it } from 'vitest'
import {
  partsSet,
  withFilter,
  withoutFilter,
  withoutPart,
} from '../../../../src-renderer/features/parcels/filter-chips.ts'
import {
  isNarrowed,
  queryFromRoute,
  queryToRoute,
  sameRows,
  type ParcelQuery,
} from '../../../../src-renderer/features/parcels/parcel-query.ts'

const query: ParcelQuery = {
  text: 'ana',
  filter: { status: ['posted'], postedFrom: '2026-01-01', postedTo: '2026-01-31', late: true },
  sort: { by: 'city', direction: 'asc' },
}

describe('the query of the list and the route', () => {
  it('comes back from the route as it went in', () => {
    expect(queryFromRoute(queryToRoute(query))).toEqual(query)
  })

  it('leaves no trace of the whole list', () => {
    expect(queryToRoute({ text: '  ', filter: { carrier: [], late: false } } as ParcelQuery)).toBeUndefined()
    expect(queryFromRoute(undefined)).toBeNull()
  })

  it.each([
    '{',
    '[]',
    '"x"',
    '{"filter":{"status":["nonsense"]}}',
    '{"text":1}',
    '{"filter":{"postedFrom":"2026-02-30"}}',
  ])('takes no nonsense: %s', (text) => {
    expect(queryFromRoute(text)).toBeNull()
  })

  it('knows the same rows in another order', () => {
    expect(sameRows(query, { ...query, sort: undefined })).toBe(true)
    expect(sameRows(query, { ...query, text: 'bia' })).toBe(false)
  })

  it('is narrowed by words and filters, not by an order', () => {
    expect(isNarrowed(query)).toBe(true)
    expect(isNarrowed({ sort: { by: 'city', direction: 'asc' }, text: ' ' })).toBe(false)
  })
})

describe('the chips of the filter', () => {
  it('name each part once, dates from and to together', () => {
    expect(partsSet(query)).toEqual(['status', 'posted', 'late'])
  })

  it('take one part away and leave the rest', () => {
    expect(withoutPart(query, 'posted').filter).toEqual({ status: ['posted'], late: true })
    expect(withoutPart({ filter: { late: true } }, 'late')).toEqual({})
  })

  it('clear what is set to nothing', () => {
    expect(withFilter(query, { status: [], late: undefined }).filter).toEqual({
      postedFrom: '2026-01-01',
      postedTo: '2026-01-31',
    })
  })

  it('go all at once; the order stays', () => {
    expect(withoutFilter(query)).toEqual({ sort: { by: 'city', direction: 'asc' } })
  })
})
