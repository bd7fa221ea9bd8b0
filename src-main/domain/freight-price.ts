import { addBusinessDays } from './business-days.ts'
import { addDays, type Day } from './day.ts'
import { heaviestG, tableServiceKey, type FreightRow, type FreightTable } from './freight-table.ts'
import { usualCountry } from './holidays.ts'
import { plainText } from './plain-text.ts'
import type { ServiceDeadline, ServicePrice } from './quote.ts'
import type { Shipment } from './shipment.ts'

/** What a table's price leaves out although it was asked for. */
export type LeftOut = 'declaredValue' | 'receipt' | 'ownHands'

/** What one service of a table costs for one shipment. */
export type TableOffer = {
  /** Names the service among all others: `table:3:Expresso`. */
  readonly key: string
  readonly table: Pick<FreightTable, 'id' | 'name' | 'carrier' | 'importedAt'>
  readonly service: string
  readonly price: ServicePrice
  readonly deadline: ServiceDeadline & { readonly latestOn: Day }
  /** Tables have no extras; what was asked for and is not in the price. */
  readonly leftOut: readonly LeftOut[]
  /** Line of the file that the price comes from. */
  readonly line: number
  /** First and last day of its validity. */
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

/** Rows of the same weights and days: they overlap nowhere, so their CEP ranges are in one order. */
type Layer = {
  readonly fromG: number
  readonly toG: number
  readonly validFrom: Day
  readonly validTo: Day
  readonly starts: Int32Array
  readonly rows: readonly FreightRow[]
}

/** A table made ready to be asked. */
export type IndexedFreightTable = {
  readonly table: FreightTable
  readonly services: readonly { readonly service: string; readonly layers: readonly Layer[] }[]
}

const firstDay = ''
const lastDay = '9999-12-31'

/** Makes a table ready to be asked; its rows must have passed `findOverlaps`. */
export function indexFreightTable(table: FreightTable, rows: Iterable<FreightRow>): IndexedFreightTable {
  const services = new Map<string, Map<string, FreightRow[]>>()
  for (const row of rows) {
    const layers = services.get(row.service) ?? new Map<string, FreightRow[]>()
    services.set(row.service, layers)
    const key = `${row.fromG}|${row.toG}|${row.validFrom}|${row.validTo}`
    const layer = layers.get(key)
    if (layer) layer.push(row)
    else layers.set(key, [row])
  }
  return {
    table,
    services: [...services].map(([service, layers]) => ({
      service,
      layers: [...layers.values()].flatMap(layerOf).sort((a, b) => a.fromG - b.fromG),
    })),
  }
}

function layerOf(unsorted: FreightRow[]): Layer[] {
  const rows = unsorted.sort((a, b) => Number(a.fromCep) - Number(b.fromCep))
  const [any] = rows
  if (!any) return []
  return [
    {
      fromG: any.fromG,
      toG: any.toG ?? heaviestG,
      validFrom: any.validFrom ?? firstDay,
      validTo: any.validTo ?? lastDay,
      starts: Int32Array.from(rows, ({ fromCep }) => Number(fromCep)),
      rows,
    },
  ]
}

/**
 * What the services of own tables cost for a shipment on a day, in the order of the tables; services without a price for its
 * place, weight and day are left out.
 */
export function priceFromTable(
  tables: readonly IndexedFreightTable[],
  shipment: Shipment,
  day: Day = shipment.postedOn,
): TableOffer[] {
  return tables.flatMap(({ table, services }) => {
    const volumeG = table.kgPerM3 === null ? 0 : volumetricG(shipment, table.kgPerM3)
    const chargedG = Math.max(shipment.weightG, volumeG)
    return services.flatMap(({ layers }) => {
      const row = rowFor(layers, Number(shipment.to), chargedG, day)
      return row ? [offerOf(table, row, shipment, chargedG, day)] : []
    })
  })
}

/**
 * The offer of a table for a service of a carrier's contract: the one whose service has its code or its name, however that is
 * written. A name alone that begins in the same way (`SEDEX`, `SEDEX 10`) is another service.
 */
export function tableOfferFor(
  offers: readonly TableOffer[],
  { code, name }: { readonly code: string; readonly name: string },
): TableOffer | null {
  const plain = plainText(name)
  return offers.find(({ service }) => service === code || plainText(service) === plain) ?? null
}

/** Grams that the volume of a shipment counts as; 0 for what has no height. */
export function volumetricG({ format, lengthMm, widthMm, heightMm }: Shipment, kgPerM3: number): number {
  if (format === 'envelope') return 0
  const height = format === 'roll' ? widthMm : (heightMm ?? 0)
  return Math.ceil((lengthMm * widthMm * height * kgPerM3) / 1_000_000)
}

/** The row of a weight, or the heaviest one below it if that says what further kilograms cost. */
function rowFor(layers: readonly Layer[], cep: number, weightG: number, day: Day): FreightRow | null {
  let below: FreightRow | null = null
  let belowTo = -1
  for (const layer of layers) {
    if (layer.fromG > weightG) break
    if (day < layer.validFrom || day > layer.validTo) continue
    const isWithin = weightG <= layer.toG
    if (!isWithin && layer.toG < belowTo) continue
    const row = rowAt(layer, cep)
    if (!row) continue
    if (isWithin) return row
    below = row
    belowTo = layer.toG
  }
  return below !== null && below.perKg !== null ? below : null
}

function rowAt({ starts, rows }: Layer, cep: number): FreightRow | null {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= cep) low = middle + 1
    else high = middle
  }
  const row = rows[low - 1]
  return row && cep <= Number(row.toCep) ? row : null
}

function offerOf(table: FreightTable, row: FreightRow, shipment: Shipment, chargedG: number, day: Day): TableOffer {
  const { id, name, carrier, importedAt } = table
  const furtherG = Math.max(0, chargedG - (row.toG ?? row.fromG))
  const total = row.price + (row.perKg ?? 0) * Math.ceil(furtherG / 1000)
  return {
    key: tableServiceKey(id, row.service),
    table: { id, name, carrier, importedAt },
    service: row.service,
    price: {
      total,
      service: total,
      extras: [],
      chargedWeightG: chargedG,
      byVolume: chargedG > shipment.weightG,
    },
    deadline: {
      days: row.days,
      latestOn: table.dayCount === 'business' ? addBusinessDays(day, row.days, usualCountry) : addDays(day, row.days),
      homeDelivery: null,
      onSaturdays: null,
      onSundays: null,
      warning: null,
    },
    leftOut: [
      ...(shipment.declaredValue === null ? [] : (['declaredValue'] as const)),
      ...(shipment.receipt ? (['receipt'] as const) : []),
      ...(shipment.ownHands ? (['ownHands'] as const) : []),
    ],
    line: row.line,
    validFrom: row.validFrom,
    validTo: row.validTo,
  }
}
