import { useI18n } from 'vue-i18n'
import { useCarriersStore } from '../shell/carriers.store.ts'

/** The name that people know a carrier by; a code kept without one says so. */
export function useCarrierName(): (id: string) => string {
  const { t } = useI18n()
  const carriers = useCarriersStore()
  return (id) => (id === 'unknown' ? t('words.file.unknownCarrier') : carriers.labelOf(id))
}
