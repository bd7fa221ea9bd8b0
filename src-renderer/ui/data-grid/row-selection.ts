/**
 * Which rows of a list are selected: these ids, or all that the list's query matches but for these.
 *
 * The second kind is what makes `Ctrl+A` mean a million rows of which two hundred are loaded; it holds for one query only
 * and is dropped by whoever changes that.
 */
export type RowSelection =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<number> }

export const nothingSelected: RowSelection = { kind: 'ids', ids: new Set() }
export const everythingSelected: RowSelection = { kind: 'all', except: new Set() }

/** True for a row that is selected. */
export function isSelected(selection: RowSelection, id: number): boolean {
  return selection.kind === 'ids' ? selection.ids.has(id) : !selection.except.has(id)
}

/** How many rows are selected of the `total` that the list has. */
export function selectedCount(selection: RowSelection, total: number): number {
  return selection.kind === 'ids' ? selection.ids.size : Math.max(0, total - selection.except.size)
}

/** The selection after some rows were selected or let go. */
export function withRows(selection: RowSelection, ids: Iterable<number>, selected: boolean): RowSelection {
  const marked = new Set(selection.kind === 'ids' ? selection.ids : selection.except)
  const add = (selection.kind === 'ids') === selected
  for (const id of ids) {
    if (add) marked.add(id)
    else marked.delete(id)
  }
  return selection.kind === 'ids' ? { kind: 'ids', ids: marked } : { kind: 'all', except: marked }
}

/** The selection after one row changed sides. */
export function withToggled(selection: RowSelection, id: number): RowSelection {
  return withRows(selection, [id], !isSelected(selection, id))
}

/** What a box above the list shows: all, some or none of its rows. */
export function selectionExtent(selection: RowSelection, total: number): 'none' | 'some' | 'all' {
  const count = selectedCount(selection, total)
  if (count === 0) return 'none'
  return total > 0 && count >= total ? 'all' : 'some'
}
