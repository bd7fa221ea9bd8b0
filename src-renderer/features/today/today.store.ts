import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, on } from '../../api/client.ts'
import type { ProcedureError } from '../../../src-main/contract/define.ts'
import type { ParcelCounts } from '../../../src-main/contract/parcels.contract.ts'
import { useAccountsStore } from '../accounts/accounts.store.ts'
import { useSyncStore } from '../shell/sync.store.ts'
import { useWatchedFolderStore } from '../shell/watched-folder.store.ts'
import { workItems } from './work-items.ts'

/** While parcels change by the hundred, counting again is done at most this often. */
const recountMs = 1000

/** What has to be done now, counted. */
export const useTodayStore = defineStore('today', () => {
  const sync = useSyncStore()
  const watchedFolder = useWatchedFolderStore()
  const accounts = useAccountsStore()
  const counts = shallowRef<ParcelCounts | null>(null)
  const watched = shallowRef<ParcelCounts | null>(null)
  const unmapped = ref(0)
  const failure = shallowRef<ProcedureError | null>(null)
  let shown = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const work = computed(() =>
    counts.value && watched.value
      ? workItems({
          counts: counts.value,
          watched: watched.value,
          sync: sync.state,
          unmapped: unmapped.value,
          watchedFolder: watchedFolder.state,
          accounts: accounts.accounts,
          now: Date.now(),
        })
      : null,
  )
  on('parcels.changed', recountSoon)
  on('settings.changed', recountSoon)

  async function load(): Promise<void> {
    const [all, open, codes] = await Promise.all([
      call('parcels.counts', {}),
      call('parcels.counts', { query: { filter: { watch: 'watched' } } }),
      call('sync.unmapped', {}),
      watchedFolder.load(),
      accounts.load(),
    ])
    if (!all.ok || !open.ok) {
      failure.value = all.ok ? (open.ok ? null : open.error) : all.error
      return
    }
    failure.value = null
    counts.value = all.value
    watched.value = open.value
    unmapped.value = codes.ok ? codes.value.length : 0
  }

  function recountSoon(): void {
    if (!shown) return
    waiting ??= setTimeout(() => {
      waiting = undefined
      void load()
    }, recountMs)
  }

  /** Counts while somebody looks, and not behind their back. */
  function show(visible: boolean): void {
    shown = visible
    if (visible) void load()
  }

  return { counts, work, failure, load, show }
})
