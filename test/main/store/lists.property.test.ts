import fc from 'fast-check'
import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { isBusinessDay } from '../../../src-main/domain/business-days.ts'
import { addDays, dayOf } from '../../../src-main/domain/day.ts'
import { endedStatuses, parcelStatuses } from '../../../src-main/domain/parcel-status.ts'
import { parcelSortKeys, type ParcelFilter, type ParcelQuery } from '../../../src-main/domain/parcel-query.ts'
import { firstStalledAfter, type StillnessRules } from '../../../src-main/domain/stillness.ts'
import { parcelTabs, tabCount, withTab, withoutTab } from '../../../src-renderer/features/parcels/parcel-tabs.ts'
import { openStore } from '../../../src-main/store/sqlite/open-store.ts'
import type { AsOf, ListedParcel, Store } from '../../../src-main/store/store.ts'
import { allPages } from './contract/lists.ts'
import { rowOf, rowsFrom } from './made-rows.ts'
import { storeFile } from './temporary-store.ts'
import { runs } from '../../support/property-runs.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'

const dayMs = 86_400_000
const start = Date.UTC(2026, 2, 1)
const rules: StillnessRules = { after: firstStalledAfter, countries: { inpost: 'PL' } }
/** Between midnight in Warsaw and midnight in São Paulo, so that the carriers' days differ. */
const asOf: AsOf = { now: start + 20 * dayMs + 3_600_000, today: '2026-03-21', stillness: rules }
const words = ['Ana', 'João', 'Łucja', 'de Souza', 'Zoë']
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length]

const dir = mkdtempSync(join(tmpdir(), 'despacho-lists-'))
let store: Store
let all: readonly ListedParcel[]

/** 400 parcels of every kind: by number, so that a failure can be looked at again. */
beforeAll(async () => {
  const opened = await openStore({ dir })
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  for (let file = 0; file < 4; file++) {
    const rows = rowsFrom(file * 100, 100, (n) => ({
      carrier: pick(['correios', 'inpost', 'unknown'], n * 7) ?? 'correios',
      service: pick(['PAC', 'SEDEX', null], n) ?? null,
      channel: pick(['loja', null], n * 3) ?? null,
      state: pick(['SP', 'RJ', null, 'MG'], n * 5) ?? null,
      city: pick(['São Paulo', 'sao roque', null, 'Łódź'], n * 11) ?? null,
      recipientName: n % 9 === 0 ? null : `${pick(words, n)} ${pick(words, n * 13 + 1)}`,
      orderNumber: n % 4 === 0 ? null : `ped-${n % 50}`,
      weightG: n % 6 === 0 ? null : (n * 37) % 500,
      postedOn: n % 5 === 0 ? null : `2026-03-${String(1 + (n % 20)).padStart(2, '0')}`,
    }))
    await storeFile(store, rows, { at: start + file * 3 * dayMs })
  }
  const parcels = await allPages(store, {}, 1000)
  await store.write.tracking.record(
    parcels
      .filter((_, n) => n % 3 !== 0)
      .map((parcel, n) => {
        const at = start + (n % 19) * dayMs
        const raw = '{}'
        if (n % 7 === 0) return { parcelId: parcel.id, at, kind: 'not-found', raw } as const
        const meaning = pick(parcelStatuses, n) ?? 'posted'
        const event = { code: `E/${n % 5}`, at: at - dayMs, zone: 'America/Sao_Paulo', meaning, text: 'x' } as const
        const promisedOn = n % 2 ? `2026-03-${String(1 + (n % 28)).padStart(2, '0')}` : null
        return { parcelId: parcel.id, at, kind: 'answered', events: [event], promisedOn, raw } as const
      }),
  )
  all = await allPages(store, {}, 1000, asOf)
})

afterAll(async () => {
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)

const anyFilter: fc.Arbitrary<ParcelFilter> = fc.record(
  {
    status: some(parcelStatuses),
    carrier: some(['correios', 'inpost', 'unknown', 'nobody']),
    service: some(['PAC', 'SEDEX']),
    channel: some(['loja']),
    state: some(['SP', 'RJ', 'MG', 'XX']),
    postedFrom: day,
    postedTo: day,
    promisedFrom: day,
    promisedTo: day,
    importedFrom: day,
    importedTo: day,
    late: fc.boolean(),
    stalled: fc.boolean(),
    stalledDays: fc.integer({ min: 1, max: 20 }),
    watch: fc.constantFrom('watched', 'ended', 'silent', 'untracked'),
    failing: fc.boolean(),
  },
  { requiredKeys: [] },
)
const fewFilters = fc.tuple(anyFilter, fc.nat()).map(([filter, seed]) => {
  const entries = Object.entries(filter)
  return Object.fromEntries(entries.filter((_, i) => (i * 31 + seed) % entries.length < 2)) as ParcelFilter
})
const anyQuery: fc.Arbitrary<ParcelQuery> = fc.record(
  {
    filter: fewFilters,
    text: fc.constantFrom('ana', 'joao', 'JOÃO', 'souza ana', 'ped-1', 'pe', 'AA', 'zoe', 'lodz', '1000001', 'nobody'),
    sort: fc.record({ by: fc.constantFrom(...parcelSortKeys), direction: fc.constantFrom('asc', 'desc') }),
  },
  { requiredKeys: [] },
)

const localDay = (instant: number): string => {
  const at = new Date(instant)
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
}

const stillDaysById = new Map<number, number | null>()

function stillDaysOf(parcel: ListedParcel): number | null {
  const known = stillDaysById.get(parcel.id)
  const days = known === undefined ? countStillDays(parcel) : known
  stillDaysById.set(parcel.id, days)
  return days
}

/** Business days since a parcel moved, counted one by one in the carrier's country. */
function countStillDays(parcel: ListedParcel): number | null {
  if (parcel.watch !== 'watched' || endedStatuses.includes(parcel.status)) return null
  const country = parcel.carrier === 'inpost' ? 'PL' : 'BR'
  const zone = country === 'PL' ? 'Europe/Warsaw' : 'America/Sao_Paulo'
  const today = dayOf(asOf.now, zone)
  let count = 0
  for (let at = addDays(dayOf(parcel.lastEventAt ?? parcel.createdAt, zone), 1); at <= today; at = addDays(at, 1))
    if (isBusinessDay(at, country)) count++
  return count
}

const isStalledNow = (parcel: ListedParcel): boolean => {
  const after = Object.entries(rules.after).find(([status]) => status === parcel.status)?.[1]
  return after !== undefined && (stillDaysOf(parcel) ?? 0) >= after
}

/** What a filter means, said a second time without SQL. */
function matches(parcel: ListedParcel, filter: ParcelFilter): boolean {
  const within = (value: string | null, from: string | undefined, to: string | undefined) =>
    (from === undefined || (value !== null && value >= from)) && (to === undefined || (value !== null && value <= to))
  const among = (value: string | null, list: readonly string[] | undefined) =>
    !list || (value !== null && list.includes(value))
  const still = stillDaysOf(parcel)
  return (
    among(parcel.status, filter.status) &&
    among(parcel.carrier, filter.carrier) &&
    among(parcel.service, filter.service) &&
    among(parcel.channel, filter.channel) &&
    among(parcel.state, filter.state) &&
    within(parcel.postedOn, filter.postedFrom, filter.postedTo) &&
    within(parcel.promisedOn, filter.promisedFrom, filter.promisedTo) &&
    within(localDay(parcel.createdAt), filter.importedFrom, filter.importedTo) &&
    (filter.late === undefined || parcel.late === filter.late) &&
    (filter.stalled === undefined || isStalledNow(parcel) === filter.stalled) &&
    (filter.stalledDays === undefined || (still !== null && still >= filter.stalledDays)) &&
    (filter.watch === undefined || parcel.watch === filter.watch) &&
    (filter.failing === undefined ||
      (parcel.checkFailure !== null && !parcel.checkFailure.endsWith('.not-found')) === filter.failing)
  )
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function says(parcel: ListedParcel, text: string): boolean {
  return text
    .split(' ')
    .every((word) =>
      word.length < 3
        ? [parcel.code, parcel.orderNumber].some((field) => field !== null && folded(field).startsWith(folded(word)))
        : [parcel.code, parcel.orderNumber, parcel.recipientName, parcel.document, parcel.email, parcel.city].some(
            (field) => field !== null && folded(field).includes(folded(word)),
          ),
    )
}

const asciiFolded = (value: string | number): string | number =>
  typeof value === 'string' ? value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : value
const foldedKeys: readonly string[] = ['orderNumber', 'recipientName', 'city']

function compare(a: ListedParcel, b: ListedParcel, { by, direction }: NonNullable<ParcelQuery['sort']>): number {
  const way = direction === 'asc' ? 1 : -1
  const key = (parcel: ListedParcel) => (foldedKeys.includes(by) ? asciiFolded(parcel[by] ?? '') : (parcel[by] ?? ''))
  const [x, y] = [a[by], b[by]]
  if ((x === null) !== (y === null)) return x === null ? 1 : -1
  const bytes = (value: string | number) => (typeof value === 'string' ? Buffer.from(value) : value)
  const [p, q] = [bytes(key(a)), bytes(key(b))]
  const order =
    typeof p === 'number' && typeof q === 'number'
      ? p - q
      : Buffer.compare(Buffer.from(p as Uint8Array), Buffer.from(q as Uint8Array))
  return (x === null ? 0 : order * way) || (a.id - b.id) * way
}

const expected = (query: ParcelQuery): number[] =>
  all
    .filter((parcel) => matches(parcel, query.filter ?? {}) && (query.text === undefined || says(parcel, query.text)))
    .sort((a, b) => compare(a, b, query.sort ?? { by: 'id', direction: 'desc' }))
    .map((parcel) => parcel.id)

describe('lists of any query', { timeout: runs(120_000) }, () => {
  it('are the parcels that match, in order, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.integer({ min: 3, max: 150 }), async (query, limit) => {
        const wanted = expected(query)
        expect((await allPages(store, query, limit, asOf)).map((row) => row.id)).toEqual(wanted)
      }),
      { numRuns: runs(150) },
    )
  })

  it('have as many rows as every count says', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, fc.nat({ max: 420 }), async (query, first) => {
        const wanted = expected(query)
        const window = await store.read.parcels.window(query, { first, limit: 50 }, asOf)
        expect(window.total).toBe(wanted.length)
        expect(window.rows.map((row) => row.id)).toEqual(wanted.slice(first, first + 50))
        expect(await store.read.parcels.countSelection({ kind: 'query', query }, asOf)).toBe(wanted.length)

        const counts = await store.read.parcels.counts(query, asOf)
        const { status: _, ...filter } = query.filter ?? {}
        const without = (more: ParcelFilter) => expected({ ...query, filter: { ...filter, ...more } }).length
        expect(counts.total).toBe(without({}))
        for (const status of parcelStatuses) expect(counts.status[status]).toBe(without({ status: [status] }))
        if (filter.late !== false) expect(counts.late).toBe(without({ late: true }))
        if (filter.failing !== false) expect(counts.failing).toBe(without({ failing: true }))
        if (filter.watch === undefined) expect(counts.silent).toBe(without({ watch: 'silent' }))
        if (filter.stalled !== false) expect(counts.stalled).toBe(without({ stalled: true }))
      }),
      { numRuns: runs(150) },
    )
  })

  it('have as many rows in every tab as the tab says', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (query) => {
        const counts = await store.read.parcels.counts(withoutTab(query), asOf)
        for (const tab of parcelTabs) {
          const shown = withTab(query, tab)
          const { total } = await store.read.parcels.window(shown, { first: 0, limit: 1 }, asOf)
          expect([tab, total]).toEqual([tab, tabCount(counts, tab)])
          expect([tab, expected(shown).length]).toEqual([tab, total])
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('say for each parcel whether it is late and how long it stands still', () => {
    for (const parcel of all) {
      const ended = endedStatuses.includes(parcel.status)
      const deliveredOn =
        parcel.deliveredAt === null ? null : new Date(parcel.deliveredAt - 3 * 3_600_000).toISOString().slice(0, 10)
      const late =
        parcel.promisedOn !== null &&
        ((!ended && parcel.promisedOn < asOf.today) || (deliveredOn !== null && deliveredOn > parcel.promisedOn))
      expect(parcel.late).toBe(late)
      expect(parcel.stalledDays).toBe(stillDaysOf(parcel))
      expect(parcel.stalled).toBe(isStalledNow(parcel))
    }
  })

  it('tell one parcel from all others', async () => {
    expect(await storeFile(store, [rowOf(9_000)], { at: start })).toMatchObject({ stored: 1 })
    await store.write.parcels.remove({ kind: 'query', query: { text: 'aa 100 009 000 br' } }, asOf)
    expect((await store.read.parcels.counts({}, asOf)).total).toBe(all.length)
    expect((await store.check()).found).toEqual([])
  })
})
