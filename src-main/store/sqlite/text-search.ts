import { cleanCode } from '../../domain/tracking-code.ts'

/** What a search box's words come to. */
export type TextSearch = {
  /** A query of the full-text index, made of quoted phrases only; null when no word is long enough. */
  readonly match: string | null
  /** Words too short for the index: beginnings of a code or an order number. */
  readonly prefixes: readonly string[]
}

const shortestIndexed = 3

/** A phrase in quotes: whatever a person types is looked for and is never syntax. */
const phrase = (word: string): string => `"${word.replaceAll('"', '""')}"`

const length = (word: string): number => Array.from(word).length

/** A code or document as people and labels group it: `AA 123 456 785 BR`, `123.456.789-09`. */
function ungrouped(text: string): string | null {
  const whole = cleanCode(text)
  return whole !== text.toUpperCase() && /^[A-Z]{0,4}\d{6,}[A-Z]{0,4}$/.test(whole) ? whole : null
}

/** Every word must be somewhere in a parcel; a code in groups is one word. Null: nothing to look for. */
export function readSearch(text: string): TextSearch | null {
  const clean = text.normalize('NFC').replaceAll('\0', ' ').trim()
  if (clean === '') return null
  const words = clean.split(/\s+/u)
  const long = words.filter((word) => length(word) >= shortestIndexed)
  const short = words.filter((word) => length(word) < shortestIndexed)
  const whole = ungrouped(clean)
  if (whole !== null) {
    const asCode = `{code orderNumber document} : ${phrase(whole)}`
    if (short.length > 0) return { match: asCode, prefixes: [] }
    return { match: `(${long.map(phrase).join(' AND ')}) OR (${asCode})`, prefixes: [] }
  }
  return { match: long.length > 0 ? long.map(phrase).join(' AND ') : null, prefixes: short }
}
