import type { GridOptions } from 'ag-grid-community'
import { gridColumns, type GridColumns } from './grid-columns.ts'
import type { GridContext, GridEvents, GridProps, Identified } from './grid-context.ts'
import { gridGestures, type GridGestures } from './grid-gestures.ts'
import { gridRows, rowBuffer, type GridRows } from './grid-rows.ts'
import { gridTheme, rowHeights, type Density } from './grid-theme.ts'
import { everythingSelected, isSelected, nothingSelected, selectionExtent } from './row-selection.ts'
import { selectColumn, selectKey } from './select-column.ts'
import { blockSize } from './window-source.ts'

/** The grid behind `DataGrid.vue`: options for ag-grid, and what the component does with it later. */
export function useGrid<Row extends Identified>(props: GridProps<Row>, events: GridEvents<Row>) {
  const grid: GridContext<Row> = { props, events, api: undefined, total: -1 }
  const gestures: GridGestures<Row> = gridGestures(grid, () => rows.pageRows())
  const boxes = selectColumn<Row>({
    marks: (row) => ({
      selected: isSelected(props.selection, row.id),
      open: row.id === props.openId,
      changed: props.changedIds.has(row.id),
      label: props.texts.selectRow(props.rowLabel(row)),
    }),
    onRow: gestures.toggle,
    extent: () => selectionExtent(props.selection, Math.max(0, grid.total)),
    onAll: (selected) => events.selection(selected ? everythingSelected : nothingSelected),
    allLabel: () => props.texts.selectAll,
  })
  const columns = gridColumns(grid, boxes.definition)
  const rows: GridRows = gridRows(grid, columns, boxes.refreshHeader)

  return {
    options: gridOptions(grid, columns, rows, gestures),
    begin: rows.begin,
    applySort: columns.applySort,
    applyLayout: columns.applyLayout,
    focusRow: gestures.focusRow,
    /** Reads the loaded rows again where they stand. */
    refresh: () => grid.api?.refreshInfiniteCache(),
    /** Draws cells of a column again whose words depend on the time. */
    redraw: (column: string) => grid.api?.refreshCells({ columns: [column], force: true }),
    /** Shows anew what is selected, open and changed. */
    refreshMarks: () => {
      grid.api?.refreshCells({ columns: [selectKey], force: true })
      boxes.refreshHeader()
    },
    setDensity: (density: Density) => {
      grid.api?.setGridOption('rowHeight', rowHeights[density])
      grid.api?.setGridOption('headerHeight', rowHeights[density])
    },
  }
}

function gridOptions<Row extends Identified>(
  grid: GridContext<Row>,
  columns: GridColumns<Row>,
  rows: GridRows,
  gestures: GridGestures<Row>,
): GridOptions<Row> {
  const { props, events } = grid
  const sorted = (colId: string | undefined) =>
    props.sort && colId === props.sort.by ? { initialSort: props.sort.direction } : {}
  return {
    theme: gridTheme,
    rowModelType: 'infinite',
    datasource: rows.first,
    cacheBlockSize: blockSize,
    maxBlocksInCache: 30,
    maxConcurrentDatasourceRequests: 2,
    blockLoadDebounceMillis: 30,
    infiniteInitialRowCount: props.startRow + 60,
    rowHeight: rowHeights[props.density],
    headerHeight: rowHeights[props.density],
    rowBuffer,
    columnDefs: columns.definitions().map((column) => ({ ...column, ...sorted(column.colId) })),
    defaultColDef: {
      resizable: true,
      minWidth: 60,
      sortingOrder: ['asc', 'desc', null],
      suppressKeyboardEvent: gestures.pressed,
    },
    suppressMultiSort: true,
    suppressDragLeaveHidesColumns: true,
    suppressNoRowsOverlay: true,
    suppressScrollOnNewData: true,
    tabToNextCell: () => false,
    getLocaleText: ({ key }) => (key === 'ariaSortableColumn' ? props.texts.sortHint : ''),
    onGridReady: ({ api }) => {
      grid.api = api
      api.setGridAriaProperty('label', props.texts.label)
    },
    onRowClicked: gestures.clicked,
    onCellFocused: ({ rowIndex, column, api }) => {
      const row = rowIndex === null || !column ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data
      if (row) events.focus(row)
    },
    onSortChanged: ({ source }) => source === 'uiColumnSorted' && events.sort(columns.sort()),
    onColumnMoved: ({ finished }) => finished && columns.tellLayout(),
    onColumnResized: ({ finished, source }) => finished && source === 'uiColumnResized' && columns.tellLayout(),
    onBodyScrollEnd: () => events.top(rows.topRow()),
  }
}
