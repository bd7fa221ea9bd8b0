import { useI18n } from 'vue-i18n'
import { reasonSentence } from '../../ui/problem-sentence.ts'

/** What went wrong at a parcel's last check: `correios.not-found` has the sentence of every carrier's `not-found`. */
export function useFailureSentence(): (code: string) => string {
  const { t, te } = useI18n({ useScope: 'global' })
  return (code) => {
    const own = `parcels.failure.${code.slice(code.indexOf('.') + 1)}`
    return te(own) ? t(own) : reasonSentence(code, { t, te })
  }
}
