import type { FreightRow } from './freight-table.ts'

/** A row as its file has it; `fromG` null where no column says where bands begin. */
export type WrittenFreightRow = Omit<FreightRow, 'fromG'> & { readonly fromG: number | null }

/**
 * Settles where bands begin, place by place: what weighs exactly the limit of one belongs to it and not to the next
 * (`0-0,3`, `0,3-0,5`), and where only ends are told each band begins after the one before.
 */
export function settleBands(written: readonly WrittenFreightRow[]): FreightRow[] {
  const places = new Map<string, WrittenFreightRow[]>()
  for (const row of written) {
    const key = `${row.fromCep}${row.toCep}${row.validFrom}|${row.validTo}|${row.service}`
    const place = places.get(key)
    if (place) place.push(row)
    else places.set(key, [row])
  }
  const settled: FreightRow[] = []
  for (const place of places.values()) {
    let before: WrittenFreightRow | undefined
    let beforeFromG = 0
    for (const row of place.sort(byWeight)) {
      const fromG = beginOf(row, before, beforeFromG)
      settled.push({ ...row, fromG })
      before = row
      beforeFromG = fromG
    }
  }
  return settled.sort((a, b) => a.line - b.line)
}

const endless = Number.POSITIVE_INFINITY

const byWeight = (a: WrittenFreightRow, b: WrittenFreightRow): number =>
  (a.fromG ?? 0) - (b.fromG ?? 0) || (a.toG ?? endless) - (b.toG ?? endless) || a.line - b.line

function beginOf(row: WrittenFreightRow, before: WrittenFreightRow | undefined, beforeFromG: number): number {
  if (before === undefined) return row.fromG ?? 0
  const limit = before.toG ?? endless
  if (row.fromG === null) return (row.toG ?? endless) > limit ? limit + 1 : beforeFromG
  const touches = row.fromG === limit && beforeFromG < limit && (row.toG ?? endless) > row.fromG
  return touches ? row.fromG + 1 : row.fromG
}
