/** Languages of screens and of the files that Despacho writes; the first is the one everything is written in first. */
export const locales = ['pt-BR', 'pl', 'en'] as const
export type Locale = (typeof locales)[number]
