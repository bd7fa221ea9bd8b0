import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { call, type OutputFor, type ReplyTo } from '../../api/client.ts'
import type { ColumnLayout } from '../../ui/data-grid/column-layout.ts'
import { recall, remember } from '../../ui/remembered-state.ts'
import type { ParcelQuery } from './parcel-query.ts'
import { fittedKeys, ViewKeys, withKey } from './view-keys.ts'

export type SavedView = OutputFor<'views.list'>[number]

const keysKey = 'parcels.view-keys'

/** Filters, order and columns that people gave a name, and the keys that call them. */
export const useParcelViews = defineStore('parcel-views', () => {
  const views = shallowRef<readonly SavedView[]>([])
  const keys = shallowRef<ViewKeys>({})
  const keepKeys = remember(keysKey)
  let keysRead: Promise<void> | undefined

  async function readKeys(): Promise<void> {
    keys.value = (await recall(keysKey, ViewKeys)) ?? {}
  }

  async function read(): Promise<void> {
    keysRead ??= readKeys()
    const [reply] = await Promise.all([call('views.list', {}), keysRead])
    if (!reply.ok) return
    views.value = reply.value
    setKeys(
      fittedKeys(
        keys.value,
        reply.value.map(({ id }) => id),
      ),
    )
  }

  function setKeys(next: ViewKeys): void {
    if (JSON.stringify(next) === JSON.stringify(keys.value)) return
    keys.value = next
    keepKeys(next)
  }

  /** Gives a view another digit, or none with 0. */
  const setKey = (id: number, digit: number): void => setKeys(withKey(keys.value, id, digit))

  /** Keeps what the list shows under a name; with an id, that view is written over. */
  async function save(
    name: string,
    query: ParcelQuery,
    layout: ColumnLayout,
    id?: number,
  ): Promise<ReplyTo<'views.save'>> {
    const columns = layout.filter((place) => place.visible).map((place) => ({ key: place.key, width: place.width }))
    const reply = await call('views.save', { name, query, columns, ...(id === undefined ? {} : { id }) })
    await read()
    return reply
  }

  async function rename(view: SavedView, name: string): Promise<ReplyTo<'views.save'>> {
    const reply = await call('views.save', { ...view, name })
    await read()
    return reply
  }

  async function remove(id: number): Promise<void> {
    await call('views.remove', { id })
    await read()
  }

  return { views, keys, read, setKey, save, rename, remove }
})

/** The columns of a view put over the list's own: those it names first and shown, the others hidden. */
export function viewLayout(view: SavedView, layout: ColumnLayout): ColumnLayout {
  if (!view.columns) return layout
  const named = view.columns.flatMap(({ key, width }) => {
    const place = layout.find((one) => one.key === key)
    return place ? [{ ...place, visible: true, width: width ?? place.width }] : []
  })
  if (named.length === 0) return layout
  const rest = layout.filter((place) => !named.some(({ key }) => key === place.key))
  return [...named, ...rest.map((place) => ({ ...place, visible: false }))]
}
