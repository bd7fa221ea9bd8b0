import type { GridApi } from 'ag-grid-community'
import type { ColumnLayout } from './column-layout.ts'
import type { GridColumn, GridSort, GridTexts, LoadWindow } from './grid-column.ts'
import type { Density } from './grid-theme.ts'
import type { RowSelection } from './row-selection.ts'

export type Identified = { readonly id: number }

/** What a list hands to its grid. */
export type GridProps<Row extends Identified> = {
  columns: readonly GridColumn<Row>[]
  layout: ColumnLayout
  /** Reads the rows; another function means another list, and the grid begins anew with it. */
  load: LoadWindow<Row>
  sort: GridSort
  selection: RowSelection
  texts: GridTexts
  rowLabel: (row: Row) => string
  openId: number | null
  changedIds: ReadonlySet<number>
  density: Density
  /** Row to stand at the top when the grid appears. */
  startRow: number
}

/** What a grid tells its list. */
export type GridEvents<Row extends Identified> = {
  open: (row: Row) => void
  focus: (row: Row) => void
  escape: () => void
  total: (total: number) => void
  failed: () => void
  top: (row: number) => void
  selection: (selection: RowSelection) => void
  sort: (sort: GridSort) => void
  layout: (layout: ColumnLayout) => void
}

/** What the parts of a grid share. `api` is there from the moment the grid is; `total` is -1 until the first rows are. */
export type GridContext<Row extends Identified> = {
  readonly props: GridProps<Row>
  readonly events: GridEvents<Row>
  api: GridApi<Row> | undefined
  total: number
}
