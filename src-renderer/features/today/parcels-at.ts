import type { ParcelQuery } from '../parcels/parcel-query.ts'

/** Where the parcels of a filter are listed. */
export const parcelsAt = (filter: NonNullable<ParcelQuery['filter']>): string =>
  `/parcels?q=${encodeURIComponent(JSON.stringify({ filter }))}`
