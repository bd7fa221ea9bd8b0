import { createI18n } from 'vue-i18n'
import type { Locale } from '../../src-main/contract/app.contract.ts'
import { words } from '../../src-main/contract/words.ts'
import { mergeMessages, type MessageModule, type MessageTree } from './messages.ts'
import { pluralRules } from './plural-rules.ts'

/**
 * Messages of every language: `i18n/<locale>/<feature>.ts` exports `const <feature>` and is read as `<feature>.…`;
 * the words that screens share with files (status, column, reason …) are `words.…`.
 */
const byFeature = mergeMessages(import.meta.glob<MessageModule>('./*/*.ts', { eager: true }))

const messagesOf = (locale: Locale): MessageTree => ({
  ...byFeature[locale],
  words: words[locale] as unknown as MessageTree,
})

export const messages: Readonly<Record<Locale, MessageTree>> = {
  'pt-BR': messagesOf('pt-BR'),
  pl: messagesOf('pl'),
  en: messagesOf('en'),
}

export const i18n = createI18n({
  legacy: false,
  locale: 'pt-BR' satisfies Locale,
  fallbackLocale: 'pt-BR' satisfies Locale,
  messages,
  pluralRules,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
})

/** Shows everything in another language, and tells assistive technology so. */
export function showLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
}
