import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { call, type OutputFor, type ReplyTo } from '../../api/client.ts'
import type { ColumnLayout } from '../../ui/data-grid/column-layout.ts'
import type { ParcelQuery } from './parcel-query.ts'

export type SavedView = OutputFor<'views.list'>[number]

/** Filters, order and columns that people gave a name. */
export const useParcelViews = defineStore('parcel-views', () => {
  const views = shallowRef<readonly SavedView[]>([])

  async function read(): Promise<void> {
    const reply = await call('views.list', {})
    if (reply.ok) views.value = reply.value
  }

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

  return { views, read, save, rename, remove }
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
