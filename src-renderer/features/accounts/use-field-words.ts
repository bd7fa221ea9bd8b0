import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AccountField, FieldProblem } from './account-draft.ts'

type FieldWords = { readonly label: string; readonly hint: string; readonly problem: string | false }

/** Label, hint and problem of a field: the carrier's own words where it has them, else those of every carrier. */
export function useFieldWords(
  props: Readonly<{ field: AccountField; carrier: string; problem?: FieldProblem | undefined }>,
): ComputedRef<FieldWords> {
  const { t, te } = useI18n()

  function word(part: 'label' | 'hint'): string | undefined {
    const keys = [props.carrier, 'any'].map((owner) => `accounts.field.${owner}.${props.field.key}.${part}`)
    const key = keys.find((candidate) => te(candidate))
    return key === undefined ? undefined : t(key)
  }

  return computed(() => ({
    label: word('label') ?? props.field.key,
    hint: word('hint') ?? '',
    problem: props.problem ? t(`accounts.form.problem.${props.problem}`, { digits: props.field.digits ?? 0 }) : false,
  }))
}
