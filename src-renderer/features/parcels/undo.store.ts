import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call, type OutputFor } from '../../api/client.ts'
import { i18n } from '../../i18n/index.ts'
import { useFeedback, type FeedbackAction } from '../../ui/feedback.ts'
import { useParcelsStore } from './parcels.store.ts'

/** Taking back what was done: by the button of its message, by key, by the palette. */
export const useUndo = defineStore('undo', () => {
  const { t } = i18n.global
  const feedback = useFeedback()
  const parcels = useParcelsStore()
  const busy = ref(false)

  const counted = (key: string, count: number): string =>
    t(key, { count: new Intl.NumberFormat(i18n.global.locale.value).format(count) }, count)

  /** Takes back one step, or the newest, and says what came of it. */
  async function run(id?: number): Promise<void> {
    if (busy.value) return
    busy.value = true
    const reply = await call('undo.run', id === undefined ? {} : { id })
    busy.value = false
    if (reply.ok) {
      feedback.done(sentence(reply.value))
      if (reply.value.kind === 'removed') parcels.reload()
      else parcels.applyChanges(1500)
    } else if (reply.error.code === 'nothing-to-undo') feedback.note(t('errors.nothing-to-undo'))
    else feedback.failed(reply.error, 'undo.run')
  }

  function sentence({ kind, restored, taken }: OutputFor<'undo.run'>): string {
    if (kind === 'edited') return t('parcels.undo.edited')
    const parts = [counted('parcels.undo.restored', restored)]
    if (taken > 0) parts.push(counted('parcels.undo.taken', taken))
    return parts.join(' ')
  }

  /** The button that takes a step back; none where nothing was done. */
  function button(id: number | null): FeedbackAction | undefined {
    return id === null ? undefined : { label: t('parcels.undo.button'), run: () => void run(id) }
  }

  return { busy, run, button }
})
