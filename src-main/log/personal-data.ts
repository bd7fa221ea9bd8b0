/** What stands where something of a person was. */
const hidden = '…'

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\d._%+-]+(?:@|%40)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, '[e-mail]'],
  [/"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\d])'[^']*'/gu, `"${hidden}"`],
]

/** CPF, CNPJ, postal codes and telephones as people write them: eight digits and more with what stands between. */
const grouped = (text: string): string =>
  text.replace(/(?<![\p{L}\d])\+?\(?\d[\d().\/ -]{6,}\d(?![\p{L}\d])/gu, (whole) =>
    whole.replace(/\D/g, '').length < 8 ? whole : hidden,
  )

/** A code, shortened so that two of them can be told apart but nobody can be found by it: `AA…785BR`. */
const shortened = (text: string): string =>
  text.replace(/(?<![\p{L}\d])([A-Z]{0,4})\d{3,}?(\d{0,3})([A-Z]{0,4})(?![\p{L}\d])/gu, (whole, before, last, after) =>
    whole.length < 6 ? whole : `${before}${hidden}${last}${after}`,
  )

/** A word with a capital letter or with an accent may be a name; `TypeError` and `SQLITE_BUSY` are none. */
const nameLike = /(?<![\p{L}\d_])(?:\p{Lu}\p{Ll}+|[\p{L}]*[^\x00-\x7f…“”][\p{L}]*)(?![\p{L}\d_])/gu

/** Words of a text that somebody's data could hold, for `withoutPersons`. */
export const wordsOf = (text: string): string[] => text.match(/\p{L}{3,}/gu) ?? []

/** A text without e-mail addresses, documents, telephones, postal codes, quotations; codes and long numbers shortened. */
export const withoutNumbers = (text: string): string =>
  shortened(grouped(patterns.reduce((clean, [pattern, mark]) => clean.replace(pattern, mark), text)))

/**
 * Also without names: those that are known, and whatever is written like one. Meant for messages of errors, which nobody
 * can promise to be free of what a file or a carrier said.
 */
export function withoutPersons(text: string, known: ReadonlySet<string>): string {
  const clean = withoutNumbers(text)
  const unknown = clean.replace(/\p{L}{3,}/gu, (word) => (known.has(word) ? hidden : word))
  return unknown.replace(nameLike, (word) => (word.endsWith('Error') ? word : hidden))
}
