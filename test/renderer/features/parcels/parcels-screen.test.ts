import { describe, expect, it } from 'vitest'
import {
  everythingSelected,
  nothingSelected,
  withToggled,
} from '../../../../src-renderer/ui/data-grid/row-selection.ts'
import {
  keptSelection,
  parcelSelection,
  recalledSelection,
} from '../../../../src-renderer/features/parcels/parcels-screen.ts'
import { changesCount, noChanges, withChanges } from '../../../../src-renderer/features/parcels/pending-changes.ts'

describe('what is selected, for the engine', () => {
  it('is nothing, these ids, or the query but for some', () => {
    const query = { text: 'ana' }
    expect(parcelSelection(nothingSelected, query)).toBeNull()
    expect(parcelSelection(withToggled(nothingSelected, 3), query)).toEqual({ kind: 'ids', ids: [3] })
    expect(parcelSelection(everythingSelected, query)).toEqual({ kind: 'query', query })
    expect(parcelSelection(withToggled(everythingSelected, 3), query)).toEqual({ kind: 'query', query, except: [3] })
  })

  it('survives being kept', () => {
    const selection = withToggled(everythingSelected, 3)
    expect(recalledSelection(keptSelection(selection))).toEqual(selection)
    expect(recalledSelection(keptSelection(nothingSelected))).toEqual(nothingSelected)
  })
})

describe('changes that wait to be shown', () => {
  it('count a parcel once however often it changes', () => {
    const pending = withChanges(withChanges(noChanges, { ids: [1, 2], count: 2 }), { ids: [2, 3], count: 2 })
    expect(changesCount(pending)).toBe(3)
  })

  it('count those that were too many to name', () => {
    expect(changesCount(withChanges(withChanges(noChanges, { ids: null, count: 5000 }), { ids: [1], count: 1 }))).toBe(
      5001,
    )
  })
})
