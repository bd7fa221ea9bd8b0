import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { z } from 'zod'
import { call, on } from '../../api/client.ts'
import type { ProcedureError } from '../../../src-main/contract/define.ts'
import type { Pictures } from '../../../src-main/contract/today.contract.ts'
import { recall, remember } from '../../ui/remembered-state.ts'

/** While parcels change, the pictures are drawn again at most this often: nobody sees a day grow by the second. */
const redrawMs = 3_000

const pictureNames = ['days', 'delivery', 'late'] as const
export type PictureName = (typeof pictureNames)[number]

const Kept = z.array(z.enum(pictureNames))

/** What the pictures show, and which of them a person reads as a table. */
export const usePicturesStore = defineStore('pictures', () => {
  const pictures = shallowRef<Pictures | null>(null)
  const failure = shallowRef<ProcedureError | null>(null)
  const tables = ref<PictureName[]>([])
  const keep = remember('today.tables')
  let shown = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  void recall('today.tables', Kept).then((kept) => {
    if (kept) tables.value = kept
  })
  on('parcels.changed', () => {
    if (!shown) return
    waiting ??= setTimeout(() => {
      waiting = undefined
      if (shown) void load()
    }, redrawMs)
  })

  async function load(): Promise<void> {
    const reply = await call('today.pictures', {})
    failure.value = reply.ok ? null : reply.error
    if (reply.ok) pictures.value = reply.value
  }

  /** Read while somebody looks, and not behind their back. */
  function show(visible: boolean): void {
    shown = visible
    if (visible) void load()
  }

  function turn(name: PictureName): void {
    tables.value = tables.value.includes(name) ? tables.value.filter((one) => one !== name) : [...tables.value, name]
    keep(tables.value)
  }

  return { pictures, failure, tables, load, show, turn }
})
