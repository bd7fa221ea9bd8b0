import { z } from 'zod'
import { DaySchema } from './parcel-query.ts'
import { Cep } from './shipment.ts'

/** How a table counts its days: `business` as carriers promise them, `calendar` for those who deliver every day. */
export const dayCounts = ['business', 'calendar'] as const
export type DayCount = (typeof dayCounts)[number]

/** Rows that one table holds at most: some carriers price every CEP range in thirty weights. */
export const maxFreightRows = 200_000

/** More than any parcel carrier takes, in grams; an open end reaches up to it. */
export const heaviestG = 1_000_000

const grams = z.int().min(0).max(heaviestG)

/**
 * One price: for a service, from a CEP to a CEP, from a weight to a weight, both ends included. Grams, centavos.
 *
 * Weights are whole grams and bands never touch: a file's `0-0,3` and `0,3-0,5` are stored as 0-300 and 301-500, since what
 * weighs exactly the limit belongs to the lighter band.
 */
export const FreightRow = z.strictObject({
  /** Where it stood in the file; unique in its table. */
  line: z.int().min(1),
  service: z.string().min(1).max(80),
  fromCep: Cep,
  toCep: Cep,
  fromG: grams,
  /** Null: without an upper end. */
  toG: grams.nullable(),
  price: z.int().min(1),
  days: z.int().min(0).max(365),
  /** For every kilogram begun beyond the last band of a place; beyond `fromG` where there is no upper end. */
  perKg: z.int().min(0).nullable(),
  /** First day; null: since ever. */
  validFrom: DaySchema.nullable(),
  /** Last day; null: until further notice. */
  validTo: DaySchema.nullable(),
})
export type FreightRow = z.output<typeof FreightRow>

/** What a table has of one service. */
export const TableService = z.strictObject({
  service: z.string(),
  rows: z.int().min(1),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
})
export type TableService = z.output<typeof TableService>

/** What is known of a table as a whole, its rows apart. */
export const FreightTable = z.strictObject({
  id: z.int().positive(),
  name: z.string().trim().min(1).max(80),
  /** Who carries, in the shop's words; null: not told. */
  carrier: z.string().trim().min(1).max(80).nullable(),
  /** Cubic factor: kilograms that a cubic metre counts as; null: only the scale counts. */
  kgPerM3: z.int().min(1).max(2000).nullable(),
  dayCount: z.enum(dayCounts),
  /** Name of the file it came from. */
  file: z.string(),
  importedAt: z.int(),
  rows: z.int().nonnegative(),
  services: z.array(TableService),
})
export type FreightTable = z.output<typeof FreightTable>

/** The first and the last day that any of the rows is valid on, by service, in the order of the file. */
export function servicesOf(rows: readonly FreightRow[]): TableService[] {
  const found = new Map<string, TableService>()
  for (const { service, validFrom, validTo } of rows) {
    const known = found.get(service)
    found.set(service, {
      service,
      rows: (known?.rows ?? 0) + 1,
      validFrom: known ? outer(known.validFrom, validFrom, (a, b) => a < b) : validFrom,
      validTo: known ? outer(known.validTo, validTo, (a, b) => a > b) : validTo,
    })
  }
  return [...found.values()]
}

const outer = (a: string | null, b: string | null, first: (a: string, b: string) => boolean): string | null =>
  a === null || b === null ? null : first(a, b) ? a : b

/** How a service of a table is named where services of several carriers stand beside each other. It survives a new file. */
export const tableServiceKey = (table: number, service: string): string => `table:${table}:${service}`
