import type { ColDef } from 'ag-grid-community'
import { columnDefinition } from './grid-cells.ts'
import type { GridSort } from './grid-column.ts'
import type { GridContext, Identified } from './grid-context.ts'
import { selectKey } from './select-column.ts'
import { sameSort, sortOf } from './window-source.ts'

export type GridColumns<Row> = {
  readonly definitions: () => ColDef<Row>[]
  /** The order that the grid has now. */
  readonly sort: () => GridSort
  readonly applySort: (sort: GridSort) => void
  readonly applyLayout: () => void
  /** Tells the list how the person arranged the columns. */
  readonly tellLayout: () => void
}

/** The columns of a grid: as the list arranges them, and as the person rearranges them by mouse. */
export function gridColumns<Row extends Identified>(grid: GridContext<Row>, boxes: ColDef<Row>): GridColumns<Row> {
  function definitions(): ColDef<Row>[] {
    const byKey = new Map(grid.props.columns.map((column) => [column.key, column]))
    const placed = grid.props.layout.flatMap((place) => {
      const column = byKey.get(place.key)
      return column ? [columnDefinition(column, place)] : []
    })
    return [boxes, ...placed]
  }

  function sort(): GridSort {
    const sorted = grid.api?.getColumnState().find((state) => state.sort)
    return sorted?.sort ? sortOf([{ colId: sorted.colId, sort: sorted.sort }]) : null
  }

  function applySort(wanted: GridSort): void {
    if (sameSort(wanted, sort())) return
    const state = wanted ? [{ colId: wanted.by, sort: wanted.direction }] : []
    grid.api?.applyColumnState({ state, defaultState: { sort: null } })
  }

  function applyLayout(): void {
    const sorted = sort()
    const places = grid.props.layout.map(({ key, width, visible, pinned }) => ({
      colId: key,
      width,
      hide: !visible,
      pinned,
      sort: sorted?.by === key ? sorted.direction : null,
    }))
    grid.api?.setGridOption('columnDefs', definitions())
    grid.api?.applyColumnState({ applyOrder: true, state: [{ colId: selectKey }, ...places] })
  }

  function tellLayout(): void {
    const states = (grid.api?.getColumnState() ?? []).filter((state) => state.colId !== selectKey)
    const layout = states.map(({ colId, width, hide, pinned }) => ({
      key: colId,
      width: Math.round(width ?? 120),
      visible: !hide,
      pinned: pinned === 'left' || pinned === 'right' ? pinned : null,
    }))
    if (layout.length > 0 && JSON.stringify(layout) !== JSON.stringify(grid.props.layout)) grid.events.layout(layout)
  }

  return { definitions, sort, applySort, applyLayout, tellLayout }
}
