import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { call, on, start } from '../../api/client.ts'
import type { CarrierHealth, SyncState } from '../../../src-main/contract/sync.contract.ts'
import { useFeedback } from '../../ui/feedback.ts'
import { useFormat } from '../../ui/use-format.ts'
import { useParcelWork } from '../parcels/parcel-work.store.ts'

/** How the carriers fare and when they are asked next. */
export const useSyncStore = defineStore('sync', () => {
  const feedback = useFeedback()
  const { counted } = useFormat()
  const work = useParcelWork()
  const state = shallowRef<SyncState | null>(null)
  const asking = ref(false)
  const carriers = computed(() => state.value?.carriers ?? [])
  on('sync.changed', (changed) => (state.value = changed))

  async function load(): Promise<void> {
    const reply = await call('sync.state', {})
    if (reply.ok) state.value = reply.value
    else feedback.failed(reply.error, 'sync.state')
  }

  async function pause(paused: boolean): Promise<void> {
    const reply = await call('sync.pause', { paused })
    if (reply.ok) await load()
    else feedback.failed(reply.error, 'sync.pause')
  }

  /** How long a carrier has been off and who waits for it; null while it is on. */
  const offState = (carrier: string): CarrierHealth | null =>
    carriers.value.find((health) => health.carrier === carrier && health.state === 'off' && health.account === null) ??
    null

  async function switchCarrier(carrier: string, on: boolean): Promise<void> {
    const reply = await call('sync.switchCarrier', { carrier, on })
    if (reply.ok) await load()
    else feedback.failed(reply.error, 'sync.switchCarrier')
  }

  /** Asks the carriers about everything that is due, and says what came of it. */
  async function askNow(): Promise<void> {
    if (asking.value) return
    asking.value = true
    const reply = await start('sync.run', {}).result
    asking.value = false
    if (!reply.ok) feedback.failed(reply.error, 'sync.run')
    else if (reply.value.continuing > 0) feedback.note(counted('shell.sync.continuing', reply.value.continuing))
    else if (reply.value.switchedOff > 0) feedback.note(counted('shell.sync.switchedOff', reply.value.switchedOff))
    else if (reply.value.failed > 0)
      feedback.note(counted('shell.sync.someFailed', reply.value.failed), work.againButton(reply.value))
    else feedback.done(counted('shell.sync.asked', reply.value.checked, { changed: reply.value.changed }))
  }

  return { state, asking, carriers, load, pause, offState, switchCarrier, askNow }
})
