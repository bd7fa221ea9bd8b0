import type {
  CellFocusedEvent,
  GridApi,
  GridOptions,
  RowClickedEvent,
  SuppressKeyboardEventParams,
} from 'ag-grid-community'
import { shallowRef } from 'vue'
import type { ColumnLayout } from './column-layout.ts'
import type { GridColumn, GridSort, GridTexts, LoadWindow } from './grid-column.ts'
import { columnDefinition } from './grid-cells.ts'
import { gridKey } from './grid-keys.ts'
import { gridTheme, rowHeights, type Density } from './grid-theme.ts'
import {
  everythingSelected,
  isSelected,
  nothingSelected,
  selectionExtent,
  withRows,
  withToggled,
  type RowSelection,
} from './row-selection.ts'
import { selectColumn, selectKey } from './select-column.ts'
import { blockSize, sameSort, sortOf, windowSource } from './window-source.ts'

/** Rows drawn beyond what is seen, above and below. */
const rowBuffer = 8

type Identified = { readonly id: number }

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

/** The grid behind `DataGrid.vue`: options for ag-grid, and what the component does with it later. */
export function useGrid<Row extends Identified>(props: GridProps<Row>, events: GridEvents<Row>) {
  const api = shallowRef<GridApi<Row>>()
  let total = -1
  let anchor = 0
  let restored = props.startRow <= 0
  let newest = 0

  const source = (head?: Parameters<typeof windowSource<Row>>[0]['head']) =>
    windowSource<Row>({
      load: (first, limit, sort) => props.load(first, limit, sort),
      head,
      onFailed: events.failed,
      onTotal: (count) => {
        tellTotal(count)
        if (!restored) restoreTop()
      },
    })

  function tellTotal(count: number): void {
    if (count === total) return
    total = count
    events.total(count)
    boxes.refreshHeader()
  }

  function restoreTop(): void {
    restored = true
    if (props.startRow < total) api.value?.ensureIndexVisible(props.startRow, 'top')
  }

  /** Shows another list: its first rows are read before the old ones go. */
  async function begin(): Promise<void> {
    const mine = ++newest
    const sort = currentSort()
    const block = await props.load(0, blockSize, sort)
    if (mine !== newest || !api.value) return
    if (!block) return events.failed()
    anchor = 0
    api.value.setGridOption('datasource', source({ block, sort }))
    api.value.ensureIndexVisible(0, 'top')
    tellTotal(block.total)
  }

  const currentSort = (): GridSort => {
    const sorted = api.value?.getColumnState().find((state) => state.sort)
    return sorted?.sort ? sortOf([{ colId: sorted.colId, sort: sorted.sort }]) : null
  }

  function applySort(sort: GridSort): void {
    if (sameSort(sort, currentSort())) return
    api.value?.applyColumnState({
      state: sort ? [{ colId: sort.by, sort: sort.direction }] : [],
      defaultState: { sort: null },
    })
  }

  function select(selection: RowSelection): void {
    events.selection(selection)
  }

  /** Selects from the anchor to a row, as far as the rows between are known. */
  function selectRange(to: number, selected: boolean): void {
    const ids: number[] = []
    for (let i = Math.min(anchor, to); i <= Math.max(anchor, to); i++) {
      const row = api.value?.getDisplayedRowAtIndex(i)?.data
      if (row) ids.push(row.id)
    }
    select(withRows(props.selection, ids, selected))
  }

  function toggle(row: Row, index: number, range: boolean): void {
    if (range) return selectRange(index, true)
    anchor = index
    select(withToggled(props.selection, row.id))
  }

  function focusRow(index: number): void {
    if (!api.value || total <= 0) return
    const at = Math.max(0, Math.min(total - 1, index))
    api.value.ensureIndexVisible(at)
    const column = api.value.getFocusedCell()?.column ?? firstColumn()
    if (column) api.value.setFocusedCell(at, column)
  }

  /** The row at the top edge: the grid's first row is drawn ahead of it, and its pixels are squeezed in very long lists. */
  const topRow = (): number => {
    const first = api.value?.getFirstDisplayedRowIndex() ?? 0
    if (first > 0) return first + rowBuffer
    return Math.round((api.value?.getVerticalPixelRange().top ?? 0) / rowHeights[props.density])
  }

  const firstColumn = () => api.value?.getAllDisplayedColumns().find((column) => column.getColId() !== selectKey)

  const pageRows = (): number => {
    const range = api.value?.getVerticalPixelRange()
    return range ? Math.max(1, Math.floor((range.bottom - range.top) / rowHeights[props.density]) - 1) : 10
  }

  /** True when the key was ours and the grid shall leave it alone. */
  function pressed({ event, node, data }: SuppressKeyboardEventParams<Row>): boolean {
    const row = node.rowIndex ?? 0
    const key = gridKey(event, { row, rows: total, page: pageRows() })
    if (!key) return false
    event.preventDefault()
    if (key.kind !== 'move') event.stopPropagation()
    switch (key.kind) {
      case 'move':
        if (!key.extend) anchor = key.to
        focusRow(key.to)
        if (key.extend) selectRange(key.to, true)
        break
      case 'toggle':
        if (data) toggle(data, row, false)
        break
      case 'open':
        if (data) events.open(data)
        break
      case 'all':
        select(everythingSelected)
        break
      case 'back':
        events.escape()
        break
    }
    return true
  }

  function clicked({ data, rowIndex, event }: RowClickedEvent<Row>): void {
    const pointer = event as MouseEvent | undefined
    if (!data || rowIndex === null || (pointer?.target as HTMLElement | null)?.matches('.grid-box')) return
    if (pointer?.shiftKey) return selectRange(rowIndex, true)
    if (pointer?.ctrlKey || pointer?.metaKey) return toggle(data, rowIndex, false)
    anchor = rowIndex
    events.open(data)
  }

  function focused({ rowIndex, column }: CellFocusedEvent<Row>): void {
    const row = rowIndex === null || !column ? undefined : api.value?.getDisplayedRowAtIndex(rowIndex)?.data
    if (row) events.focus(row)
  }

  const boxes = selectColumn<Row>({
    marks: (row) => ({
      selected: isSelected(props.selection, row.id),
      open: row.id === props.openId,
      changed: props.changedIds.has(row.id),
      label: props.texts.selectRow(props.rowLabel(row)),
    }),
    onRow: toggle,
    extent: () => selectionExtent(props.selection, Math.max(0, total)),
    onAll: (selected) => select(selected ? everythingSelected : nothingSelected),
    allLabel: () => props.texts.selectAll,
  })

  const definitions = () => {
    const byKey = new Map(props.columns.map((column) => [column.key, column]))
    const placed = props.layout.flatMap((place) => {
      const column = byKey.get(place.key)
      return column ? [columnDefinition(column, place)] : []
    })
    return [boxes.definition, ...placed]
  }

  function tellLayout(): void {
    const states = api.value?.getColumnState() ?? []
    const layout = states
      .filter((state) => state.colId !== selectKey)
      .map((state) => ({
        key: state.colId,
        width: Math.round(state.width ?? 120),
        visible: !state.hide,
        pinned: state.pinned === 'left' || state.pinned === 'right' ? state.pinned : null,
      }))
    if (layout.length > 0 && JSON.stringify(layout) !== JSON.stringify(props.layout)) events.layout(layout)
  }

  function applyLayout(): void {
    const sort = currentSort()
    api.value?.setGridOption('columnDefs', definitions())
    api.value?.applyColumnState({
      applyOrder: true,
      state: [
        { colId: selectKey },
        ...props.layout.map((place) => ({
          colId: place.key,
          width: place.width,
          hide: !place.visible,
          pinned: place.pinned,
          sort: sort?.by === place.key ? sort.direction : null,
        })),
      ],
    })
  }

  const options: GridOptions<Row> = {
    theme: gridTheme,
    rowModelType: 'infinite',
    cacheBlockSize: blockSize,
    maxBlocksInCache: 30,
    maxConcurrentDatasourceRequests: 2,
    blockLoadDebounceMillis: 30,
    infiniteInitialRowCount: props.startRow + 60,
    rowHeight: rowHeights[props.density],
    headerHeight: rowHeights[props.density],
    rowBuffer,
    suppressDragLeaveHidesColumns: true,
    suppressNoRowsOverlay: true,
    suppressScrollOnNewData: true,
    columnDefs: definitions().map((column) =>
      column.colId === props.sort?.by ? { ...column, initialSort: props.sort?.direction ?? null } : column,
    ),
    defaultColDef: {
      resizable: true,
      minWidth: 60,
      sortingOrder: ['asc', 'desc', null],
      suppressKeyboardEvent: pressed,
    },
    multiSortKey: 'ctrl',
    suppressMultiSort: true,
    tabToNextCell: () => false,
    getLocaleText: ({ key }) => (key === 'ariaSortableColumn' ? props.texts.sortHint : ''),
    datasource: source(),
    onGridReady: (event) => {
      api.value = event.api
      event.api.setGridAriaProperty('label', props.texts.label)
    },
    onRowClicked: clicked,
    onCellFocused: focused,
    onSortChanged: ({ source: by }) => {
      if (by === 'uiColumnSorted') events.sort(currentSort())
    },
    onColumnMoved: ({ finished }) => finished && tellLayout(),
    onColumnResized: ({ finished, source: by }) => finished && by === 'uiColumnResized' && tellLayout(),
    onBodyScrollEnd: () => events.top(topRow()),
  }

  return {
    api,
    options,
    begin,
    applySort,
    applyLayout,
    focusRow,
    /** Reads the loaded rows again where they stand. */
    refresh: () => api.value?.refreshInfiniteCache(),
    /** Shows anew what is selected, open and changed. */
    refreshMarks: () => {
      api.value?.refreshCells({ columns: [selectKey], force: true })
      boxes.refreshHeader()
    },
    /** Draws every loaded row again: words or stamps changed. */
    redraw: () => api.value?.refreshCells({ force: true }),
    setDensity: (density: Density) => {
      api.value?.setGridOption('rowHeight', rowHeights[density])
      api.value?.setGridOption('headerHeight', rowHeights[density])
    },
  }
}
