import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale } from '../../src-main/contract/app.contract.ts'
import { createFormats, type Formats } from './format.ts'

type Params = Readonly<Record<string, string | number>>

/** The formats of the language in use, and sentences that count. */
export function useFormat(): {
  format: ComputedRef<Formats>
  /** A message by its count: `{count}` in it is the number as people of that language write it. */
  counted: (key: string, count: number, params?: Params) => string
} {
  const { t, locale } = useI18n({ useScope: 'global' })
  const format = computed(() => createFormats(locale.value as Locale))
  const counted = (key: string, count: number, params: Params = {}): string =>
    t(key, { ...params, count: format.value.integer(count) }, count)
  return { format, counted }
}
