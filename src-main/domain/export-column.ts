import { parcelDataFields } from './parcel.ts'

/** Columns that an exported file may have, in the order in which they stand when nobody chose one. */
export const exportColumns = [
  ...parcelDataFields,
  'status',
  'statusAt',
  'promisedOn',
  'forecastOn',
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

/** Sets of columns for files with a purpose, by name. */
export const exportSets = {
  /** What a claim at a carrier asks for: which parcel, what was promised, where it was last, whose it is, what it is worth. */
  claim: [
    'code',
    'carrier',
    'service',
    'postedOn',
    'shopPromisedOn',
    'promisedOn',
    'status',
    'lastEventAt',
    'lastEventText',
    'lastEventPlace',
    'stalledDays',
    'orderNumber',
    'recipientName',
    'document',
    'street',
    'streetNumber',
    'complement',
    'district',
    'city',
    'state',
    'postalCode',
    'country',
    'phone',
    'declaredValue',
    'currency',
    'invoiceNumber',
    'invoiceKey',
    'items',
  ],
} as const satisfies Readonly<Record<string, readonly ExportColumn[]>>
export type ExportSet = keyof typeof exportSets
