import type { Carrier } from '../../carriers/carrier.ts'
import type { ExportColumn } from '../../domain/export-column.ts'
import type { Locale } from '../../domain/locale.ts'
import { wallTimes } from '../../domain/wall-time.ts'
import { words } from '../../domain/words/index.ts'
import type { SheetColumn, SheetKind, SheetValue } from '../../files/sheet-writer.ts'
import type { ForeseenParcel } from './delivery-experience.ts'

/** What a parcel is on paper: titles and values in a person's language. */
export type ExportForm = {
  readonly columns: readonly SheetColumn[]
  values(parcel: ForeseenParcel): SheetValue[]
}

const kinds: Partial<Record<ExportColumn, SheetKind>> = {
  weightG: 'number',
  lengthMm: 'number',
  widthMm: 'number',
  heightMm: 'number',
  stalledDays: 'number',
  declaredValue: 'money',
  postedOn: 'day',
  shopPromisedOn: 'day',
  promisedOn: 'day',
  forecastOn: 'day',
  statusAt: 'instant',
  lastEventAt: 'instant',
  deliveredAt: 'instant',
  checkedAt: 'instant',
  createdAt: 'instant',
}

const widths: Partial<Record<ExportColumn, number>> = {
  code: 24,
  recipientName: 30,
  email: 30,
  street: 32,
  items: 40,
  invoiceKey: 46,
  note: 40,
  lastEventText: 44,
  lastEventPlace: 32,
}

/** Says how each column is written. Instants are those of the clock in `zone`; codes, documents and keys are text. */
export function exportForm(
  chosen: readonly ExportColumn[],
  locale: Locale,
  zone: string,
  carriers: readonly Carrier[],
): ExportForm {
  const { column, status, file } = words[locale]
  const labels = new Map(carriers.map(({ id, label }) => [id, label]))
  const wallTime = wallTimes(zone)
  const value = (parcel: ForeseenParcel, key: ExportColumn): SheetValue => {
    switch (key) {
      case 'carrier':
        return labels.get(parcel.carrier) ?? file.unknownCarrier
      case 'status':
        return status[parcel.status]
      case 'late':
        return parcel.late ? file.yes : file.no
      case 'declaredValue':
        return parcel.declaredValue === null ? null : parcel.declaredValue / 100
      case 'statusAt':
      case 'lastEventAt':
      case 'deliveredAt':
      case 'checkedAt':
      case 'createdAt': {
        const instant = parcel[key]
        return instant === null ? null : wallTime(instant)
      }
      default:
        return parcel[key]
    }
  }
  return {
    columns: chosen.map((key) => ({ title: column[key], kind: kinds[key] ?? 'text', width: widths[key] ?? 18 })),
    values: (parcel) => chosen.map((key) => value(parcel, key)),
  }
}
