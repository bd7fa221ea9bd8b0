import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { call, on } from '../../api/client.ts'
import type { ProcedureError } from '../../../src-main/contract/define.ts'
import type { ParcelDetail } from './parcel-columns.ts'

/** The parcel that is open beside the list, read anew whenever it changes. */
export function useParcelDetail(id: Readonly<Ref<number | null>>): {
  readonly detail: Readonly<Ref<ParcelDetail | null>>
  readonly error: Readonly<Ref<ProcedureError | null>>
  readonly read: () => Promise<void>
} {
  const detail = shallowRef<ParcelDetail | null>(null)
  const error = ref<ProcedureError | null>(null)
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const asked = id.value
    if (asked === null) return
    const reply = await call('parcels.get', { id: asked })
    if (asked !== id.value) return
    error.value = reply.ok ? null : reply.error
    detail.value = reply.ok ? reply.value : null
  }

  watch(
    id,
    (now) => {
      clearTimeout(waiting)
      error.value = null
      if (now === null) detail.value = null
      // Held arrow keys pass many rows; only the one they stop at is read.
      else waiting = setTimeout(() => void read(), detail.value ? 60 : 0)
    },
    { immediate: true },
  )

  const stop = on('parcels.changed', ({ ids }) => {
    if (id.value !== null && (ids === null || ids.includes(id.value))) void read()
  })
  onBeforeUnmount(() => {
    clearTimeout(waiting)
    stop()
  })

  return { detail, error, read }
}
