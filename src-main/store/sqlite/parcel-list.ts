import type { ParcelSort, ParcelSortKey } from '../../domain/parcel-query.ts'
import type { Connection } from './connection.ts'
import { sortValue, type Place } from './cursor.ts'
import { conditionOf, found, type Narrowing, type Term } from './narrowing.ts'
import { allOf, name, nothing, sql, type Sql, type Value } from './sql.ts'

/** Newest first. */
export const defaultSort: ParcelSort = { by: 'id', direction: 'desc' }

const neverEmpty: readonly ParcelSortKey[] = ['id', 'code', 'carrier', 'status', 'createdAt']

/** Rows that a screen asks for at a time. */
const usualPage = 200

/**
 * Above this many, walking the index of the sort key and leaving out what does not match fills a page sooner than
 * gathering everything that matches and sorting it: of `n` parcels the one looks at `page × n ÷ matching`, the other at
 * all that match, which is the same at the root of `page × n`.
 */
const gatherUpTo = (connection: Connection): number => Math.sqrt(usualPage * totalOf(connection))

/** How the rows of a list are had. */
export type Route = {
  /** `walk`: in order, as many as asked for. `gather`: all that match are sorted for each answer. */
  readonly kind: 'walk' | 'gather'
  readonly from: Sql
  readonly where: Sql
  readonly id: Sql
}

/** Part of a list that one index holds in the list's order. */
type Stretch = { readonly where: Sql; readonly order: Sql }

/** A narrowed, sorted list of parcels on one connection. Pages by keys, never by counting rows off. */
export class ParcelList {
  readonly #connection: Connection
  readonly #narrowing: Narrowing
  readonly sort: ParcelSort
  readonly route: Route

  constructor(connection: Connection, narrowing: Narrowing, sort: ParcelSort = defaultSort) {
    this.#connection = connection
    this.#narrowing = narrowing
    this.sort = sort
    this.route = chooseRoute(connection, narrowing, sort)
  }

  /** Up to `limit` rows after a place: what the caller selects of each, and where it stands. */
  page(select: Sql, after: Place | null, limit: number): { cells: Value[]; place: Place }[] {
    const rows: { cells: Value[]; place: Place }[] = []
    for (const stretch of this.#stretches(after)) {
      if (rows.length >= limit) break
      const statement = this.statement(sql`${this.#key}, ${select}`, stretch, sql`LIMIT ${limit - rows.length}`)
      for (const [value, id, ...cells] of this.#connection.rows(statement))
        rows.push({ cells, place: placeOf(value, id) })
    }
    return rows
  }

  /** The place `steps` rows further on, or null when the list ends before. */
  step(after: Place | null, steps: number): Place | null {
    let left = steps
    for (const stretch of this.#stretches(after)) {
      const [row] = this.#connection.rows(this.statement(this.#key, stretch, sql`LIMIT 1 OFFSET ${left - 1}`))
      if (row) return placeOf(row[0], row[1])
      left -= this.#connection.number(
        sql`SELECT count(*) FROM (${this.statement(sql`1`, stretch, sql`LIMIT ${left}`)})`,
      )
    }
    return null
  }

  /** True where the middle of the list can't be reached without going through all that comes before it. */
  get hasNoShortcuts(): boolean {
    return this.route.kind === 'gather' || this.#narrowing.match !== null
  }

  /** Every id in order. */
  ids(): number[] {
    const { match, terms } = this.#narrowing
    if (match !== null && terms.length === 0 && this.sort.by === 'id') {
      return this.#connection.numbers(sql`${found(match)} ORDER BY rowid ${name(this.sort.direction)}`)
    }
    return this.#stretches(null).flatMap((stretch) =>
      this.#connection.numbers(this.statement(this.route.id, stretch, nothing)),
    )
  }

  /** The statement of one stretch. */
  statement(select: Sql, stretch: Stretch, limit: Sql): Sql {
    const { from, where } = this.route
    return sql`SELECT ${select} FROM ${from} WHERE ${where} AND ${stretch.where} ORDER BY ${stretch.order} ${limit}`
  }

  /** The statements that a page would run, for the tests of their plans. */
  statements(select: Sql, after: Place | null, limit: number): Sql[] {
    return this.#stretches(after).map((stretch) => this.statement(select, stretch, sql`LIMIT ${limit}`))
  }

  get #key(): Sql {
    return sql`p.${name(this.sort.by)}, p.id`
  }

  #stretches(after: Place | null): Stretch[] {
    const { by, direction } = this.sort
    const id = this.route.id
    const way = name(direction)
    const beyond = name(direction === 'asc' ? '>' : '<')
    const orderById = sql`${id} ${way}`
    if (by === 'id') return [{ where: after ? sql`${id} ${beyond} ${after.id}` : sql`1`, order: orderById }]

    const key = sql`p.${name(by)}`
    const order = sql`${key} ${way}, ${id} ${way}`
    const mayBeEmpty = !neverEmpty.includes(by) && !this.#narrowing.terms.some((term) => term.column === by)
    const empty = { where: sql`${key} IS NULL`, order: orderById }
    if (!after) {
      return mayBeEmpty ? [{ where: sql`${key} IS NOT NULL`, order }, empty] : [{ where: sql`1`, order }]
    }
    if (after.value === null) return [{ where: sql`${key} IS NULL AND ${id} ${beyond} ${after.id}`, order: orderById }]
    return [
      { where: sql`${key} = ${after.value} AND ${id} ${beyond} ${after.id}`, order: orderById },
      { where: sql`${key} ${beyond} ${after.value}`, order },
      ...(mayBeEmpty ? [empty] : []),
    ]
  }
}

const rowId = name('p.id')

const placeOf = (value: Value | undefined, id: Value | undefined): Place => ({
  value: sortValue(value),
  id: Number(id),
})

function chooseRoute(connection: Connection, narrowing: Narrowing, sort: ParcelSort): Route {
  const { match } = narrowing
  const limit = narrowing.terms.length === 0 ? 0 : gatherUpTo(connection)
  const smallest = smallestOf(connection, narrowing.terms, limit)
  const gather = (ids: Sql): Route => ({
    kind: 'gather',
    from: sql`parcels p NOT INDEXED`,
    where: sql`p.id IN (${ids}) AND ${conditionOf(narrowing)}`,
    id: rowId,
  })
  const inOrder = sort.by === 'id' && match === null ? bestByIdOf(connection, narrowing.terms, limit) : null
  if (inOrder && (!smallest || smallest.term === inOrder || smallest.size > limit)) {
    return {
      kind: 'walk',
      from: sql`parcels p INDEXED BY ${name(`parcels_by_${inOrder.column ?? ''}`)}`,
      where: conditionOf(narrowing),
      id: rowId,
    }
  }
  if (smallest && smallest.size <= limit) return gather(smallest.ids)
  if (match !== null) {
    if (sort.by !== 'id') return gather(found(match))
    const where = allOf([sql`f.parcels_fts MATCH ${match}`, ...narrowing.terms.map((term) => term.condition)])
    return { kind: 'walk', from: sql`parcels_fts f CROSS JOIN parcels p ON p.id = f.rowid`, where, id: name('f.rowid') }
  }
  return { kind: 'walk', from: sql`parcels p ${walkedIndex(sort.by)}`, where: conditionOf(narrowing), id: rowId }
}

function walkedIndex(by: ParcelSortKey): Sql {
  return by === 'id' ? sql`NOT INDEXED` : sql`INDEXED BY ${name(`parcels_by_${by}`)}`
}

/** A term of one value in a column has its parcels in the order of their ids: the best of these. */
function bestByIdOf(connection: Connection, terms: readonly Term[], limit: number): Term | null {
  const single = terms.filter((term) => term.counted?.values.length === 1 && term.counted.kind !== 'watch')
  let best: { term: Term; size: number } | null = null
  for (const term of single) {
    const size = sizeOf(connection, term, limit)
    if (!best || size < best.size) best = { term, size }
  }
  return best?.term ?? null
}

function smallestOf(
  connection: Connection,
  terms: readonly Term[],
  limit: number,
): { term: Term; size: number; ids: Sql } | null {
  let best: { term: Term; size: number; ids: Sql } | null = null
  for (const term of terms) {
    if (!term.ids) continue
    const size = sizeOf(connection, term, limit)
    if (!best || size < best.size) best = { term, size, ids: term.ids }
  }
  return best
}

/** How many parcels a term leaves; not counted further than matters. */
function sizeOf(connection: Connection, term: Term, limit: number): number {
  if (term.counted) return countedSize(connection, term.counted.kind, term.counted.values)
  if (!term.ids) return Number.POSITIVE_INFINITY
  return connection.number(sql`SELECT count(*) FROM (${term.ids} LIMIT ${Math.floor(limit) + 1})`)
}

/** How many parcels have one of these values, by the table that triggers keep. */
export function countedSize(connection: Connection, kind: string, values: readonly string[]): number {
  let size = 0
  for (const value of new Set(values))
    size += connection.number(sql`SELECT n FROM counts WHERE kind = ${kind} AND value = ${value}`)
  return size
}

/** How many parcels there are. */
export const totalOf = (connection: Connection): number =>
  connection.number(sql`SELECT sum(n) AS n FROM counts WHERE kind = 'status'`)
