import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  everythingSelected,
  isSelected,
  nothingSelected,
  selectedCount,
  selectionExtent,
  withRows,
  withToggled,
} from '../../../src-renderer/ui/data-grid/row-selection.ts'

describe('the selection of a list', () => {
  it('selects all that match without knowing them, and lets single rows go', () => {
    const selection = withToggled(everythingSelected, 7)
    expect(selectedCount(selection, 1_000_000)).toBe(999_999)
    expect(isSelected(selection, 7)).toBe(false)
    expect(isSelected(selection, 800_000)).toBe(true)
  })

  it('takes a row back that was let go', () => {
    expect(withToggled(withToggled(everythingSelected, 7), 7)).toEqual(everythingSelected)
  })

  it('adds a range to what is selected', () => {
    const selection = withRows(withToggled(nothingSelected, 1), [3, 4, 5], true)
    expect([1, 2, 3, 4, 5].filter((id) => isSelected(selection, id))).toEqual([1, 3, 4, 5])
  })

  it('shows none, some or all above the list', () => {
    expect(selectionExtent(nothingSelected, 10)).toBe('none')
    expect(selectionExtent(withToggled(nothingSelected, 1), 10)).toBe('some')
    expect(selectionExtent(everythingSelected, 10)).toBe('all')
    expect(selectionExtent(everythingSelected, 0)).toBe('none')
  })

  it('counts exactly the rows that it calls selected, whatever was done to it', () => {
    const change = fc.record({ ids: fc.array(fc.integer({ min: 1, max: 20 })), selected: fc.boolean() })
    fc.assert(
      fc.property(fc.boolean(), fc.array(change), (all, changes) => {
        const start = all ? everythingSelected : nothingSelected
        const selection = changes.reduce((now, { ids, selected }) => withRows(now, ids, selected), start)
        const rows = Array.from({ length: 20 }, (_, i) => i + 1)
        expect(selectedCount(selection, rows.length)).toBe(rows.filter((id) => isSelected(selection, id)).length)
      }),
    )
  })
})
