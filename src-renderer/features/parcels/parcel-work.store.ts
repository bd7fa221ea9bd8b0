import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { call, start, type InputFor, type OutputFor } from '../../api/client.ts'
import { i18n } from '../../i18n/index.ts'
import { useFeedback, type FeedbackAction } from '../../ui/feedback.ts'
import { localDay } from './filter-period.ts'
import type { ParcelSelection } from './parcel-query.ts'
import { useParcelsStore } from './parcels.store.ts'
import { useUndo } from './undo.store.ts'

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
  const undo = useUndo()
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
    if (reply.ok) tellUpdate(reply.value)
    else feedback.failed(reply.error, 'sync.run')
    parcels.applyChanges(1500)
  }

  function tellUpdate(outcome: OutputFor<'sync.run'>): void {
    if (outcome.queued > 0) feedback.note(counted('parcels.update.queued', outcome.queued))
    else if (outcome.failed > 0) feedback.note(updateSentence(outcome), againButton(outcome))
    else feedback[leftOver(outcome) > 0 ? 'note' : 'done'](updateSentence(outcome))
  }

  const leftOver = ({ unasked, switchedOff, continuing }: OutputFor<'sync.run'>): number =>
    unasked + switchedOff + continuing

  /** Tries again what failed in an update, and nothing else. */
  function againButton({ failed, failedIds }: OutputFor<'sync.run'>): FeedbackAction {
    const selection: ParcelSelection =
      failedIds && failedIds.length > 0
        ? { kind: 'ids', ids: failedIds }
        : { kind: 'query', query: { filter: { failing: true } } }
    return { label: counted('parcels.update.again', failed), run: () => void update(selection) }
  }

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

  /** Takes parcels out of the list; true when it was done. */
  async function remove(selection: ParcelSelection): Promise<boolean> {
    removing.value = true
    const reply = await call('parcels.remove', { selection })
    removing.value = false
    if (!reply.ok) {
      feedback.failed(reply.error, 'parcels.remove')
      return false
    }
    feedback.done(counted('parcels.remove.done', reply.value.removed), undo.button(reply.value.undo))
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

  /** Writes what a claim at the carrier needs to know of these parcels; without a selection of all that the list shows. */
  function exportClaim(selection: ParcelSelection | null): Promise<boolean> {
    return exportTo('xlsx', `${t('parcels.claim.fileName')}-${localDay(new Date())}.xlsx`, {
      query: parcels.query,
      ...(selection ? { selection } : {}),
      set: 'claim',
    })
  }

  async function reveal(file: string): Promise<void> {
    const reply = await call('files.reveal', { file })
    if (!reply.ok) feedback.failed(reply.error, 'files.reveal')
  }

  return { updating, exporting, removing, update, againButton, remove, exportTo, exportClaim }
})
