import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import type { CarrierInfo } from '../../../src-main/contract/accounts.contract.ts'
import { useFeedback } from '../../ui/feedback.ts'

/** The carriers that this version of Despacho knows. */
export const useCarriersStore = defineStore('carriers', () => {
  const feedback = useFeedback()
  const carriers = shallowRef<readonly CarrierInfo[]>([])

  async function load(): Promise<void> {
    const reply = await call('carriers.list', {})
    if (reply.ok) carriers.value = reply.value
    else feedback.failed(reply.error, 'carriers.list')
  }

  const byId = (id: string): CarrierInfo | null => carriers.value.find((carrier) => carrier.id === id) ?? null
  /** What people call a carrier; its id where this version does not know it. */
  const labelOf = (id: string): string => byId(id)?.label ?? id

  return { carriers, load, byId, labelOf }
})
