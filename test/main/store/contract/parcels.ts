import { describe, expect, it } from 'vitest'
import type { ParcelSelection } from '../../../../src-main/domain/parcel-query.ts'
import type { AsOf } from '../../../../src-main/store/store.ts'
import { codeOf, rowOf, rowsFrom } from '../made-rows.ts'
import type { OpenStore } from '../store-contract.ts'
import { storeFile } from '../temporary-store.ts'

const asOf: AsOf = { now: 60_000, today: '2026-03-10' }

/** What people do with single parcels. */
export function describeParcels(open: OpenStore): void {
  describe('parcels', () => {
    it('knows nothing of a code that was never stored', async () => {
      const store = await open()
      expect(await store.read.parcels.get({ code: codeOf(1) }, asOf)).toBeNull()
      expect(await store.read.parcels.get({ id: 1 }, asOf)).toBeNull()
      expect(await store.write.parcels.edit(1, { note: 'x' }, 1)).toBeNull()
    })

    it('edits note and carrier and remembers what stood there', async () => {
      const store = await open()
      await storeFile(store, [rowOf(1, { carrier: 'unknown' })])
      const id = (await store.read.parcels.get({ code: codeOf(1) }, asOf))?.parcel.id ?? 0
      expect(await store.write.parcels.edit(id, { note: 'call first', carrier: 'inpost' }, 7_000)).toEqual({ step: 1 })
      expect(await store.write.parcels.edit(id, { note: 'call first' }, 8_000)).toEqual({ step: null })
      const stored = await store.read.parcels.get({ id }, asOf)
      expect(stored?.parcel).toMatchObject({
        note: 'call first',
        carrier: 'inpost',
        watch: 'watched',
        nextCheckAt: 7_000,
        updatedAt: 7_000,
      })
      expect(stored?.history).toMatchObject([
        {
          at: 7_000,
          kind: 'edited',
          detail: { 'note.old': null, 'note.new': 'call first', 'carrier.old': 'unknown', 'carrier.new': 'inpost' },
        },
        { kind: 'imported' },
      ])
      expect((await store.check()).found).toEqual([])
    })

    it('forgets parcels with everything that hangs on them', async () => {
      const store = await open()
      await storeFile(
        store,
        rowsFrom(0, 10, (n) => ({ recipientName: `Ana ${n}`, state: n < 5 ? 'SP' : 'RJ' })),
      )
      const { parcel } = (await store.read.parcels.get({ code: codeOf(1) }, asOf)) ?? {}
      const event = { code: 'XX/01', at: 1, zone: 'UTC', meaning: 'unknown', text: '?' } as const
      await store.write.tracking.record([
        { parcelId: parcel?.id ?? 0, at: 2_000, kind: 'answered', events: [event], promisedOn: null, raw: '{}' },
      ])
      const removal: ParcelSelection = { kind: 'query', query: { filter: { state: ['SP'] } } }
      expect(await store.write.parcels.remove(removal, asOf)).toMatchObject({ removed: 5 })
      expect((await store.read.parcels.counts({}, asOf)).total).toBe(5)
      expect(await store.read.parcels.countSelection({ kind: 'query', query: { text: 'ana' } }, asOf)).toBe(5)
      expect(await store.read.tracking.unmapped()).toMatchObject([{ code: 'XX/01', count: 1, parcelId: null }])
      expect((await store.check()).found).toEqual([])
    })
  })
}
