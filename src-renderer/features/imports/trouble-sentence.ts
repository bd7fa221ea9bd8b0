import { useI18n } from 'vue-i18n'
import { problemSentence } from '../../ui/problem-sentence.ts'
import type { FileTrouble } from './import-queue.ts'
import type { Rejection } from './import-types.ts'

/** What stands in the way of a file and what to do about it, in one line. */
export function useTroubleSentence(): (trouble: FileTrouble) => string {
  const { t, te } = useI18n({ useScope: 'global' })
  return ({ code, detail }) => {
    const { what, undone, next } = problemSentence(
      { code: code as 'internal', message: code, retryable: false, detail },
      { t, te },
    )
    return [what, undone, next].filter(Boolean).join(' ')
  }
}

/** Why a row was not taken and what to do about it. */
export function useReasonSentence(): (rejection: Rejection) => string {
  const { t } = useI18n({ useScope: 'global' })
  return ({ reason, detail }) => t(`words.reason.${reason}`, { ...detail })
}
