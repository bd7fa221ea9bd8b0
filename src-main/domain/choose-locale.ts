import { locales, type Locale } from './locale.ts'

/** Our language for what a system says its own is: `pt`, `pl-PL`, `de`. Unknown ones get Portuguese, the first. */
export function chooseLocale(systemLocale: string): Locale {
  const language = systemLocale.toLowerCase().split(/[-_.]/)[0]
  return locales.find((locale) => locale.toLowerCase().split('-')[0] === language) ?? 'pt-BR'
}
