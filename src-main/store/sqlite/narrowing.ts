import type { ParcelFilter, ParcelQuery, ParcelSelection } from '../../domain/parcel-query.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { AsOf } from '../store.ts'
import type { CountedColumn } from './counted-columns.ts'
import { isFailing, isLate, isOpen } from './parcel-row.ts'
import { allOf, join, listOf, name, sql, type Sql } from './sql.ts'
import { idsOfStill, isStill, stillness, type Stillness } from './still-parcels.ts'
import { readSearch } from './text-search.ts'

/** One thing that narrows the list. */
export type Term = {
  /** Holds for a row `p`. */
  readonly condition: Sql
  /** Ids of all parcels for which it holds, by an index of its own; null where no index helps. */
  readonly ids: Sql | null
  /** The column it narrows, which is never empty then. */
  readonly column: string | null
  /** Where the size is known without counting. */
  readonly counted: { readonly kind: CountedColumn; readonly values: readonly string[] } | null
}

/** What a query or selection narrows the parcels to: all terms hold, and the full-text index finds it. */
export type Narrowing = { readonly terms: readonly Term[]; readonly match: string | null }

/** What a query narrows to. */
export function narrow(query: ParcelQuery, asOf: AsOf): Narrowing {
  const search = query.text === undefined ? null : readSearch(query.text)
  const filter = query.filter ?? {}
  const terms = [
    ...oneOf('status', filter.status),
    ...oneOf('carrier', filter.carrier),
    ...oneOf('service', filter.service),
    ...oneOf('channel', filter.channel),
    ...oneOf('state', filter.state),
    ...days('postedOn', filter.postedFrom, filter.postedTo),
    ...days('promisedOn', filter.promisedFrom, filter.promisedTo),
    ...imported(filter),
    ...late(filter, asOf),
    ...stalled(filter, asOf),
    ...watched(filter),
    ...failing(filter),
    ...(search?.prefixes ?? []).map(beginning),
  ]
  return { terms, match: search?.match ?? null }
}

/** What a selection narrows to. */
export function narrowSelection(selection: ParcelSelection, asOf: AsOf): Narrowing {
  if (selection.kind === 'ids') {
    const condition = sql`p.id IN (SELECT value FROM json_each(${JSON.stringify(selection.ids)}))`
    return {
      terms: [{ condition, ids: sql`SELECT p.id FROM parcels p WHERE ${condition}`, column: null, counted: null }],
      match: null,
    }
  }
  const narrowing = narrow(selection.query, asOf)
  if (!selection.except || selection.except.length === 0) return narrowing
  const except = sql`p.id NOT IN (SELECT value FROM json_each(${JSON.stringify(selection.except)}))`
  return { ...narrowing, terms: [...narrowing.terms, { condition: except, ids: null, column: null, counted: null }] }
}

/** All terms as one condition on a row `p`, the full-text search among them. */
export function conditionOf(narrowing: Narrowing): Sql {
  const conditions = narrowing.terms.map((term) => term.condition)
  return allOf(narrowing.match === null ? conditions : [...conditions, sql`p.id IN (${found(narrowing.match)})`])
}

/** Ids that the full-text index finds. */
export const found = (match: string): Sql => sql`SELECT rowid FROM parcels_fts WHERE parcels_fts MATCH ${match}`

/** Ids of parcels for which a condition holds, found by a named index. */
const idsBy = (index: string, condition: Sql): Sql =>
  sql`SELECT p.id FROM parcels p INDEXED BY ${name(index)} WHERE ${condition}`

function oneOf(column: CountedColumn, values: readonly string[] | undefined): Term[] {
  if (!values) return []
  const only = values.length === 1 ? values[0] : undefined
  const condition = only === undefined ? sql`p.${name(column)} IN ${listOf(values)}` : sql`p.${name(column)} = ${only}`
  return [{ condition, ids: idsBy(`parcels_by_${column}`, condition), column, counted: { kind: column, values } }]
}

function range(column: string, from: string | number | null, before: string | number | null): Term[] {
  const conditions = [
    ...(from === null ? [] : [sql`p.${name(column)} >= ${from}`]),
    ...(before === null ? [] : [sql`p.${name(column)} < ${before}`]),
  ]
  if (conditions.length === 0) return []
  const condition = allOf(conditions)
  return [{ condition, ids: idsBy(`parcels_by_${column}`, condition), column, counted: null }]
}

const days = (column: 'postedOn' | 'promisedOn', from: Day | undefined, to: Day | undefined): Term[] =>
  range(column, from ?? null, to === undefined ? null : addDays(to, 1))

/** Midnight at this computer: what its people call the day on which they imported. */
const startOf = (text: Day): number => new Date(`${text}T00:00:00`).getTime()

const imported = ({ importedFrom, importedTo }: ParcelFilter): Term[] =>
  range('createdAt', importedFrom ? startOf(importedFrom) : null, importedTo ? startOf(addDays(importedTo, 1)) : null)

function late({ late: wanted }: ParcelFilter, asOf: AsOf): Term[] {
  if (wanted === undefined) return []
  if (!wanted) return [{ condition: sql`NOT ${isLate(asOf)}`, ids: null, column: null, counted: null }]
  const ids = sql`${idsBy('parcels_promised_open', sql`p.promisedOn < ${asOf.today} AND ${isOpen}`)} UNION ALL ${idsBy('parcels_delivered_late', sql`p.deliveredOn > p.promisedOn`)}`
  return [{ condition: isLate(asOf), ids, column: 'promisedOn', counted: null }]
}

function stalled(filter: ParcelFilter, asOf: AsOf): Term[] {
  const term = (still: Stillness): Term => ({
    condition: isStill(still),
    ids: idsOfStill(still),
    column: null,
    counted: null,
  })
  const byStatus = stillness({ stalled: true }, asOf)
  return [
    ...(filter.stalled === true ? [term(byStatus)] : []),
    ...(filter.stalled === false
      ? [{ condition: sql`NOT ${isStill(byStatus)}`, ids: null, column: null, counted: null }]
      : []),
    ...(filter.stalledDays === undefined ? [] : [term(stillness({ stalledDays: filter.stalledDays }, asOf))]),
  ]
}

function watched({ watch }: ParcelFilter): Term[] {
  if (watch === undefined) return []
  const condition = sql`p.watch = ${watch}`
  const ids = watch === 'watched' ? null : idsBy('parcels_unwatched', sql`${condition} AND p.watch <> 'watched'`)
  return [{ condition, ids, column: null, counted: { kind: 'watch', values: [watch] } }]
}

function failing({ failing: wanted }: ParcelFilter): Term[] {
  if (wanted === undefined) return []
  if (!wanted) return [{ condition: sql`NOT (${isFailing})`, ids: null, column: null, counted: null }]
  const condition = isFailing
  return [{ condition, ids: idsBy('parcels_failing', condition), column: null, counted: null }]
}

/** Codes and order numbers that begin with a word too short for the full-text index. */
function beginning(word: string): Term {
  const begins = (column: string, start: string) =>
    sql`p.${name(column)} >= ${start} AND p.${name(column)} < ${`${start}\u{10ffff}`}`
  const code = begins('code', word.toUpperCase())
  const order = begins('orderNumber', word)
  return {
    condition: sql`(${join([code, order], ' OR ')})`,
    ids: sql`SELECT p.id FROM parcels p WHERE ${code} UNION ${idsBy('parcels_by_orderNumber', order)}`,
    column: null,
    counted: null,
  }
}
