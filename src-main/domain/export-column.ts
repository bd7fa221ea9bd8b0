import { parcelDataFields } from './parcel.ts'

/** Columns that an exported file may have, in the order in which they stand when nobody chose one. */
export const exportColumns = [
  ...parcelDataFields,
  'status',
  'statusAt',
  'promisedOn',
  'late',
  'stalledDays',
  'lastEventAt',
  'lastEventText',
  'lastEventPlace',
  'deliveredAt',
  'checkedAt',
  'createdAt',
] as const
export type ExportColumn = (typeof exportColumns)[number]
