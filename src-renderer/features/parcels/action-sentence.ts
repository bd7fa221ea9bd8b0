import { useI18n } from 'vue-i18n'
import { useFormat } from '../../ui/use-format.ts'
import { useFailureSentence } from './failure-sentence.ts'
import type { ParcelAction } from './parcel-columns.ts'
import { useCarrierName } from './use-carrier-name.ts'

export type FieldChange = {
  readonly field: string
  readonly old: string | number | null
  readonly new: string | number | null
}

/** The fields that an action changed: its detail has `<field>.old` and `<field>.new`. */
export function changesOf(detail: ParcelAction['detail']): FieldChange[] {
  const fields = Object.keys(detail).flatMap((key) => (key.endsWith('.new') ? [key.slice(0, -4)] : []))
  return fields.map((field) => ({ field, old: detail[`${field}.old`] ?? null, new: detail[`${field}.new`] ?? null }))
}

/** Sentences for what Despacho did with a parcel. */
export function useActionSentence(): {
  readonly title: (action: ParcelAction) => string
  readonly lines: (action: ParcelAction) => string[]
} {
  const { t, te } = useI18n()
  const { format, counted } = useFormat()
  const carrierName = useCarrierName()
  const failure = useFailureSentence()

  const status = (value: unknown): string =>
    te(`words.status.${String(value)}`) ? t(`words.status.${String(value)}`) : String(value)
  const watch = (value: unknown): string =>
    te(`words.watch.${String(value)}`) ? t(`words.watch.${String(value)}`) : String(value)

  function title({ kind, detail }: ParcelAction): string {
    switch (kind) {
      case 'imported':
        return t('parcels.history.imported', { file: detail['file'] ?? '' })
      case 'changed':
        return t('parcels.history.changed', { file: detail['file'] ?? '' })
      case 'edited':
        return t('parcels.history.edited')
      case 'checked':
        return Number(detail['events'] ?? 0) === 0
          ? t('parcels.history.checkedNothing')
          : counted('parcels.history.checked', Number(detail['events']))
      case 'status':
        return t('parcels.history.status', { from: status(detail['from']), to: status(detail['to']) })
      case 'check-failed':
        return failure(String(detail['failure'] ?? ''))
      case 'anonymised':
        return t('parcels.history.anonymised')
      case 'watch':
        return t('parcels.history.watch', { to: watch(detail['to']) })
    }
  }

  const value = (field: string, said: string | number | null): string => {
    if (said === null || said === '') return t('parcels.history.empty')
    if (field === 'carrier') return carrierName(String(said))
    if (field === 'postedOn' || field === 'shopPromisedOn') return format.value.day(String(said))
    return String(said)
  }

  const lines = ({ detail }: ParcelAction): string[] =>
    changesOf(detail).map((change) =>
      t('parcels.history.field', {
        field: te(`words.column.${change.field}`) ? t(`words.column.${change.field}`) : change.field,
        old: value(change.field, change.old),
        new: value(change.field, change.new),
      }),
    )

  return { title, lines }
}
