import { describe, expect, it } from 'vitest'
import { gridKey } from '../../../src-renderer/ui/data-grid/grid-keys.ts'

const press = (key: string, more: { ctrl?: boolean; shift?: boolean } = {}) => ({
  key,
  ctrlKey: more.ctrl ?? false,
  metaKey: false,
  shiftKey: more.shift ?? false,
  altKey: false,
})
const place = { row: 5, rows: 1_000_000, page: 30 }

describe('keys in a list', () => {
  it.each([
    ['ArrowDown', 6],
    ['ArrowUp', 4],
    ['PageDown', 35],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 999_999],
  ])('%s goes to row %i', (key, to) => {
    expect(gridKey(press(key), place)).toEqual({ kind: 'move', to, extend: false })
  })

  it('extends the selection with shift', () => {
    expect(gridKey(press('ArrowDown', { shift: true }), place)).toEqual({ kind: 'move', to: 6, extend: true })
  })

  it('selects all that match with Ctrl+A, one with the space bar, opens with Enter, goes back with Escape', () => {
    expect(gridKey(press('a', { ctrl: true }), place)).toEqual({ kind: 'all' })
    expect(gridKey(press(' '), place)).toEqual({ kind: 'toggle' })
    expect(gridKey(press('Enter'), place)).toEqual({ kind: 'open' })
    expect(gridKey(press('Escape'), place)).toEqual({ kind: 'back' })
  })

  it('leaves the way up from the first row, and left and right, to the grid', () => {
    expect(gridKey(press('ArrowUp'), { ...place, row: 0 })).toBeNull()
    expect(gridKey(press('ArrowLeft'), place)).toBeNull()
    expect(gridKey(press('x'), place)).toBeNull()
  })
})
