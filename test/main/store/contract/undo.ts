import { describe, expect, it } from 'vitest'
import type { ParcelSelection } from '../../../../src-main/domain/parcel-query.ts'
import type { AsOf, Store } from '../../../../src-main/store/store.ts'
import { codeOf, rowOf, rowsFrom } from '../made-rows.ts'
import type { OpenStore } from '../store-contract.ts'
import { storeFile } from '../temporary-store.ts'

const asOf: AsOf = { now: 60_000, today: '2026-03-10' }
const everything: ParcelSelection = { kind: 'query', query: {} }
const event = { code: 'PO/01', at: 5, zone: 'UTC', meaning: 'posted', text: 'Objeto postado' } as const

const parcelOf = async (store: Store, n: number) => store.read.parcels.get({ code: codeOf(n) }, asOf)

async function answer(store: Store, parcelId: number): Promise<void> {
  await store.write.tracking.record([
    { parcelId, at: 2_000, kind: 'answered', events: [event], promisedOn: '2026-03-20', raw: '{"a":"ç"}' },
  ])
}

/** What people take back. */
export function describeUndo(open: OpenStore): void {
  describe('undo', () => {
    it.each([1, 250])('brings %i removed parcels back with everything that hangs on them', async (count) => {
      const store = await open()
      await storeFile(
        store,
        rowsFrom(1, count, (n) => ({ recipientName: `Ana ${n}`, state: 'SP', weightG: n })),
      )
      const first = await parcelOf(store, 1)
      await answer(store, first?.parcel.id ?? 0)
      await store.write.parcels.edit(first?.parcel.id ?? 0, { note: 'ligar "antes"' }, 3_000)
      const before = await parcelOf(store, 1)
      const counts = await store.read.parcels.counts({}, asOf)

      const { removed, step } = await store.write.parcels.remove(everything, asOf)
      expect(removed).toBe(count)
      expect(await parcelOf(store, 1)).toBeNull()
      expect(await store.read.parcels.counts({}, asOf)).toMatchObject({ total: 0 })
      expect(await store.read.parcels.countSelection({ kind: 'query', query: { text: 'ana' } }, asOf)).toBe(0)
      expect((await store.check()).found).toEqual([])
      expect(await store.read.undo.steps(0, 9)).toMatchObject([
        { id: step, kind: 'removed', count },
        { kind: 'edited' },
      ])

      expect(await store.write.undo.undo(step, 0, 70_000)).toEqual({ kind: 'removed', restored: count, taken: 0 })
      expect(await parcelOf(store, 1)).toEqual(before)
      expect(before).toMatchObject({ raw: { body: '{"a":"ç"}' }, events: [{ text: 'Objeto postado' }] })
      expect(await store.read.parcels.counts({}, asOf)).toEqual(counts)
      expect(await store.read.parcels.countSelection({ kind: 'query', query: { text: 'ana' } }, asOf)).toBe(count)
      expect((await store.check()).found).toEqual([])
      expect(await store.write.undo.undo(step, 0, 70_000)).toBe('undone-already')
    })

    it('leaves what came in again as it is', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { note: 'old' }), rowOf(2)])
      const { step } = await store.write.parcels.remove(everything, asOf)
      await storeFile(store, [rowOf(1, { note: 'new' })])
      expect(await store.write.undo.undo(step, 0, 70_000)).toEqual({ kind: 'removed', restored: 1, taken: 1 })
      expect((await parcelOf(store, 1))?.parcel.note).toBe('new')
      expect(await parcelOf(store, 2)).not.toBeNull()
      expect((await store.check()).found).toEqual([])
    })

    it('puts an edit back, and only what nobody changed since', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { carrier: 'unknown' })])
      const id = (await parcelOf(store, 1))?.parcel.id ?? 0
      const first = await store.write.parcels.edit(id, { note: 'a' }, 3_000)
      const second = await store.write.parcels.edit(id, { note: 'b', carrier: 'inpost' }, 4_000)
      expect(await store.write.undo.undo(first?.step ?? 0, 0, 5_000)).toBe('changed-since')
      expect(await store.write.undo.undo(second?.step ?? 0, 0, 5_000)).toEqual({ kind: 'edited', parcelId: id })
      const stored = await parcelOf(store, 1)
      expect(stored?.parcel).toMatchObject({ note: 'a', carrier: 'unknown', watch: 'untracked', nextCheckAt: null })
      expect(stored?.history[0]).toMatchObject({
        kind: 'edited',
        at: 5_000,
        detail: { 'note.old': 'b', 'note.new': 'a' },
      })
      expect(await store.write.undo.undo(null, 0, 6_000)).toBe('nothing-to-undo')
      expect((await store.check()).found).toEqual([])
    })

    it('takes back the newest first, and says when its time is over', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1), rowOf(2)])
      const id = (await parcelOf(store, 1))?.parcel.id ?? 0
      const edit = await store.write.parcels.edit(id, { note: 'a' }, 3_000)
      const removal = await store.write.parcels.remove({ kind: 'ids', ids: [id] }, asOf)
      expect(await store.write.undo.undo(edit?.step ?? 0, 0, 70_000)).toBe('parcel-unknown')
      expect(await store.write.undo.undo(null, 0, 70_000)).toMatchObject({ kind: 'removed', restored: 1 })
      const again = await store.write.parcels.remove({ kind: 'ids', ids: [id] }, asOf)
      expect(again.step).toBeGreaterThan(removal.step ?? 0)
      expect(await store.write.undo.undo(null, 60_001, 70_000)).toBe('nothing-to-undo')
      expect(await store.write.undo.undo(again.step, 60_001, 70_000)).toBe('undo-expired')
      expect(await store.write.undo.expire(60_001, 1)).toBe(true)
      while (await store.write.undo.expire(60_001, 1));
      expect(await store.write.undo.undo(again.step, 0, 70_000)).toBe('undo-expired')
      expect(await store.read.undo.steps(0, 9)).toEqual([])
      expect((await store.check()).found).toEqual([])
    })
  })
}
