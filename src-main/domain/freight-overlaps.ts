import { heaviestG, type FreightRow } from './freight-table.ts'

/** Two rows that have a place, a weight and a day in common: nobody knows which price holds. */
export type FreightOverlap = { readonly row: FreightRow; readonly other: FreightRow }

/** Rows of the same days that cover the CEP under the sweep, by weight; those that ended before it go when they are met. */
type Active = { readonly validFrom: string; readonly validTo: string; readonly rows: FreightRow[] }

/**
 * The rows of one service that overlap others, each with one that it overlaps, up to `atMost` of them.
 *
 * Goes through the rows by CEP. The rows taken so far overlap nowhere, so a newcomer is compared with its two neighbours in
 * weight and not with all of them; one that overlaps is told and not taken.
 */
export function findOverlaps(rows: readonly FreightRow[], atMost: number): FreightOverlap[] {
  const found: FreightOverlap[] = []
  const byDays = new Map<string, Active>()
  for (const row of rows.toSorted((a, b) => compare(a.fromCep, b.fromCep) || a.line - b.line)) {
    if (found.length >= atMost) break
    const validFrom = row.validFrom ?? ''
    const validTo = row.validTo ?? '9999-12-31'
    let other: FreightRow | undefined
    for (const active of byDays.values()) {
      if (active.validFrom > validTo || active.validTo < validFrom) continue
      other = neighbourOver(active.rows, row)
      if (other) break
    }
    if (other) found.push({ row, other })
    else insert(byDays, row, validFrom, validTo)
  }
  return found
}

function neighbourOver(active: FreightRow[], row: FreightRow): FreightRow | undefined {
  let at = placeOf(active, row.fromG)
  for (let before = active[at - 1]; before; before = active[at - 1]) {
    if (before.toCep >= row.fromCep) {
      if ((before.toG ?? heaviestG) >= row.fromG) return before
      break
    }
    active.splice(--at, 1)
  }
  for (let after = active[at]; after && after.fromG <= (row.toG ?? heaviestG); after = active[at]) {
    if (after.toCep >= row.fromCep) return after
    active.splice(at, 1)
  }
  return undefined
}

function insert(byDays: Map<string, Active>, row: FreightRow, validFrom: string, validTo: string): void {
  const key = `${validFrom}|${validTo}`
  const active = byDays.get(key) ?? { validFrom, validTo, rows: [] }
  byDays.set(key, active)
  active.rows.splice(placeOf(active.rows, row.fromG), 0, row)
}

/** How many rows begin at this weight or below it. */
function placeOf(active: readonly FreightRow[], fromG: number): number {
  let low = 0
  let high = active.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((active[middle]?.fromG ?? 0) <= fromG) low = middle + 1
    else high = middle
  }
  return low
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
