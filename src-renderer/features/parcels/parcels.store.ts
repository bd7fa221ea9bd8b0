import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { call, on } from '../../api/client.ts'
import { defaultLayout, fittedLayout, type ColumnLayout } from '../../ui/data-grid/column-layout.ts'
import type { GridSort, LoadWindow } from '../../ui/data-grid/grid-column.ts'
import { nothingSelected, selectedCount, type RowSelection } from '../../ui/data-grid/row-selection.ts'
import { recall, remember } from '../../ui/remembered-state.ts'
import { columnPlan, type ParcelRow } from './parcel-columns.ts'
import {
  ParcelQuery,
  isNarrowed,
  sameRows,
  tidyQuery,
  type ParcelCounts,
  type ParcelSelection,
} from './parcel-query.ts'
import { ParcelsScreen, keptSelection, parcelSelection, recalledSelection } from './parcels-screen.ts'
import { withoutTab } from './parcel-tabs.ts'
import { changesCount, noChanges, withChanges } from './pending-changes.ts'

const screenKey = 'parcels.screen'

/** The list of parcels: what it shows, what is chosen in it, and how the person left it. */
export const useParcelsStore = defineStore('parcels', () => {
  const query = shallowRef<ParcelQuery>({})
  const layout = shallowRef<ColumnLayout>(defaultLayout(columnPlan))
  const selection = shallowRef<RowSelection>(nothingSelected)
  const openId = ref<number | null>(null)
  const detailWidth = ref(420)
  const topRow = ref(0)
  const total = ref<number | null>(null)
  const counts = shallowRef<ParcelCounts | null>(null)
  const storedTotal = ref<number | null>(null)
  const pending = shallowRef(noChanges)
  const failed = ref(false)
  /** The screen is found as it was left, and it was looked whether anything is stored at all. */
  const ready = ref(false)
  /** Grows when the loaded rows shall be read again where they stand. */
  const refreshes = ref(0)

  let settled = 0
  let opening: Promise<void> | null = null
  const load = shallowRef<LoadWindow<ParcelRow>>(() => Promise.resolve(null))
  const pendingCount = computed(() => changesCount(pending.value))
  const selected = computed(() => selectedCount(selection.value, total.value ?? 0))
  const narrowed = computed(() => isNarrowed(query.value))
  const nothingStored = computed(() => storedTotal.value === 0)
  /** False while it is not known whether anything is stored at all: a first start is no search without result. */
  const nothingMatches = computed(() => total.value === 0 && storedTotal.value !== null && !nothingStored.value)

  function loaderOf(shown: ParcelQuery): LoadWindow<ParcelRow> {
    const rows = tidyQuery({ ...shown, sort: undefined })
    return async (first, limit, sort) => {
      const reply = await call('parcels.window', { query: { ...rows, ...sortPart(sort) }, first, limit })
      if (!reply.ok) return null
      failed.value = false
      return reply.value
    }
  }

  async function readCounts(): Promise<void> {
    const asked = query.value
    const reply = await call('parcels.counts', { query: withoutTab(asked) })
    if (reply.ok && sameRows(withoutTab(asked), withoutTab(query.value))) counts.value = reply.value
    if (!isNarrowed(withoutTab(asked)) && reply.ok) storedTotal.value = reply.value.total
    else if (storedTotal.value === null || storedTotal.value === 0) {
      const all = await call('parcels.counts', {})
      if (all.ok) storedTotal.value = all.value.total
    }
  }

  /** One row of all tells whether there is any, however many there are; what can't be told is left to the list to say. */
  async function lookForAny(): Promise<void> {
    const reply = await call('parcels.window', { query: {}, first: 0, limit: 1 })
    if (reply.ok) storedTotal.value = reply.value.total
  }

  /** Shows other rows. What was selected goes with the old ones, for nobody sees it any more. */
  function show(next: ParcelQuery): void {
    const tidy = tidyQuery(next)
    const other = !sameRows(tidy, query.value)
    query.value = tidy
    if (!other) return
    selection.value = nothingSelected
    pending.value = noChanges
    topRow.value = 0
    load.value = loaderOf(tidy)
    void readCounts()
  }

  const sortBy = (sort: GridSort): void =>
    show({ ...query.value, ...sortPart(sort), ...(sort ? {} : { sort: undefined }) })

  /** Shows what changed since the rows were read; for `settleMs` more also what is announced late, after work that the person asked for. */
  function applyChanges(settleMs = 0): void {
    if (settleMs > 0) settled = Date.now() + settleMs
    pending.value = noChanges
    refreshes.value++
    void readCounts()
  }

  /** Begins the list anew, as after rows were removed. */
  function reload(): void {
    selection.value = nothingSelected
    pending.value = noChanges
    load.value = loaderOf(query.value)
    void readCounts()
  }

  /** What is selected, as the engine takes it. */
  const chosen = (): ParcelSelection | null => parcelSelection(selection.value, query.value)

  /** Finds the screen as it was left; back from another place, its rows are read anew and nothing waits to be shown. */
  async function open(): Promise<void> {
    if (!ready.value) return (opening ??= openFirst())
    pending.value = noChanges
    return readCounts()
  }

  async function openFirst(): Promise<void> {
    const [kept] = await Promise.all([recall(screenKey, ParcelsScreen), lookForAny()])
    if (kept) {
      query.value = tidyQuery(kept.query)
      layout.value = fittedLayout(kept.layout, columnPlan)
      openId.value = kept.openId
      detailWidth.value = kept.detailWidth
      topRow.value = kept.topRow
      selection.value = recalledSelection(kept.selected)
    }
    load.value = loaderOf(query.value)
    ready.value = true
    void readCounts()
    const keep = remember(screenKey)
    watch([query, layout, selection, openId, detailWidth, topRow], () => {
      const state: ParcelsScreen = {
        query: query.value,
        layout: layout.value,
        openId: openId.value,
        detailWidth: detailWidth.value,
        topRow: topRow.value,
        selected: keptSelection(selection.value),
      }
      keep(state)
    })
    on('parcels.changed', (change) => {
      pending.value = withChanges(pending.value, change)
      if (!total.value || Date.now() < settled) applyChanges()
    })
  }

  return {
    query,
    layout,
    selection,
    openId,
    detailWidth,
    topRow,
    total,
    counts,
    storedTotal,
    pending,
    failed,
    ready,
    refreshes,
    load,
    pendingCount,
    selected,
    narrowed,
    nothingStored,
    nothingMatches,
    show,
    sortBy,
    applyChanges,
    reload,
    chosen,
    open,
  }
})

function sortPart(sort: GridSort): Pick<ParcelQuery, 'sort'> {
  const read = sort ? ParcelQuery.safeParse({ sort }) : null
  return read?.success && read.data.sort ? { sort: read.data.sort } : {}
}
