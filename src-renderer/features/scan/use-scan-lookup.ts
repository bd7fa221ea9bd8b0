import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { cleanCode, groupCode } from '../../../src-main/contract/tracking-code.ts'
import { call } from '../../api/client.ts'
import { useFeedback } from '../../ui/feedback.ts'
import { useAppStore } from '../shell/app.store.ts'
import { createDoubleScan } from './double-scan.ts'
import { useGatheredCodes } from './gathered-codes.store.ts'
import { playScanTone } from './scan-tone.ts'

/**
 * What a scan does where no place wants it: opens the parcel of a known code, gathers an unknown one to be added, and
 * says, to the ear and to the eye, that a code was read twice.
 *
 * Codes are looked up one after another: the last one read is the one that stands open, and none is passed over.
 */
export function useScanLookup(): (scanned: string) => Promise<void> {
  const router = useRouter()
  const app = useAppStore()
  const gathered = useGatheredCodes()
  const feedback = useFeedback()
  const { t } = useI18n()
  const double = createDoubleScan(() => performance.now())
  let turn: Promise<void> = Promise.resolve()

  function sayRepeated(code: string): void {
    if (app.settings.scanTone) playScanTone()
    feedback.warn(t('shell.scan.repeated', { code: groupCode(code) }), 'scan-repeated')
  }

  async function lookUp(code: string): Promise<void> {
    const reply = await call('parcels.get', { code })
    if (reply.ok) await router.push({ path: '/parcels', query: { open: String(reply.value.parcel.id) } })
    else if (reply.error.code === 'parcel-unknown') gathered.gather(code, reply.error.detail ?? {})
    else {
      double.forget()
      feedback.failed(reply.error, 'parcels.get')
    }
  }

  return async (scanned) => {
    const code = cleanCode(scanned).slice(0, 60)
    if (code === '') return
    if (double.repeats(code) || gathered.has(code)) return sayRepeated(code)
    turn = turn.then(
      () => lookUp(code),
      () => lookUp(code),
    )
    return turn
  }
}
