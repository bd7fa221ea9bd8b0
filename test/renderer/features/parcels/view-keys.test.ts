import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { useParcelViews } from '../../../../src-renderer/features/parcels/parcel-views.store.ts'
import { fittedKeys, withKey } from '../../../../src-renderer/features/parcels/view-keys.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'

describe('the keys of saved views', () => {
  it('go to new views from the lowest free one, and to nine at most', () => {
    expect(fittedKeys({ 4: 2 }, [4, 5, 6])).toEqual({ 4: 2, 5: 1, 6: 3 })
    const ids = Array.from({ length: 11 }, (_, index) => index + 1)
    expect(Object.values(fittedKeys({}, ids))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0])
  })

  it('are free again when their view is removed; who has none by choice gets none', () => {
    expect(fittedKeys({ 1: 1, 2: 2, 3: 0 }, [2, 3, 9])).toEqual({ 2: 2, 3: 0, 9: 1 })
  })

  it('are exchanged when one is given to another view', () => {
    expect(withKey({ 1: 1, 2: 2 }, 2, 1)).toEqual({ 1: 2, 2: 1 })
    expect(withKey({ 1: 1, 2: 2 }, 2, 0)).toEqual({ 1: 1, 2: 0 })
  })
})

describe('saved views', () => {
  let views: { id: number; name: string; query: object }[]
  beforeEach(() => {
    freshPinia()
    views = [
      { id: 1, name: 'B', query: {} },
      { id: 2, name: 'C', query: {} },
    ]
    FakeBridge.install()
      .answer('preferences.get', () => ({ value: null }))
      .answer('preferences.save', () => ({}))
      .answer('views.list', () => views.toSorted((a, b) => a.name.localeCompare(b.name)))
      .answer('views.save', (view: (typeof views)[number]) => {
        views = [...views.filter(({ id }) => id !== view.id), view]
        return { id: view.id }
      })
  })

  it('keep their key when they or others are renamed', async () => {
    const store = useParcelViews()
    await store.read()
    await store.rename(store.views[1] as never, 'A')
    await flushPromises()
    expect(
      store.views.map(({ name }) => [name, store.keys[views.find((view) => view.name === name)?.id ?? 0]]),
    ).toEqual([
      ['A', 2],
      ['B', 1],
    ])
  })
})
