/** A column that a list can show. A cell is text or an element; text never becomes markup. */
export type GridColumn<Row> = {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly align?: 'left' | 'right'
  /** The store can order by it. */
  readonly sortable?: boolean
  /** Not shown until a person chooses it. */
  readonly hidden?: boolean
  readonly pinned?: 'left' | 'right'
  readonly cell: (row: Row) => string | HTMLElement | null
  /** The full story of a shortened cell, shown on hover. */
  readonly hint?: (row: Row) => string | null
}

/** The order that a person chose by clicking a header; null is the list's own. */
export type GridSort = { readonly by: string; readonly direction: 'asc' | 'desc' } | null

/** Rows `first` … of a list, and how many there are in all; null when they could not be had. */
export type LoadWindow<Row> = (
  first: number,
  limit: number,
  sort: GridSort,
) => Promise<{ readonly rows: readonly Row[]; readonly total: number } | null>

/** Sentences of the grid itself, for people who hear it. */
export type GridTexts = {
  readonly label: string
  readonly selectAll: string
  readonly selectRow: (rowLabel: string) => string
  readonly sortHint: string
}
