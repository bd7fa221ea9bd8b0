import type { Connection } from './connection.ts'
import type { Place } from './cursor.ts'
import type { ParcelList } from './parcel-list.ts'
import { sql, type Sql, type Value } from './sql.ts'

/** Between remembered places of a list. A jump counts off less than this many rows from the nearest one. */
const stretchLength = 1000

const listsKept = 12

/** Work between two calls lasts no longer than this, so that a call never waits longer for it. */
const lookAheadMs = 2

type Remembered = {
  total: number | null
  /** Place before row `stretchLength`, 2 × `stretchLength`, … as far as somebody has been. */
  readonly anchors: (Place | null)[]
  /** Every id in order, for a list that has to be sorted as a whole anyway. */
  ids: readonly number[] | null
}

/**
 * What one reader has worked out about lists: how many rows they have and how to get to the middle of them. Holds until
 * anything is written.
 */
export class ListMemory {
  readonly #connection: Connection
  readonly #lists = new Map<string, Remembered>()
  #version = -1
  /** The list that was looked at last, while the way to its end is not known. */
  #ahead: { readonly mark: string; readonly list: ParcelList } | null = null

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** How many rows a list has; counted once. */
  total(mark: string, count: () => number): number {
    const known = this.#of(mark)
    known.total ??= count()
    return known.total
  }

  /** Rows `first` … of a list. */
  window(mark: string, list: ParcelList, select: Sql, first: number, limit: number): Value[] {
    const known = this.#of(mark)
    if (list.hasNoShortcuts) return this.#rowsOf(select, this.#idsOf(known, list).slice(first, first + limit))
    this.#ahead = { mark, list }
    if (first === 0) return list.page(select, null, limit).flatMap(({ cells }) => cells)
    const place = this.#placeBefore(known, list, first)
    return place ? list.page(select, place, limit).flatMap(({ cells }) => cells) : []
  }

  /**
   * Goes on, for a moment, remembering places of the list that was looked at last: a jump to its end is then as quick as its
   * first page. Answers whether there is more to do.
   */
  lookAhead(): boolean {
    const ahead = this.#ahead
    if (!ahead) return false
    const more = this.#connection.snapshot(() => {
      const known = this.#of(ahead.mark)
      if (known.total === null) return false
      const stretches = Math.floor((known.total - 1) / stretchLength)
      const until = performance.now() + lookAheadMs
      while (known.anchors.length < stretches && performance.now() < until) this.#remember(known, ahead.list)
      return known.anchors.length < stretches
    })
    if (!more) this.#ahead = null
    return more
  }

  #of(mark: string): Remembered {
    const version = this.#connection.pragma('data_version')
    if (version !== this.#version) this.#lists.clear()
    this.#version = version
    const known = this.#lists.get(mark) ?? { total: null, anchors: [], ids: null }
    this.#lists.delete(mark)
    this.#lists.set(mark, known)
    const oldest = this.#lists.keys().next().value
    if (this.#lists.size > listsKept && oldest !== undefined) this.#lists.delete(oldest)
    return known
  }

  #placeBefore(known: Remembered, list: ParcelList, row: number): Place | null {
    const stretches = Math.floor(row / stretchLength)
    while (known.anchors.length < stretches) this.#remember(known, list)
    const anchor = stretches === 0 ? null : (known.anchors[stretches - 1] ?? null)
    if (stretches > 0 && anchor === null) return null
    const rest = row - stretches * stretchLength
    return rest === 0 ? anchor : list.step(anchor, rest)
  }

  /** The next anchor; null once the list is over. */
  #remember(known: Remembered, list: ParcelList): void {
    const before = known.anchors.at(-1) ?? null
    const over = known.anchors.length > 0 && before === null
    known.anchors.push(over ? null : list.step(before, stretchLength))
  }

  #idsOf(known: Remembered, list: ParcelList): readonly number[] {
    known.ids ??= list.ids()
    return known.ids
  }

  #rowsOf(select: Sql, ids: readonly number[]): Value[] {
    const rows = this.#connection.rows(sql`
      SELECT p.id, ${select} FROM parcels p WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    const byId = new Map(rows.map(([id, ...cells]) => [id, cells]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  }
}
