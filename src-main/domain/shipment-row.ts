import { cellText, type TableRow } from './cell.ts'
import { cellReaders, tidyText, type Draft } from './import-cell.ts'
import type { ImportField, ImportMapping } from './import-field.ts'
import { quoteRowFaults, type QuoteRowFault, type QuoteRowInput } from './quote-job.ts'
import type { Shipment } from './shipment.ts'

/** What rows that say nothing of it are taken to be. */
export type ShipmentDefaults = Pick<
  Shipment,
  'from' | 'format' | 'lengthMm' | 'widthMm' | 'heightMm' | 'receipt' | 'ownHands' | 'postedOn'
>

/** What is known of a parcel that may be quoted. */
export type ShipmentFacts = {
  readonly postalCode: string | null
  readonly weightG: number | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly declaredValue: number | null
}

const used: readonly ImportField[] = [
  'orderNumber',
  'channel',
  'postalCode',
  'state',
  'weight',
  'length',
  'width',
  'height',
  'dimensions',
  'declaredValue',
  'service',
]

/** Makes the reader of a file's rows. A row that can't be quoted has the first fault that was found. */
export function createShipmentReader(
  mapping: ImportMapping,
  date1904: boolean,
  defaults: ShipmentDefaults,
): (row: TableRow) => QuoteRowInput {
  const columns = mapping.columns.filter(({ field }) => used.includes(field))
  return ({ cells, line, malformed }) => {
    const draft: Draft = {}
    let fault: QuoteRowFault | null = malformed ? 'row-malformed' : null
    for (const { index, field } of columns) {
      const cell = cells[index]
      if (cell === undefined || cellText(cell).trim() === '' || field === 'code' || field === 'carrier') continue
      const found = cellReaders[field](cell, draft, {
        mapping,
        date1904,
        country: 'BR',
        state: stateIn(cells, columns),
      })
      fault ??= quoteRowFaults.find((known) => known === found?.reason) ?? null
    }
    const facts = { ...noFacts, ...draft }
    const shipment = fault === null ? shipmentOf(facts, defaults) : fault
    return {
      line,
      reference: draft.orderNumber ?? null,
      used: draft.service ?? null,
      channel: draft.channel ?? null,
      ...(typeof shipment === 'string' ? { shipment: null, fault: shipment } : { shipment, fault: null }),
    }
  }
}

/** A shipment out of what is known, or what is missing for it. Sizes that nobody told are the defaults'. */
export function shipmentOf(facts: ShipmentFacts, defaults: ShipmentDefaults): Shipment | QuoteRowFault {
  const { postalCode, weightG, lengthMm, widthMm, heightMm, declaredValue } = facts
  if (postalCode === null) return 'postal-code-missing'
  if (!/^\d{8}$/.test(postalCode)) return 'postal-code-format'
  if (weightG === null || weightG < 1) return 'weight-missing'
  return {
    ...defaults,
    to: postalCode,
    weightG,
    lengthMm: lengthMm ?? defaults.lengthMm,
    widthMm: widthMm ?? defaults.widthMm,
    heightMm: defaults.format === 'box' ? (heightMm ?? defaults.heightMm) : null,
    declaredValue: declaredValue === 0 ? null : declaredValue,
  }
}

const noFacts: ShipmentFacts = {
  postalCode: null,
  weightG: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  declaredValue: null,
}

function stateIn(cells: TableRow['cells'], columns: ImportMapping['columns']): string | null {
  const at = columns.find(({ field }) => field === 'state')?.index
  const cell = at === undefined ? undefined : cells[at]
  return cell === undefined ? null : tidyText(cell).toUpperCase() || null
}
