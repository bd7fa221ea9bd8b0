import type { DistanceBand } from './distance.ts'
import type { ServiceKind } from './services.ts'

/** Invented tariff of a family: centavos for the first 300 g in one town, for each further kilogram, and what distance makes of both. */
type Rates = { readonly first: number; readonly perKg: number; readonly byDistance: readonly number[] }

const rates: Readonly<Record<ServiceKind, Rates>> = {
  sedex: { first: 1306, perKg: 420, byDistance: [1, 1.3, 1.75, 2.3, 2.95, 3.7, 4.6] },
  pac: { first: 1254, perKg: 260, byDistance: [1, 1.2, 1.45, 1.8, 2.2, 2.7, 3.3] },
  'sedex-10': { first: 3890, perKg: 530, byDistance: [1, 1.25, 1.6, 2, 2.4, 2.8, 3.2] },
  'sedex-12': { first: 3390, perKg: 490, byDistance: [1, 1.25, 1.6, 2, 2.4, 2.8, 3.2] },
  'sedex-today': { first: 2790, perKg: 450, byDistance: [1, 1.5, 2, 2.5, 3, 3.5, 4] },
  mini: { first: 812, perKg: 350, byDistance: [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6] },
}

/** Up to here bands have prices of their own; each kilogram above it costs the same. */
const lastBandG = 10_000

/** List price of a weight: its band, and kilograms above the last band. Centavos. */
export type ListPrice = {
  /** What the lightest parcel costs in one town. */
  readonly base: number
  readonly band: number
  readonly eachFurther: number
  readonly furtherKg: number
}

/** Kilograms above the first band that are charged: bands end at 300 g, 1 kg, 2 kg and so on. */
const chargedKg = (weightG: number) => (weightG <= 300 ? 0 : Math.ceil(Math.min(weightG, lastBandG) / 1000) - 0.3)

/** The list price of a family's services for a charged weight. */
export function listPrice(kind: ServiceKind, distance: DistanceBand, weightG: number): ListPrice {
  const { first, perKg, byDistance } = rates[kind]
  const factor = byDistance[distance] ?? 1
  return {
    base: first,
    band: Math.round((first + perKg * chargedKg(weightG)) * factor),
    eachFurther: Math.round(perKg * factor),
    furtherKg: Math.max(0, Math.ceil((weightG - lastBandG) / 1000)),
  }
}
