import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useParcelsStore } from '../../../../src-renderer/features/parcels/parcels.store.ts'
import { everythingSelected, nothingSelected } from '../../../../src-renderer/ui/data-grid/row-selection.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'

const counts = { total: 3, status: {}, late: 0, stalled: 0, silent: 0, failing: 0 }
let bridge: FakeBridge
let kept: string | null

beforeEach(() => {
  kept = null
  setActivePinia(createPinia())
  bridge = FakeBridge.install()
    .answer('preferences.get', () => ({ value: kept }))
    .answer('preferences.save', () => ({}))
    .answer('parcels.counts', () => counts)
    .answer('parcels.window', () => ({ rows: [], total: 3 }))
})

async function opened() {
  const store = useParcelsStore()
  await store.open()
  await flushPromises()
  store.total = 3
  return store
}

describe('the list of parcels', () => {
  it('asks the counts without what the tabs decide', async () => {
    const store = await opened()
    store.show({ text: 'ana', filter: { late: true, carrier: ['correios'] } })
    await flushPromises()
    expect(bridge.payloadsOf('parcels.counts').at(-1)).toEqual({
      query: { text: 'ana', filter: { carrier: ['correios'] } },
    })
  })

  it('reads windows of the query in the order that the grid asks for', async () => {
    const store = await opened()
    store.show({ text: 'ana' })
    await store.load(200, 200, { by: 'city', direction: 'desc' })
    expect(bridge.payloadsOf('parcels.window').at(-1)).toEqual({
      query: { text: 'ana', sort: { by: 'city', direction: 'desc' } },
      first: 200,
      limit: 200,
    })
  })

  it('lets the selection go with the rows, and keeps it when only their order changes', async () => {
    const store = await opened()
    store.selection = everythingSelected
    store.sortBy({ by: 'city', direction: 'asc' })
    expect(store.selected).toBe(3)
    store.show({ ...store.query, text: 'ana' })
    expect(store.selection).toBe(nothingSelected)
  })

  it('collects what changes and shows it when asked to', async () => {
    const store = await opened()
    bridge.push('parcels.changed', { ids: [1, 2], count: 2 })
    expect([store.pendingCount, store.refreshes]).toEqual([2, 0])
    store.applyChanges()
    expect([store.pendingCount, store.refreshes]).toEqual([0, 1])
  })

  it('shows at once what comes into an empty list', async () => {
    const store = await opened()
    store.total = 0
    bridge.push('parcels.changed', { ids: null, count: 500 })
    expect([store.pendingCount, store.refreshes]).toEqual([0, 1])
  })

  it('is found as it was left', async () => {
    kept = JSON.stringify({
      query: { text: 'ana' },
      layout: [{ key: 'code', width: 150, visible: true, pinned: null }],
      openId: 7,
      detailWidth: 500,
      topRow: 40,
      selected: { kind: 'ids', rows: [7, 8] },
    })
    const store = await opened()
    expect([store.query, store.openId, store.detailWidth, store.topRow, store.selected]).toEqual([
      { text: 'ana' },
      7,
      500,
      40,
      2,
    ])
    expect(store.layout[0]).toMatchObject({ key: 'code', width: 150 })
  })

  it('says that nothing matches only when it knows that something is stored', async () => {
    let stored = 0
    bridge
      .answer('parcels.counts', () => ({ ...counts, total: stored }))
      .answer('parcels.window', () => ({ rows: [], total: stored }))
    const store = useParcelsStore()
    const opening = store.open()
    store.total = 0
    expect([store.nothingStored, store.nothingMatches]).toEqual([false, false])
    await opening
    await flushPromises()
    expect([store.nothingStored, store.nothingMatches]).toEqual([true, false])
    stored = 5
    store.applyChanges()
    await flushPromises()
    expect([store.nothingStored, store.nothingMatches]).toEqual([false, true])
  })

  it('begins anew when what was kept is no longer understood', async () => {
    kept = '{"query":{"nonsense":1}}'
    expect((await opened()).query).toEqual({})
  })
})
