import type { FreightImport, FreightTable } from './freight-tables.store.ts'

/** What a person says about a file of prices, as typed. */
export type TableOptions = {
  name: string
  carrier: string
  kgPerM3: string
  dayCount: 'business' | 'calendar'
  weightUnit: 'auto' | 'g' | 'kg'
  /** The table whose place it takes; null: a new one. */
  replaces: number | null
}

/** The options of a new table, or those of the one that is replaced. */
export const optionsOf = (table: FreightTable | null): TableOptions => ({
  name: table?.name ?? '',
  carrier: table?.carrier ?? '',
  kgPerM3: table?.kgPerM3 == null ? '' : String(table.kgPerM3),
  dayCount: table?.dayCount ?? 'business',
  weightUnit: 'auto',
  replaces: table?.id ?? null,
})

/** Whether the cubic factor can be taken; empty means that only the scale counts. */
export const isFactor = (text: string): boolean =>
  text.trim() === '' || (/^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 2000)

/** The import that options mean. Carrier and factor that were emptied are taken out, also where the replaced table has them. */
export function importOf(file: FreightImport['file'], options: TableOptions): FreightImport {
  const { name, carrier, kgPerM3, dayCount, weightUnit, replaces } = options
  return {
    file,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    carrier: carrier.trim() || null,
    kgPerM3: kgPerM3.trim() === '' ? null : Number(kgPerM3),
    dayCount,
    ...(weightUnit === 'auto' ? {} : { weightUnit }),
    ...(replaces === null ? {} : { replaces }),
  }
}
