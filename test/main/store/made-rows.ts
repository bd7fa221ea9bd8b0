import type { ParcelData } from '../../../src-main/domain/parcel.ts'
import type { ImportRow } from '../../../src-main/store/store.ts'

/** A code that no other number has. */
export const codeOf = (n: number): string => `AA${String(100_000_000 + n)}BR`

/** A row of a file; what is not said, the file does not have. */
export const rowOf = (n: number, data: Partial<ParcelData> = {}): ImportRow => ({
  line: n + 1,
  data: { code: codeOf(n), carrier: 'correios', ...data },
})

/** Rows from `first` on. */
export const rowsFrom = (
  first: number,
  count: number,
  data: (n: number) => Partial<ParcelData> = () => ({}),
): ImportRow[] => Array.from({ length: count }, (_, i) => rowOf(first + i, data(first + i)))
