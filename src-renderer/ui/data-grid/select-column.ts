import type { ColDef, ICellRendererComp, ICellRendererParams, IHeaderComp } from 'ag-grid-community'

/** Key of the column with the boxes. */
export const selectKey = 'select'

/** What a row's box shows; the look of the whole row hangs on it (see the style sheet of the grid). */
export type RowMarks = {
  readonly selected: boolean
  readonly open: boolean
  readonly changed: boolean
  readonly label: string
}

type Boxes<Row> = {
  readonly marks: (row: Row) => RowMarks
  readonly onRow: (row: Row, index: number, range: boolean) => void
  readonly extent: () => 'none' | 'some' | 'all'
  readonly onAll: (selected: boolean) => void
  readonly allLabel: () => string
}

/** The column of boxes: one a row, and one above for all that match. The selection itself is ours, the grid knows none. */
export function selectColumn<Row>(boxes: Boxes<Row>): {
  readonly definition: ColDef<Row>
  readonly refreshHeader: () => void
} {
  const headers = new Set<() => void>()
  return { definition: definition(boxes, headers), refreshHeader: () => headers.forEach((refresh) => refresh()) }
}

function definition<Row>(boxes: Boxes<Row>, headers: Set<() => void>): ColDef<Row> {
  return {
    colId: selectKey,
    headerName: '',
    width: 40,
    minWidth: 40,
    maxWidth: 40,
    pinned: 'left',
    lockPosition: 'left',
    suppressMovable: true,
    resizable: false,
    sortable: false,
    cellClass: 'grid-box-cell',
    headerComponent: headerBox(boxes, headers),
    cellRenderer: rowBox(boxes),
  }
}

function rowBox<Row>(boxes: Boxes<Row>): new () => ICellRendererComp<Row> {
  return class implements ICellRendererComp<Row> {
    private readonly box = newBox()
    private params: ICellRendererParams<Row> | undefined

    init(params: ICellRendererParams<Row>): void {
      this.box.addEventListener('click', (event) => {
        event.stopPropagation()
        const { data, node } = this.params ?? {}
        if (data && node) boxes.onRow(data, node.rowIndex ?? 0, event.shiftKey)
      })
      this.refresh(params)
    }

    getGui(): HTMLElement {
      return this.box
    }

    refresh(params: ICellRendererParams<Row>): boolean {
      this.params = params
      this.box.style.visibility = params.data ? '' : 'hidden'
      if (!params.data) return true
      const marks = boxes.marks(params.data)
      this.box.checked = marks.selected
      this.box.setAttribute('aria-label', marks.label)
      this.box.toggleAttribute('data-open', marks.open)
      this.box.toggleAttribute('data-changed', marks.changed)
      return true
    }
  }
}

function headerBox<Row>(boxes: Boxes<Row>, headers: Set<() => void>): new () => IHeaderComp {
  return class implements IHeaderComp {
    private readonly box = newBox()
    private readonly again = (): void => void this.refresh()

    init(): void {
      headers.add(this.again)
      this.box.addEventListener('click', () => boxes.onAll(boxes.extent() !== 'all'))
      this.refresh()
    }

    getGui(): HTMLElement {
      return this.box
    }

    refresh(): boolean {
      const extent = boxes.extent()
      this.box.checked = extent === 'all'
      this.box.indeterminate = extent === 'some'
      this.box.setAttribute('aria-label', boxes.allLabel())
      return true
    }

    destroy(): void {
      headers.delete(this.again)
    }
  }
}

function newBox(): HTMLInputElement {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.tabIndex = -1
  box.className = 'grid-box'
  return box
}
