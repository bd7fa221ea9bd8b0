import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { call } from '../../api/client.ts'
import { cleanCode, groupCode } from '../../../src-main/contract/tracking-code.ts'
import { useFeedback } from '../../ui/feedback.ts'

/** What a scan does where no place wants it: finds that code and opens its parcel. */
export function useScanLookup(): (scanned: string) => Promise<void> {
  const router = useRouter()
  const feedback = useFeedback()
  const { t } = useI18n()

  return async (scanned) => {
    const code = cleanCode(scanned).slice(0, 60)
    if (code === '') return
    const reply = await call('parcels.get', { code })
    if (reply.ok) await router.push({ path: '/parcels', query: { open: String(reply.value.parcel.id) } })
    else if (reply.error.code === 'parcel-unknown') feedback.note(t('shell.scan.unknown', { code: groupCode(code) }))
    else feedback.failed(reply.error, 'parcels.get')
  }
}
