import type { ImportMapping, ReadOptions } from '../imports/import-types.ts'

/** How a file of codes alone, one a line, is read; without tracking, codes that no carrier recognises are kept too. */
export function codeColumn(tracked: boolean): { readonly options: ReadOptions; readonly mapping: ImportMapping } {
  return {
    options: { header: false },
    mapping: {
      columns: [{ index: 0, field: 'code' }],
      weightUnit: 'kg',
      lengthUnit: 'cm',
      dateOrder: 'day-first',
      currency: 'BRL',
      ...(tracked ? {} : { defaultCarrier: 'unknown' }),
    },
  }
}
