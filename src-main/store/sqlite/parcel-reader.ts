import { inflateRawSync } from 'node:zlib'
import { parcelDataFields, type ParcelData, type ParcelId } from '../../domain/parcel.ts'
import type { ParcelQuery, ParcelSelection } from '../../domain/parcel-query.ts'
import type { AsOf, Counts, StoredAction, StoredParcel } from '../store.ts'
import type { Row } from './connection.ts'
import { listMark, readCursor, writeCursor } from './cursor.ts'
import { toStoredEvent } from './event-row.ts'
import { narrow, narrowSelection, type Narrowing } from './narrowing.ts'
import { countByStatus, countParcels } from './parcel-counts.ts'
import { defaultSort, ParcelList } from './parcel-list.ts'
import { listedColumns, toTheMinute, unpackListed, type ListedCells } from './parcel-row.ts'
import type { ReaderContext } from './reader-context.ts'
import { name, sql } from './sql.ts'
import { stillness } from './still-parcels.ts'

type Page = { readonly after?: string | undefined; readonly limit: number }
type Packed = { cells: ListedCells; next: string | null }

const dataColumns = name(['id', ...parcelDataFields].join(', '))

/** Reads of parcels, as a reader's thread does them. */
export const parcelReader = {
  searchParcels(context: ReaderContext, query: ParcelQuery, page: Page, asOf: AsOf): Packed | 'cursor-invalid' {
    const moment = toTheMinute(asOf)
    return pageOf(context, narrow(query, moment), query.sort, listMark(query), page, moment)
  },

  selectParcels(
    context: ReaderContext,
    selection: ParcelSelection,
    order: ParcelQuery['sort'],
    page: Page,
    asOf: AsOf,
  ): Packed | 'cursor-invalid' {
    const moment = toTheMinute(asOf)
    return pageOf(context, narrowSelection(selection, moment), order, listMark([selection, order]), page, moment)
  },

  windowOfParcels(
    context: ReaderContext,
    query: ParcelQuery,
    page: { first: number; limit: number },
    asOf: AsOf,
  ): { cells: ListedCells; total: number } {
    const moment = toTheMinute(asOf)
    const { stalled, stalledDays } = query.filter ?? {}
    const cutOffs = stalled === undefined && stalledDays === undefined ? null : stillness(query.filter ?? {}, moment)
    const mark = listMark([query, moment.today, cutOffs])
    const narrowing = narrow(query, moment)
    return context.connection.snapshot(() => {
      const list = new ParcelList(context.connection, narrowing, query.sort)
      const total = context.lists.total(mark, () => countParcels(context.connection, narrowing))
      if (page.first >= total) return { cells: [], total }
      return { cells: context.lists.window(mark, list, listedColumns(moment), page.first, page.limit), total }
    })
  },

  countsOfParcels(context: ReaderContext, query: ParcelQuery, asOf: AsOf): Counts {
    return context.connection.snapshot(() => countByStatus(context.connection, query, toTheMinute(asOf)))
  },

  countSelection(context: ReaderContext, selection: ParcelSelection, asOf: AsOf): number {
    return countParcels(context.connection, narrowSelection(selection, toTheMinute(asOf)))
  },

  facets(context: ReaderContext): { carrier: string[]; service: string[]; channel: string[]; state: string[] } {
    const facets: Record<'carrier' | 'service' | 'channel' | 'state', string[]> = {
      carrier: [],
      service: [],
      channel: [],
      state: [],
    }
    for (const kind of ['carrier', 'service', 'channel', 'state'] as const) {
      const rows = context.connection.all(sql`SELECT value FROM counts WHERE kind = ${kind} AND n > 0 ORDER BY value`)
      facets[kind] = rows.map((row) => String(row['value']))
    }
    return facets
  },

  getParcel(context: ReaderContext, ref: { id: ParcelId } | { code: string }, asOf: AsOf): StoredParcel | null {
    const moment = toTheMinute(asOf)
    const which = 'id' in ref ? sql`p.id = ${ref.id}` : sql`p.code = ${ref.code}`
    return context.connection.snapshot(() => {
      const rows = context.connection.rows(sql`SELECT ${listedColumns(moment)} FROM parcels p WHERE ${which}`)
      const [parcel] = unpackListed(rows.flat(), moment)
      if (!parcel) return null
      return {
        parcel,
        events: eventsOf(context, parcel.id),
        history: historyOf(context, parcel.id),
        raw: answerOf(context, parcel.id),
        account: accountOf(context, parcel.id),
      }
    })
  },

  parcelsByCodes(
    context: ReaderContext,
    codes: readonly string[],
  ): ReadonlyMap<string, ParcelData & { readonly id: ParcelId }> {
    const wanted = sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`
    const rows = context.connection.all(sql`SELECT ${dataColumns} FROM parcels WHERE code IN ${wanted}`)
    return new Map(rows.map((row) => [String(row['code']), toData(row)]))
  },
}

/** As with `unpackListed`, the strict table vouches for the row. */
const toData = (row: Row): ParcelData & { readonly id: ParcelId } =>
  row as unknown as ParcelData & { readonly id: ParcelId }

function pageOf(
  context: ReaderContext,
  narrowing: Narrowing,
  sort: ParcelQuery['sort'],
  mark: string,
  page: Page,
  asOf: AsOf,
): Packed | 'cursor-invalid' {
  const after = page.after === undefined ? null : readCursor(mark, page.after)
  if (page.after !== undefined && after === null) return 'cursor-invalid'
  return context.connection.snapshot(() => {
    const list = new ParcelList(context.connection, narrowing, sort ?? defaultSort)
    const found = list.page(listedColumns(asOf), after, page.limit + 1)
    const last = found[page.limit - 1]
    const more = found.length > page.limit && last !== undefined
    return {
      cells: found.slice(0, page.limit).flatMap(({ cells }) => cells),
      next: more ? writeCursor(mark, last.place) : null,
    }
  })
}

function eventsOf(context: ReaderContext, id: ParcelId): StoredParcel['events'] {
  return context.connection
    .all(sql`SELECT * FROM events WHERE parcelId = ${id} ORDER BY position DESC`)
    .map(toStoredEvent)
}

function historyOf(context: ReaderContext, id: ParcelId): StoredAction[] {
  const actions = context.connection.all(
    sql`SELECT at, kind, detail FROM actions WHERE parcelId = ${id} ORDER BY id DESC`,
  )
  const imported = context.connection.get(sql`
    SELECT imports.at AS at, imports.name AS file FROM parcels JOIN imports ON imports.id = parcels.importId WHERE parcels.id = ${id}`)
  const history = actions.map(toAction)
  if (imported)
    history.push({ at: Number(imported['at']), kind: 'imported', detail: { file: String(imported['file']) } })
  return history
}

const toAction = (row: Row): StoredAction => ({
  at: Number(row['at']),
  kind: row['kind'] as StoredAction['kind'],
  detail: JSON.parse(String(row['detail'])) as StoredAction['detail'],
})

function accountOf(context: ReaderContext, id: ParcelId): StoredParcel['account'] {
  const row = context.connection.get(sql`
    SELECT a.id, a.name FROM parcels p JOIN accounts a ON a.id = p.accountId
    WHERE p.id = ${id} AND (SELECT count(*) FROM accounts o WHERE o.carrier = p.carrier) > 1`)
  return row ? { id: Number(row['id']), name: String(row['name']) } : null
}

function answerOf(context: ReaderContext, id: ParcelId): StoredParcel['raw'] {
  const row = context.connection.get(sql`SELECT at, body FROM tracking_answers WHERE parcelId = ${id}`)
  const body = row?.['body']
  return row && Buffer.isBuffer(body) ? { at: Number(row['at']), body: inflateRawSync(body).toString() } : null
}
