import type { RowClickedEvent, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { GridContext, Identified } from './grid-context.ts'
import { gridKey } from './grid-keys.ts'
import { everythingSelected, withRows, withToggled } from './row-selection.ts'
import { selectKey } from './select-column.ts'

export type GridGestures<Row> = {
  /** A key in a row; true when it was ours and the grid shall leave it alone. */
  readonly pressed: (params: SuppressKeyboardEventParams<Row>) => boolean
  readonly clicked: (event: RowClickedEvent<Row>) => void
  readonly toggle: (row: Row, index: number, range: boolean) => void
  readonly focusRow: (index: number) => void
}

/** Keys and clicks in the rows: moving, opening, selecting one, a range, all. */
export function gridGestures<Row extends Identified>(
  grid: GridContext<Row>,
  pageRows: () => number,
): GridGestures<Row> {
  let anchor = 0

  /** Selects from the anchor to a row, as far as the rows between are known. */
  function selectRange(to: number): void {
    const ids: number[] = []
    for (let i = Math.min(anchor, to); i <= Math.max(anchor, to); i++) {
      const row = grid.api?.getDisplayedRowAtIndex(i)?.data
      if (row) ids.push(row.id)
    }
    grid.events.selection(withRows(grid.props.selection, ids, true))
  }

  function toggle(row: Row, index: number, range: boolean): void {
    if (range) return selectRange(index)
    anchor = index
    grid.events.selection(withToggled(grid.props.selection, row.id))
  }

  function focusRow(index: number): void {
    if (!grid.api || grid.total <= 0) return
    const at = Math.max(0, Math.min(grid.total - 1, index))
    grid.api.ensureIndexVisible(at)
    const first = grid.api.getAllDisplayedColumns().find((column) => column.getColId() !== selectKey)
    const column = grid.api.getFocusedCell()?.column ?? first
    if (column) grid.api.setFocusedCell(at, column)
  }

  function move(to: number, extend: boolean): void {
    if (!extend) anchor = to
    focusRow(to)
    if (extend) selectRange(to)
  }

  function pressed({ event, node, data }: SuppressKeyboardEventParams<Row>): boolean {
    const row = node.rowIndex ?? 0
    const key = gridKey(event, { row, rows: grid.total, page: pageRows() })
    if (!key) return false
    event.preventDefault()
    if (key.kind === 'move') move(key.to, key.extend)
    else event.stopPropagation()
    if (key.kind === 'toggle' && data) toggle(data, row, false)
    if (key.kind === 'open' && data) grid.events.open(data)
    if (key.kind === 'all') grid.events.selection(everythingSelected)
    if (key.kind === 'back') grid.events.escape()
    return true
  }

  function clicked({ data, rowIndex, event }: RowClickedEvent<Row>): void {
    const pointer = event as MouseEvent | undefined
    if (!data || rowIndex === null || (pointer?.target as HTMLElement | null)?.matches('.grid-box')) return
    if (pointer?.shiftKey) return selectRange(rowIndex)
    if (pointer?.ctrlKey || pointer?.metaKey) return toggle(data, rowIndex, false)
    anchor = rowIndex
    grid.events.open(data)
  }

  return { pressed, clicked, toggle, focusRow }
}
