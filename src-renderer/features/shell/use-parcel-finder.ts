import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { call } from '../../api/client.ts'
import type { ParcelRow } from '../../../src-main/contract/parcels.contract.ts'

/** How long nothing is asked while somebody goes on typing. */
const pauseMs = 80
const shown = 8

/** Parcels for the words typed so far. An answer that comes after a newer question is thrown away. */
export function useParcelFinder(text: Ref<string>): {
  rows: Readonly<Ref<readonly ParcelRow[]>>
  searching: Readonly<Ref<boolean>>
} {
  const rows = shallowRef<readonly ParcelRow[]>([])
  const searching = ref(false)
  let asked = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  watch(text, (now) => {
    clearTimeout(waiting)
    const words = now.trim()
    asked++
    if (words.length < 2) {
      rows.value = []
      searching.value = false
      return
    }
    waiting = setTimeout(() => void find(words, asked), pauseMs)
  })
  onScopeDispose(() => clearTimeout(waiting))

  async function find(words: string, question: number): Promise<void> {
    searching.value = true
    const reply = await call('parcels.search', { text: words.slice(0, 200), limit: shown })
    if (question !== asked) return
    searching.value = false
    rows.value = reply.ok ? reply.value.rows : []
  }

  return { rows, searching }
}
