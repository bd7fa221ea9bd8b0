import { readTaxNumber } from './cpf-cnpj.ts'
import { readDay } from './date-text.ts'
import { readEmail } from './email-address.ts'
import type { ImportField } from './import-field.ts'
import type { RecogniseCode } from './import-code.ts'
import { readInvoiceKey } from './invoice-key.ts'
import { readDimensions } from './measure.ts'
import { checkS10, readCode } from './tracking-code.ts'

/** What the cells of a column look like, and whether nothing else looks so. */
export type FoundContent = { readonly field: ImportField; readonly sure: boolean }

const states = new Set('AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO'.split(' '))

/** Share of the cells that must look alike. */
const enough = 0.8

const tests: readonly (readonly [field: ImportField, sure: boolean, test: (text: string) => boolean])[] = [
  ['email', true, (text) => readEmail(text) !== null],
  ['invoiceKey', true, (text) => readInvoiceKey(text).kind === 'valid'],
  ['document', true, (text) => readTaxNumber(text).kind === 'valid' && text.replace(/\W/g, '').length >= 11],
  ['state', true, (text) => states.has(text.toUpperCase())],
  ['postalCode', true, (text) => /^(\d{5}-\d{3}|\d{2}\.\d{3}-\d{3}|\d{2}-\d{3})$/.test(text)],
  [
    'phone',
    false,
    (text) => /^(\+?55)?\s*\(?\d{2}\)?\s*9?\d{4}[\s.-]?\d{4}$/.test(text) || /^\+\d[\d ()-]{7,17}$/.test(text),
  ],
  ['dimensions', false, (text) => readDimensions(text, 'cm') !== null && /[x×*]/i.test(text)],
  ['postedOn', false, (text) => /\D/.test(text) && readDay(text, 'day-first') !== null],
]

/** How a text stands as a tracking code: recognised, spoiled or of the shape of one, or none. */
export function looksLikeCode(text: string, recognise: RecogniseCode): 'code' | 'maybe' | 'no' {
  const read = readCode(text)
  if (read.kind === 'scientific') return 'maybe'
  if (read.kind === 'empty') return 'no'
  const s10 = checkS10(read.code).kind
  if (s10 !== 'other') return 'code'
  const recognised = recognise(read.code)
  if (recognised.kind === 'none') return 'no'
  return recognised.kind === 'one' && (/[A-Z]/.test(read.code) || read.code.length >= 18) ? 'code' : 'maybe'
}

/** What a column holds, by its cells; null when they say nothing. Empty cells are not counted. */
export function fieldOfContent(cells: readonly string[], recognise: RecogniseCode): FoundContent | null {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0) return null
  const share = (test: (text: string) => boolean): number => filled.filter(test).length / filled.length
  if (share((text) => looksLikeCode(text, recognise) === 'code') >= 0.6) return { field: 'code', sure: true }
  for (const [field, sure, test] of tests) if (share(test) >= enough) return { field, sure }
  return share((text) => looksLikeCode(text, recognise) !== 'no') >= enough ? { field: 'code', sure: false } : null
}
