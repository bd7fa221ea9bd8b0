import type { z } from 'zod'
import { contract } from '../../../src-main/contract/index.ts'
import type { ParcelRow } from '../../../src-main/contract/parcels.contract.ts'

export type { ParcelRow, ParcelDetail, ParcelEvent, ParcelAction } from '../../../src-main/contract/parcels.contract.ts'

const columnsOfExport = contract['parcels.export'].input.shape.columns.unwrap().element
/** A column that the list and an exported file may have. */
export type ParcelColumn = z.output<typeof columnsOfExport>

const sortable = new Set<string>(contract['parcels.window'].input.shape.query.shape.sort.unwrap().shape.by.options)

type Planned = {
  readonly key: ParcelColumn
  readonly width: number
  readonly hidden: boolean
  readonly align: 'left' | 'right'
  readonly sortable: boolean
  readonly pinned?: 'left'
}

/** Columns shown from the start, in their order, with their widths; the others are there to be chosen. */
const first: readonly (readonly [ParcelColumn, number])[] = [
  ['code', 260],
  ['status', 256],
  ['recipientName', 176],
  ['city', 132],
  ['state', 64],
  ['promisedOn', 112],
  ['lastEventAt', 116],
  ['checkedAt', 196],
  ['orderNumber', 112],
  ['carrier', 124],
  ['service', 104],
  ['lastEventText', 260],
]

const widths: Partial<Record<ParcelColumn, number>> = {
  note: 220,
  items: 220,
  email: 200,
  invoiceKey: 330,
  lastEventPlace: 200,
  street: 200,
}

const numbers: readonly ParcelColumn[] = ['weightG', 'lengthMm', 'widthMm', 'heightMm', 'declaredValue', 'stalledDays']

/** Marks of the status column, and the currency of the declared value, stand in those and need no column of their own. */
const marks: readonly ParcelColumn[] = ['late', 'currency']

/** Every column of an exported file, in the contract's order. */
const exportColumns: readonly ParcelColumn[] = columnsOfExport.options

/** The columns of the list as it starts. */
export const columnPlan: readonly Planned[] = [
  ...first.map(([key, width]) => planned(key, width, false)),
  ...exportColumns
    .filter((key) => !marks.includes(key) && !first.some(([shown]) => shown === key))
    .map((key) => planned(key, widths[key] ?? 124, true)),
]

function planned(key: ParcelColumn, width: number, hidden: boolean): Planned {
  return {
    key,
    width,
    hidden,
    align: numbers.includes(key) ? 'right' : 'left',
    sortable: sortable.has(key),
    ...(key === 'code' ? { pinned: 'left' as const } : {}),
  }
}

/** Columns of an exported file for those that a person sees; what the status column marks comes with it. */
export function visibleExportColumns(visible: readonly string[]): ParcelColumn[] {
  return visible.flatMap((key): ParcelColumn[] => {
    if (key === 'status') return ['status', 'late']
    if (key === 'declaredValue') return ['declaredValue', 'currency']
    const column = exportColumns.find((known) => known === key)
    return column ? [column] : []
  })
}

/** A parcel's address in lines, as on a label. */
export function addressLines(parcel: ParcelRow): string[] {
  const street = [parcel.street, parcel.streetNumber].filter(Boolean).join(', ')
  const place = [parcel.city, parcel.state].filter(Boolean).join(' / ')
  return [
    [street, parcel.complement].filter(Boolean).join(', '),
    parcel.district ?? '',
    [parcel.postalCode, place].filter(Boolean).join('  '),
    parcel.country ?? '',
  ].filter((line) => line !== '')
}
