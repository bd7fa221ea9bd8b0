import { useI18n } from 'vue-i18n'
import type { DraftField, DraftProblems } from './rule-draft.ts'

/** What is said at a field of the rule's form; empty where nothing is wrong. */
export function useDraftProblem(problems: () => DraftProblems): (field: DraftField) => { error?: string } {
  const { t } = useI18n({ useScope: 'global' })
  return (field) => {
    const found = problems()[field]
    return found === undefined ? {} : { error: t(`rateRules.problem.${field}.${found}`) }
  }
}
