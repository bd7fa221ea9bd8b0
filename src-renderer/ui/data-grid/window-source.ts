import type { IDatasource } from 'ag-grid-community'
import type { GridSort, LoadWindow } from './grid-column.ts'

/** Rows asked for at once; a screen shows about forty. */
export const blockSize = 200

type Block<Row> = Awaited<ReturnType<LoadWindow<Row>>>

type Options<Row> = {
  readonly load: LoadWindow<Row>
  /** The first block and the order it was read in, when it is there already: the grid then shows no gap. */
  readonly head?: { readonly block: Block<Row>; readonly sort: GridSort } | undefined
  readonly onTotal: (total: number) => void
  readonly onFailed: () => void
}

/** A data source of the grid that reads windows of a list; answers that come after it was replaced go nowhere. */
export function windowSource<Row>({ load, head, onTotal, onFailed }: Options<Row>): IDatasource {
  let open = true
  let prepared = head
  const read = (first: number, limit: number, sort: GridSort): Promise<Block<Row>> => {
    const ready = prepared
    prepared = undefined
    if (ready && first === 0 && sameSort(ready.sort, sort)) return Promise.resolve(ready.block)
    return load(first, limit, sort)
  }
  return {
    getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
      void read(startRow, endRow - startRow, sortOf(sortModel)).then((block) => {
        if (!open) return
        if (!block) {
          failCallback()
          onFailed()
          return
        }
        successCallback([...block.rows], block.total)
        onTotal(block.total)
      })
    },
    destroy() {
      open = false
    },
  }
}

/** The grid's order as ours; the list is ordered by one column at a time. */
export function sortOf(model: readonly { colId: string; sort: string }[]): GridSort {
  const [first] = model
  return first ? { by: first.colId, direction: first.sort === 'desc' ? 'desc' : 'asc' } : null
}

/** True for the same order. */
export function sameSort(a: GridSort, b: GridSort): boolean {
  return a?.by === b?.by && a?.direction === b?.direction
}
