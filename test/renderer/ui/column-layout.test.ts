import { describe, expect, it } from 'vitest'
import {
  defaultLayout,
  fittedLayout,
  withMoved,
  withVisible,
} from '../../../src-renderer/ui/data-grid/column-layout.ts'

const columns = [
  { key: 'code', width: 200, pinned: 'left' as const },
  { key: 'status', width: 150 },
  { key: 'city', width: 120, hidden: true },
]

describe('the columns of a list', () => {
  it('start as the list has them', () => {
    expect(defaultLayout(columns).map(({ key, visible, pinned }) => [key, visible, pinned])).toEqual([
      ['code', true, 'left'],
      ['status', true, null],
      ['city', false, null],
    ])
  })

  it('keep what was remembered, drop what is gone, and take in what is new at the end, hidden', () => {
    const remembered = [
      { key: 'status', width: 99, visible: true, pinned: null },
      { key: 'gone', width: 99, visible: true, pinned: null },
    ]
    expect(fittedLayout(remembered, columns).map(({ key, visible, width }) => [key, visible, width])).toEqual([
      ['status', true, 99],
      ['code', false, 200],
      ['city', false, 120],
    ])
  })

  it('start anew when nothing remembered could be seen', () => {
    expect(fittedLayout([{ key: 'gone', width: 99, visible: true, pinned: null }], columns)).toEqual(
      defaultLayout(columns),
    )
  })

  it('never hide the last one', () => {
    const layout = withVisible(defaultLayout(columns), 'status', false)
    expect(withVisible(layout, 'code', false)).toEqual(layout)
  })

  it('move within the list and no farther', () => {
    expect(withMoved(defaultLayout(columns), 'city', -1).map(({ key }) => key)).toEqual(['code', 'city', 'status'])
    expect(withMoved(defaultLayout(columns), 'code', -5).map(({ key }) => key)).toEqual(['code', 'status', 'city'])
  })
})
