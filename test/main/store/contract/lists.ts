import { describe, expect, it } from 'vitest'
import type { AsOf, ListedParcel, Store } from '../../../../src-main/store/store.ts'
import type { ParcelQuery, ParcelSelection } from '../../../../src-main/domain/parcel-query.ts'
import { codeOf, rowOf, rowsFrom } from '../made-rows.ts'
import type { OpenStore } from '../store-contract.ts'
import { storeFile } from '../temporary-store.ts'

const asOf: AsOf = { now: 60_000, today: '2026-03-10' }

const looksLikeSyntax = [
  '"',
  '""',
  '*',
  'code:aaa',
  'NEAR(a b)',
  'aaa OR bbb',
  'aaa NOT bbb',
  '(((',
  '^aaa',
  "'; DROP TABLE parcels; --",
  'a\0b\0c',
  '{code} : aaa',
  '-aaa',
]

/** All pages of a list. */
export async function allPages(
  store: Store,
  query: ParcelQuery,
  limit: number,
  at: AsOf = asOf,
): Promise<ListedParcel[]> {
  const rows: ListedParcel[] = []
  let after: string | undefined
  for (;;) {
    const page = await store.read.parcels.search(query, { after, limit }, at)
    if (page === 'cursor-invalid') throw new Error('the cursor was refused')
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}

/** How lists are read. */
export function describeLists(open: OpenStore): void {
  describe('lists', () => {
    it('is newest first without more, and ends', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(0, 25))
      const rows = await allPages(store, {}, 10)
      expect(rows.map((row) => row.code)).toEqual(Array.from({ length: 25 }, (_, i) => codeOf(24 - i)))
      const exactly = await store.read.parcels.search({}, { limit: 25 }, asOf)
      expect(exactly).toMatchObject({ next: null })
    })

    it('refuses a cursor of another list and one that is none', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(0, 25))
      const page = await store.read.parcels.search({}, { limit: 10 }, asOf)
      const after = page === 'cursor-invalid' ? '' : (page.next ?? '')
      expect(await store.read.parcels.search({ filter: { state: ['SP'] } }, { after, limit: 10 }, asOf)).toBe(
        'cursor-invalid',
      )
      expect(
        await store.read.parcels.search({ sort: { by: 'code', direction: 'asc' } }, { after, limit: 10 }, asOf),
      ).toBe('cursor-invalid')
      expect(await store.read.parcels.search({}, { after: 'bm9uZQ', limit: 10 }, asOf)).toBe('cursor-invalid')
      expect(await store.read.parcels.search({}, { after: '', limit: 10 }, asOf)).toBe('cursor-invalid')
    })

    it('goes on from where it was when rows come and go in between', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(0, 20))
      const page = await store.read.parcels.search({}, { limit: 5 }, asOf)
      if (page === 'cursor-invalid' || page.next === null) throw new Error('there is no second page')
      const last = page.rows.at(-1)?.id ?? 0
      await storeFile(store, rowsFrom(50, 5))
      await store.write.parcels.remove({ kind: 'ids', ids: [last] }, asOf)
      const next = await store.read.parcels.search({}, { after: page.next, limit: 3 }, asOf)
      expect(next === 'cursor-invalid' ? [] : next.rows.map((row) => row.code)).toEqual([
        codeOf(14),
        codeOf(13),
        codeOf(12),
      ])
    })

    it('puts what is empty last in both directions', async () => {
      const store = await open()
      await storeFile(store, [
        rowOf(1, { city: 'Santos' }),
        rowOf(2),
        rowOf(3, { city: 'araras' }),
        rowOf(4),
        rowOf(5, { city: 'Bauru' }),
      ])
      const cities = async (direction: 'asc' | 'desc') =>
        (await allPages(store, { sort: { by: 'city', direction } }, 2)).map((row) => row.city ?? row.code)
      expect(await cities('asc')).toEqual(['araras', 'Bauru', 'Santos', codeOf(2), codeOf(4)])
      expect(await cities('desc')).toEqual(['Santos', 'Bauru', 'araras', codeOf(4), codeOf(2)])
    })

    it('finds words anywhere, without accents or case, all of them', async () => {
      const store = await open()
      await storeFile(store, [
        rowOf(1, { recipientName: 'João da Conceição', city: 'Florianópolis', email: 'joao@example.com' }),
        rowOf(2, { recipientName: 'Maria Conceicao', document: '12345678909', orderNumber: 'PED-77' }),
        rowOf(3, { recipientName: 'Zoë "Z" O\'Neil', city: 'Łódź' }),
      ])
      const found = async (text: string) => (await allPages(store, { text }, 10)).map((row) => row.code).sort()
      expect(await found('conceicao')).toEqual([codeOf(1), codeOf(2)])
      expect(await found('CONCEIÇÃO joao')).toEqual([codeOf(1)])
      expect(await found('floripa')).toEqual([])
      expect(await found('aria')).toEqual([codeOf(2)])
      expect(await found('123.456.789-09')).toEqual([codeOf(2)])
      expect(await found('aa 100 000 003 br')).toEqual([codeOf(3)])
      expect(await found(codeOf(3).toLowerCase())).toEqual([codeOf(3)])
      expect(await found('ped-77')).toEqual([codeOf(2)])
      expect(await found('pe')).toEqual([codeOf(2)])
      expect(await found('aa')).toEqual([codeOf(1), codeOf(2), codeOf(3)])
      expect(await found("zoe o'neil")).toEqual([codeOf(3)])
      expect(await found('   ')).toHaveLength(3)
    })

    it('takes what looks like syntax for words', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { recipientName: 'Ana' })])
      for (const text of looksLikeSyntax) {
        expect(await allPages(store, { text }, 10)).toEqual([])
        expect((await store.read.parcels.window({ text }, { first: 0, limit: 10 }, asOf)).total).toBe(0)
      }
    })

    it('jumps anywhere', async () => {
      const store = await open()
      await storeFile(
        store,
        rowsFrom(0, 3500, (n) => ({
          city: n % 3 === 0 ? null : `City ${(n * 7919) % 997}`,
          recipientName: n % 2 ? 'Ana' : 'Bruno',
        })),
      )
      const queries: ParcelQuery[] = [
        {},
        { sort: { by: 'city', direction: 'asc' } },
        { sort: { by: 'city', direction: 'desc' } },
        { text: 'ana' },
        { text: 'ana', sort: { by: 'city', direction: 'asc' } },
      ]
      for (const query of queries) {
        const all = (await allPages(store, query, 1000)).map((row) => row.id)
        for (const first of [0, 1, 999, 1000, 1001, 2345, 3399, 3499, 3500, 9000]) {
          const window = await store.read.parcels.window(query, { first, limit: 120 }, asOf)
          expect(window.total).toBe(all.length)
          expect(window.rows.map((row) => row.id)).toEqual(all.slice(first, first + 120))
        }
      }
      await storeFile(store, rowsFrom(4000, 10))
      const window = await store.read.parcels.window({}, { first: 0, limit: 1 }, asOf)
      expect(window).toMatchObject({ total: 3510, rows: [{ code: codeOf(4009) }] })
    })

    it('offers what the stored parcels have for filters', async () => {
      const store = await open()
      await storeFile(store, [
        rowOf(1, { service: 'PAC', state: 'SP' }),
        rowOf(2, { carrier: 'inpost', channel: 'shop' }),
      ])
      expect(await store.read.parcels.facets()).toEqual({
        carrier: ['correios', 'inpost'],
        service: ['PAC'],
        channel: ['shop'],
        state: ['SP'],
      })
      await store.write.parcels.remove({ kind: 'query', query: { text: codeOf(2) } }, asOf)
      expect(await store.read.parcels.facets()).toMatchObject({ carrier: ['correios'], channel: [] })
    })

    it('offers what a file calls a channel now; the name of before filters on and finds what still has it', async () => {
      const store = await open()
      const named = (channel: string) => rowsFrom(0, 3, () => ({ channel }))
      const count = (query: ParcelQuery) => store.read.parcels.countSelection({ kind: 'query', query }, asOf)
      await storeFile(store, named('Loja antiga'))
      const view = { name: 'Loja', query: { filter: { channel: ['Loja antiga'], carrier: ['correios'] } } }
      await store.write.kept.saveView(view)
      await storeFile(store, named('Loja nova').slice(1))
      expect(await store.read.parcels.facets()).toMatchObject({ channel: ['Loja antiga', 'Loja nova'] })
      const [kept] = await store.read.kept.views()
      expect(kept?.query).toEqual(view.query)
      expect(await count(kept?.query ?? {})).toBe(1)
      await storeFile(store, named('Loja nova'))
      expect(await store.read.parcels.facets()).toMatchObject({ channel: ['Loja nova'] })
      expect(await count(kept?.query ?? {})).toBe(0)
      expect(await count({ filter: { channel: ['Loja antiga', 'Loja nova'] } })).toBe(3)
    })

    it('reads a selection page by page in any order', async () => {
      const store = await open()
      await storeFile(
        store,
        rowsFrom(0, 30, (n) => ({ city: `City ${n % 4}` })),
      )
      const ids = (await allPages(store, {}, 100)).map((row) => row.id)
      const except = ids.slice(0, 3)
      const selection: ParcelSelection = { kind: 'query', query: { filter: { carrier: ['correios'] } }, except }
      expect(await store.read.parcels.countSelection(selection, asOf)).toBe(27)
      const first = await store.read.parcels.select(selection, { by: 'city', direction: 'asc' }, { limit: 20 }, asOf)
      const rest = await store.read.parcels.select(
        selection,
        { by: 'city', direction: 'asc' },
        { after: first.next ?? '', limit: 20 },
        asOf,
      )
      const rows = [...first.rows, ...rest.rows]
      expect(rest.next).toBeNull()
      expect(new Set(rows.map((row) => row.id))).toEqual(new Set(ids.slice(3)))
      expect(rows.map((row) => row.city)).toEqual(rows.map((row) => row.city).sort())
      const some: ParcelSelection = { kind: 'ids', ids: [...ids.slice(5, 8), 999_999] }
      expect(await store.read.parcels.countSelection(some, asOf)).toBe(3)
      expect((await store.read.parcels.select(some, undefined, { limit: 20 }, asOf)).rows.map((row) => row.id)).toEqual(
        ids.slice(5, 8),
      )
    })
  })
}
