import type { IDatasource } from 'ag-grid-community'
import type { GridContext, Identified } from './grid-context.ts'
import type { GridColumns } from './grid-columns.ts'
import { rowHeights } from './grid-theme.ts'
import { blockSize, windowSource } from './window-source.ts'

/** Rows drawn beyond what is seen, above and below. */
export const rowBuffer = 8

export type GridRows = {
  readonly first: IDatasource
  /** Shows another list: its first rows are read before the old ones go. */
  readonly begin: () => Promise<void>
  readonly topRow: () => number
  /** How many rows a page key passes. */
  readonly pageRows: () => number
}

/** Where a grid has its rows from, and which of them it shows. */
export function gridRows<Row extends Identified>(
  grid: GridContext<Row>,
  columns: GridColumns<Row>,
  totalKnown: () => void,
): GridRows {
  let restored = grid.props.startRow <= 0
  let newest = 0

  type Head = Parameters<typeof windowSource<Row>>[0]['head']
  const source = (head?: Head): IDatasource =>
    windowSource<Row>({
      load: (first, limit, sort) => grid.props.load(first, limit, sort),
      head,
      onFailed: grid.events.failed,
      onTotal: (count) => {
        tellTotal(count)
        if (!restored) restoreTop()
      },
    })

  function tellTotal(count: number): void {
    if (count === grid.total) return
    grid.total = count
    grid.events.total(count)
    totalKnown()
  }

  function restoreTop(): void {
    restored = true
    if (grid.props.startRow < grid.total) grid.api?.ensureIndexVisible(grid.props.startRow, 'top')
  }

  async function begin(): Promise<void> {
    const mine = ++newest
    const sort = columns.sort()
    const block = await grid.props.load(0, blockSize, sort)
    if (mine !== newest || !grid.api) return
    if (!block) return grid.events.failed()
    grid.api.setGridOption('datasource', source({ block, sort }))
    grid.api.ensureIndexVisible(0, 'top')
    tellTotal(block.total)
  }

  /** The row at the top edge: the grid's first row is drawn ahead of it, and its pixels are squeezed in very long lists. */
  function topRow(): number {
    const first = grid.api?.getFirstDisplayedRowIndex() ?? 0
    if (first > 0) return first + rowBuffer
    return Math.round((grid.api?.getVerticalPixelRange().top ?? 0) / rowHeights[grid.props.density])
  }

  function pageRows(): number {
    const range = grid.api?.getVerticalPixelRange()
    return range ? Math.max(1, Math.floor((range.bottom - range.top) / rowHeights[grid.props.density]) - 1) : 10
  }

  return { first: source(), begin, topRow, pageRows }
}
