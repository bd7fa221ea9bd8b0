import { localDay } from '../parcels/filter-period.ts'
import type { ParcelQuery } from '../parcels/parcel-query.ts'

/** The list narrowed to what came in today: what an import just brought. */
export function importedToday(now: Date): ParcelQuery {
  const today = localDay(now)
  return { filter: { importedFrom: today, importedTo: today } }
}
