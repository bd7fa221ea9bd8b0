import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { call, start, type InputFor, type OutputFor } from '../../api/client.ts'
import { i18n } from '../../i18n/index.ts'
import { useFeedback } from '../../ui/feedback.ts'
import type { ParcelSelection } from './parcel-query.ts'
import { useParcelsStore } from './parcels.store.ts'

/** Long work on parcels that is under way: how far it is and how to stop it. */
export type ParcelWork = {
  readonly kind: 'update' | 'export'
  readonly done: number
  readonly total: number | null
  readonly cancel: () => void
}

/** What people do with many parcels at once; goes on while they look at something else. */
export const useParcelWork = defineStore('parcel-work', () => {
  const { t } = i18n.global
  const feedback = useFeedback()
  const parcels = useParcelsStore()
  const updating = shallowRef<ParcelWork | null>(null)
  const exporting = shallowRef<ParcelWork | null>(null)
  const removing = ref(false)

  const counted = (key: string, count: number): string =>
    t(key, { count: new Intl.NumberFormat(i18n.global.locale.value).format(count) }, count)

  /** Asks the carriers about these parcels now; without a selection about everything due. */
  async function update(selection: ParcelSelection | null): Promise<void> {
    if (updating.value) return
    const task = start(
      'sync.run',
      selection ? { selection } : {},
      ({ done, total }) => (updating.value = { kind: 'update', done, total, cancel: task.cancel }),
    )
    updating.value = { kind: 'update', done: 0, total: null, cancel: task.cancel }
    const reply = await task.result
    updating.value = null
    if (reply.ok) feedback[leftOver(reply.value) > 0 ? 'note' : 'done'](updateSentence(reply.value))
    else feedback.failed(reply.error, 'sync.run')
    parcels.applyChanges(1500)
  }

  const leftOver = ({ failed, unasked, switchedOff, continuing }: OutputFor<'sync.run'>): number =>
    failed + unasked + switchedOff + continuing

  function updateSentence(outcome: OutputFor<'sync.run'>): string {
    const parts = outcome.continuing > 0 ? [counted('shell.sync.continuing', outcome.continuing)] : []
    if (outcome.checked === 0 && parts.length > 0) return parts.join(' ')
    parts.push(counted('parcels.update.checked', outcome.checked), counted('parcels.update.changed', outcome.changed))
    if (outcome.notFound > 0) parts.push(counted('parcels.update.notFound', outcome.notFound))
    if (outcome.failed > 0) parts.push(counted('parcels.update.failed', outcome.failed))
    if (outcome.unasked > 0) parts.push(counted('parcels.update.unasked', outcome.unasked))
    if (outcome.switchedOff > 0) parts.push(counted('parcels.update.switchedOff', outcome.switchedOff))
    return parts.join(' ')
  }

  /** Forgets parcels; true when it was done. */
  async function remove(selection: ParcelSelection): Promise<boolean> {
    removing.value = true
    const reply = await call('parcels.remove', { selection })
    removing.value = false
    if (!reply.ok) {
      feedback.failed(reply.error, 'parcels.remove')
      return false
    }
    feedback.done(counted('parcels.remove.done', reply.value.removed))
    return true
  }

  /** Writes parcels to a file that the person names; true when the file stands. */
  async function exportTo(
    kind: 'xlsx' | 'csv',
    suggestedName: string,
    input: Omit<InputFor<'parcels.export'>, 'file'>,
  ): Promise<boolean> {
    const chosen = await call('files.save', { suggestedName, kind })
    if (!chosen.ok) {
      feedback.failed(chosen.error, 'files.save')
      return false
    }
    if (!chosen.value) return false
    const task = start(
      'parcels.export',
      { ...input, file: chosen.value.file },
      ({ done, total }) => (exporting.value = { kind: 'export', done, total, cancel: task.cancel }),
    )
    exporting.value = { kind: 'export', done: 0, total: null, cancel: task.cancel }
    const reply = await task.result
    exporting.value = null
    if (!reply.ok) {
      feedback.failed(reply.error, 'parcels.export')
      return false
    }
    const { file } = reply.value
    feedback.done(counted('parcels.export.done', reply.value.rows), {
      label: t('parcels.export.reveal'),
      run: () => void reveal(file),
    })
    return true
  }

  async function reveal(file: string): Promise<void> {
    const reply = await call('files.reveal', { file })
    if (!reply.ok) feedback.failed(reply.error, 'files.reveal')
  }

  return { updating, exporting, removing, update, remove, exportTo }
})
