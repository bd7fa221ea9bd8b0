import { z } from 'zod'
import { ColumnLayout } from '../../ui/data-grid/column-layout.ts'
import { nothingSelected, type RowSelection } from '../../ui/data-grid/row-selection.ts'
import { ParcelQuery, tidyQuery, type ParcelSelection } from './parcel-query.ts'

const Selected = z.object({ kind: z.enum(['ids', 'all']), rows: z.array(z.number()) })

/** How the screen of parcels was left: kept between two starts. */
export const ParcelsScreen = z.object({
  query: ParcelQuery,
  layout: ColumnLayout,
  openId: z.number().nullable(),
  detailWidth: z.number(),
  topRow: z.number(),
  selected: Selected.nullable(),
})
export type ParcelsScreen = z.output<typeof ParcelsScreen>

/** More ids than this are not kept: the selection of a working day, not an archive. */
const keptIds = 5_000

/** A selection in a form that can be kept; null for none and for one too long. */
export function keptSelection(selection: RowSelection): z.output<typeof Selected> | null {
  const rows = [...(selection.kind === 'ids' ? selection.ids : selection.except)]
  if (rows.length > keptIds || (selection.kind === 'ids' && rows.length === 0)) return null
  return { kind: selection.kind, rows }
}

/** The selection that was kept. */
export function recalledSelection(kept: z.output<typeof Selected> | null): RowSelection {
  if (!kept) return nothingSelected
  return kept.kind === 'ids' ? { kind: 'ids', ids: new Set(kept.rows) } : { kind: 'all', except: new Set(kept.rows) }
}

/** The selection as the engine takes it; null when nothing is selected. */
export function parcelSelection(selection: RowSelection, query: ParcelQuery): ParcelSelection | null {
  if (selection.kind === 'ids') return selection.ids.size > 0 ? { kind: 'ids', ids: [...selection.ids] } : null
  const except = [...selection.except]
  return { kind: 'query', query: tidyQuery(query), ...(except.length > 0 ? { except } : {}) }
}
