import { z } from 'zod'
import { addDays, type Day } from './day.ts'
import { heaviestG, type FreightRow } from './freight-table.ts'
import { DaySchema } from './parcel-query.ts'
import { Cep } from './shipment.ts'

/** Places and weights for which a service has no price, within what its table spans. Both ends included. */
export const FreightGap = z.strictObject({
  service: z.string(),
  fromCep: Cep,
  toCep: Cep,
  fromG: z.int(),
  /** Null: up to whatever the table's heaviest band or its price for further kilograms reaches elsewhere. */
  toG: z.int().nullable(),
  validFrom: DaySchema.nullable(),
  validTo: DaySchema.nullable(),
})
export type FreightGap = z.output<typeof FreightGap>

type Period = { readonly from: Day; readonly to: Day }
type Band = { readonly fromG: number; readonly toG: number }

const since = ''
const forever = '9999-12-31'

/**
 * Where the rows of one service leave out places between its first and its last CEP, weights up to its heaviest, or days between
 * its first and its last. What lies outside of all of them is no gap: a carrier need not serve the whole country.
 */
export function findGaps(service: string, rows: readonly FreightRow[]): FreightGap[] {
  const span = spanOf(rows)
  return periodsOf(rows).flatMap((period) => {
    const valid = rows.filter(
      ({ validFrom, validTo }) => (validFrom ?? since) <= period.from && (validTo ?? forever) >= period.to,
    )
    return gapsIn(valid, span).map((gap) => ({
      service,
      fromCep: cepText(gap.from),
      toCep: cepText(gap.to),
      fromG: gap.band.fromG,
      toG: gap.band.toG >= heaviestG ? null : gap.band.toG,
      validFrom: period.from === since ? null : period.from,
      validTo: period.to === forever ? null : period.to,
    }))
  })
}

type Span = { readonly from: number; readonly to: number; readonly topG: number }

function spanOf(rows: readonly FreightRow[]): Span {
  let [from, to, topG] = [99_999_999, 0, 0]
  for (const row of rows) {
    from = Math.min(from, Number(row.fromCep))
    to = Math.max(to, Number(row.toCep))
    topG = Math.max(topG, reachOf(row))
  }
  return { from, to, topG }
}

/** Up to which weight a row has a price when no heavier band follows. */
const reachOf = ({ toG, perKg }: FreightRow): number => (perKg === null ? (toG ?? heaviestG) : heaviestG)

/** The stretches of days within which the same rows are valid. */
function periodsOf(rows: readonly FreightRow[]): Period[] {
  const starts = new Set<Day>()
  let last = since
  for (const { validFrom, validTo } of rows) {
    starts.add(validFrom ?? since)
    if (validTo !== null) starts.add(addDays(validTo, 1))
    if ((validTo ?? forever) > last) last = validTo ?? forever
  }
  const sorted = [...starts].filter((day) => day <= last).sort()
  return sorted.map((from, i) => {
    const next = sorted[i + 1]
    return { from, to: next === undefined ? last : addDays(next, -1) }
  })
}

type Stretch = { readonly from: number; readonly to: number; readonly band: Band }

/** Goes through the CEP at which rows begin and end; stretches side by side that lack the same weights are one. */
function gapsIn(rows: readonly FreightRow[], span: Span): Stretch[] {
  const edges = edgesOf(rows, span)
  const active: FreightRow[] = []
  const done: Stretch[] = []
  let open = new Map<string, Stretch>()
  edges.forEach(({ cep, begins, ends }, i) => {
    for (const row of ends) active.splice(placeOf(active, row.fromG), 1)
    for (const row of begins) active.splice(placeOf(active, row.fromG), 0, row)
    if (cep > span.to) {
      done.push(...open.values())
      open = new Map()
      return
    }
    const to = (edges[i + 1]?.cep ?? span.to + 1) - 1
    const now = new Map<string, Stretch>()
    for (const band of lacking(active, span.topG)) {
      const key = `${band.fromG}|${band.toG}`
      now.set(key, { from: open.get(key)?.from ?? cep, to, band })
    }
    for (const [key, stretch] of open) if (!now.has(key)) done.push(stretch)
    open = now
  })
  return done.sort((a, b) => a.from - b.from || a.band.fromG - b.band.fromG)
}

type Edge = { readonly cep: number; readonly begins: FreightRow[]; readonly ends: FreightRow[] }

function edgesOf(rows: readonly FreightRow[], span: Span): Edge[] {
  const edges = new Map<number, Edge>()
  const at = (cep: number): Edge => {
    const edge = edges.get(cep) ?? { cep, begins: [], ends: [] }
    edges.set(cep, edge)
    return edge
  }
  at(span.from)
  at(span.to + 1)
  for (const row of rows) {
    at(Number(row.fromCep)).begins.push(row)
    at(Number(row.toCep) + 1).ends.push(row)
  }
  return [...edges.values()].sort((a, b) => a.cep - b.cep)
}

/** The weights that rows leave out, from one gram on. The rows overlap nowhere and are in the order of weight. */
function lacking(active: readonly FreightRow[], topG: number): Band[] {
  const bands: Band[] = []
  let next = 1
  for (const row of active) {
    if (row.fromG > next) bands.push({ fromG: next, toG: row.fromG - 1 })
    next = reachOf(row) + 1
  }
  return next <= topG ? [...bands, { fromG: next, toG: topG }] : bands
}

function placeOf(active: readonly FreightRow[], fromG: number): number {
  let low = 0
  let high = active.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((active[middle]?.fromG ?? 0) < fromG) low = middle + 1
    else high = middle
  }
  return low
}

const cepText = (cep: number): string => String(cep).padStart(8, '0')
