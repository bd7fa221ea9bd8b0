import type { Locale } from '../locale.ts'
import { en } from './en.ts'
import { pl } from './pl.ts'
import { ptBR } from './pt-BR.ts'
import type { Words } from './words.ts'

export { fill } from './fill.ts'
export type { ColumnKey, ExportProblem, MappingProblem, Words } from './words.ts'

/** The words shared by screens and files, by language. */
export const words: Readonly<Record<Locale, Words>> = { 'pt-BR': ptBR, pl, en }
