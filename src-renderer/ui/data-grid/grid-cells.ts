import type { ColDef, ICellRendererParams } from 'ag-grid-community'
import type { ColumnPlace } from './column-layout.ts'
import type { GridColumn } from './grid-column.ts'

/** The grid's own description of a column in its place. Rows not yet loaded show the shape of what comes. */
export function columnDefinition<Row>(column: GridColumn<Row>, place: ColumnPlace | undefined): ColDef<Row> {
  const right = column.align === 'right'
  return {
    colId: column.key,
    headerName: column.title,
    width: place?.width ?? column.width,
    hide: place ? !place.visible : (column.hidden ?? false),
    pinned: place?.pinned ?? null,
    sortable: column.sortable ?? false,
    ...(right ? { cellClass: 'grid-right', headerClass: 'grid-right' } : {}),
    equals: () => false,
    cellRenderer: (params: ICellRendererParams<Row>) =>
      params.data ? filledCell(column, params.data) : awaitedCell(params.node.rowIndex ?? 0),
  }
}

function filledCell<Row>(column: GridColumn<Row>, row: Row): HTMLElement {
  const content = column.cell(row)
  const hint = column.hint?.(row)
  const cell = document.createElement('span')
  cell.className = 'grid-cell'
  if (typeof content === 'string') cell.textContent = content
  else if (content) cell.append(content)
  if (hint) cell.title = hint
  else if (typeof content === 'string' && content.length > 24) cell.title = content
  return cell
}

function awaitedCell(index: number): HTMLElement {
  const shape = document.createElement('span')
  shape.className = 'grid-awaited'
  shape.style.width = `${50 + ((index * 37) % 40)}%`
  return shape
}
