import { describe, expect, it } from 'vitest'
import type { AsOf } from '../../../../src-main/store/store.ts'
import { codeOf, rowOf, rowsFrom } from '../made-rows.ts'
import type { OpenStore } from '../store-contract.ts'
import { storeFile } from '../temporary-store.ts'

const asOf: AsOf = { now: 60_000, today: '2026-03-10' }

/** How files get into a store. */
export function describeImports(open: OpenStore): void {
  describe('importing', () => {
    it('stores new rows, and the same file twice changes nothing', async () => {
      const store = await open()
      const rows = rowsFrom(0, 300, (n) => ({ city: 'Campinas', recipientName: `Ana ${n}` }))
      expect(await storeFile(store, rows)).toEqual({ stored: 300, changed: 0, unchanged: 0 })
      expect(await storeFile(store, rows)).toEqual({ stored: 0, changed: 0, unchanged: 300 })
      expect((await store.read.parcels.counts({}, asOf)).total).toBe(300)
      expect((await store.check()).found).toEqual([])
    })

    it('gives a new parcel what the file says and due at once', async () => {
      const store = await open()
      await storeFile(
        store,
        [rowOf(1, { city: 'São Paulo', weightG: 350, declaredValue: 19_990, currency: 'BRL', postedOn: '2026-03-01' })],
        { name: 'a.csv', at: 5_000 },
      )
      const stored = await store.read.parcels.get({ code: codeOf(1) }, asOf)
      expect(stored?.parcel).toMatchObject({
        code: codeOf(1),
        carrier: 'correios',
        city: 'São Paulo',
        weightG: 350,
        declaredValue: 19_990,
        currency: 'BRL',
        postedOn: '2026-03-01',
        status: 'registered',
        watch: 'watched',
        nextCheckAt: 5_000,
        createdAt: 5_000,
        updatedAt: 5_000,
        orderNumber: null,
        late: false,
        stalledDays: 0,
      })
      expect(stored?.history).toEqual([{ at: 5_000, kind: 'imported', detail: { file: 'a.csv' } }])
      expect(await store.read.tracking.due(5_000, 10)).toMatchObject([{ code: codeOf(1), urgent: false }])
    })

    it('changes field by field, leaves what the file does not have and remembers old and new', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { city: 'Campinas', phone: '19999990000', note: 'fragile' })])
      const outcome = await storeFile(store, [rowOf(1, { city: 'Santos', phone: null })], { name: 'b.csv', at: 9_000 })
      expect(outcome).toEqual({ stored: 0, changed: 1, unchanged: 0 })
      const stored = await store.read.parcels.get({ code: codeOf(1) }, asOf)
      expect(stored?.parcel).toMatchObject({ city: 'Santos', phone: null, note: 'fragile', updatedAt: 9_000 })
      expect(stored?.history[0]).toEqual({
        at: 9_000,
        kind: 'changed',
        detail: {
          file: 'b.csv',
          'city.old': 'Campinas',
          'city.new': 'Santos',
          'phone.old': '19999990000',
          'phone.new': null,
        },
      })
    })

    it('counts rows that differ and leaves them when the person keeps what is stored', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { city: 'Campinas' })])
      expect(await storeFile(store, [rowOf(1, { city: 'Santos' }), rowOf(2)], { changes: 'keep' })).toEqual({
        stored: 1,
        changed: 1,
        unchanged: 0,
      })
      expect((await store.read.parcels.get({ code: codeOf(1) }, asOf))?.parcel.city).toBe('Campinas')
    })

    it('takes a case or an accent for a difference', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { city: 'Sao Paulo', orderNumber: 'ped-1' })])
      expect(await storeFile(store, [rowOf(1, { city: 'São Paulo', orderNumber: 'PED-1' })])).toMatchObject({
        changed: 1,
      })
    })

    it('takes rows that do not all have the same fields', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { city: 'Campinas' }), rowOf(2, { note: 'x' })])
      expect(await storeFile(store, [rowOf(1, { note: 'y' }), rowOf(2, { city: 'Santos' }), rowOf(3)])).toEqual({
        stored: 1,
        changed: 2,
        unchanged: 0,
      })
      expect((await store.read.parcels.get({ code: codeOf(1) }, asOf))?.parcel).toMatchObject({
        city: 'Campinas',
        note: 'y',
      })
      expect((await store.read.parcels.get({ code: codeOf(2) }, asOf))?.parcel).toMatchObject({
        city: 'Santos',
        note: 'x',
      })
    })

    it('keeps counts and search in step over a large file with changes and a code twice', async () => {
      const store = await open()
      await storeFile(
        store,
        rowsFrom(0, 500, (n) => ({ recipientName: `Bruno ${n}`, state: 'SP', service: 'PAC' })),
      )
      const second = [
        ...rowsFrom(400, 400, (n) => ({ recipientName: `Carla ${n}`, state: n % 2 ? 'RJ' : null, service: 'SEDEX' })),
        rowOf(790, { recipientName: 'Duarte', state: 'MG' }),
        rowOf(790, { recipientName: 'Elisa', state: 'BA' }),
      ]
      expect(await storeFile(store, second)).toEqual({ stored: 300, changed: 102, unchanged: 0 })
      expect((await store.check()).found).toEqual([])
      const found = async (text: string) =>
        (await store.read.parcels.search({ text }, { limit: 1000 }, asOf)) as { rows: unknown[] }
      expect((await found('elisa')).rows).toHaveLength(1)
      expect((await found('duarte')).rows).toHaveLength(0)
      expect((await found('bruno')).rows).toHaveLength(400)
      expect((await found('carla')).rows).toHaveLength(399)
    })

    it('shows nothing of a file before it is committed and leaves nothing of one that is rolled back', async () => {
      const store = await open()
      const session = await store.write.parcels.beginImport({ name: 'c.csv', at: 1, changes: 'accept' })
      await session.add(rowsFrom(0, 1500, (n) => ({ recipientName: `Ana ${n}` })))
      expect((await store.read.parcels.counts({}, asOf)).total).toBe(0)
      await session.rollback()
      await session.rollback()
      await expect(session.add([rowOf(1)])).rejects.toThrow('stored or taken back')
      expect((await store.read.parcels.counts({}, asOf)).total).toBe(0)
      expect((await store.check()).found).toEqual([])
      expect(await storeFile(store, [rowOf(1, { recipientName: 'Ana' })])).toMatchObject({ stored: 1 })
    })

    it('lets other writes wait, and reads go on', async () => {
      const store = await open()
      const session = await store.write.parcels.beginImport({ name: 'd.csv', at: 1, changes: 'accept' })
      const order: string[] = []
      const preference = store.write.kept.savePreference('theme', 'dark').then(() => order.push('preference'))
      await session.add([rowOf(1)])
      expect(await store.read.kept.preference('theme')).toBeNull()
      order.push('commit')
      await session.commit()
      await preference
      expect(order).toEqual(['commit', 'preference'])
      expect(await store.read.kept.preference('theme')).toBe('dark')
    })

    it('never gives an id twice', async () => {
      const store = await open()
      await storeFile(store, rowsFrom(0, 3))
      const last = (await store.read.parcels.get({ code: codeOf(2) }, asOf))?.parcel.id ?? 0
      await store.write.parcels.remove({ kind: 'query', query: {} }, asOf)
      await storeFile(store, [rowOf(7)])
      expect((await store.read.parcels.get({ code: codeOf(7) }, asOf))?.parcel.id).toBeGreaterThan(last)
    })

    it('asks nobody about a parcel of no known carrier', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { carrier: 'unknown' })])
      expect((await store.read.parcels.get({ code: codeOf(1) }, asOf))?.parcel).toMatchObject({
        watch: 'untracked',
        nextCheckAt: null,
      })
      expect(await storeFile(store, [rowOf(1)], { at: 8_000 })).toMatchObject({ changed: 1 })
      expect((await store.read.parcels.get({ code: codeOf(1) }, asOf))?.parcel).toMatchObject({
        watch: 'watched',
        nextCheckAt: 8_000,
      })
    })

    it('tells an import what is stored of its codes', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { city: 'Campinas' })])
      const known = await store.read.parcels.byCodes([codeOf(1), codeOf(2)])
      expect([...known.keys()]).toEqual([codeOf(1)])
      expect(known.get(codeOf(1))).toMatchObject({ city: 'Campinas', note: null })
    })
  })
}
