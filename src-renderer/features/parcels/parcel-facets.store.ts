import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { call, type OutputFor } from '../../api/client.ts'

/** What the filters offer: the carriers, services, channels and states that the stored parcels have. */
export const useParcelFacets = defineStore('parcel-facets', () => {
  const facets = shallowRef<OutputFor<'parcels.facets'>>({ carrier: [], service: [], channel: [], state: [] })
  const known = ref(false)

  async function read(): Promise<void> {
    const reply = await call('parcels.facets', {})
    if (!reply.ok) return
    facets.value = reply.value
    known.value = true
  }

  return { facets, known, read }
})
