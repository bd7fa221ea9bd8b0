import { locales } from './locale.ts'
import { plainText } from './plain-text.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Regions of ISO 3166 that no parcel goes to as such. */
const noCountries = new Set(['ZZ', 'EU', 'UN', 'EZ', 'QO', 'XA', 'XB'])

/** Codes of states that are no more (`DD`) stand for their successor. */
const isFormer = (code: string): boolean => new Intl.Locale(`und-${code}`).region !== code

let codes: ReadonlyMap<string, string> | undefined

/** The ISO 3166 code of a country given by two letters or by its name in Portuguese, Polish or English. */
export function readCountry(text: string): string | null {
  codes ??= countryCodes()
  return codes.get(plainText(text)) ?? null
}

function countryCodes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>([
    ['bra', 'BR'],
    ['pol', 'PL'],
    ['eua', 'US'],
    ['usa', 'US'],
    ['uk', 'GB'],
  ])
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    for (const first of letters) {
      for (const second of letters) {
        const code = first + second
        const name = names.of(code)
        if (name === undefined || noCountries.has(code) || isFormer(code)) continue
        found.set(code.toLowerCase(), code)
        if (!found.has(plainText(name))) found.set(plainText(name), code)
      }
    }
  }
  return found
}
