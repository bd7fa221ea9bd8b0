import { s10CheckDigit } from '../../src-main/domain/tracking-code.ts'

/** A valid S10 code with a prefix that no parcel in the world has: `TE100000003BR`. */
export function s10(number: number, prefix = 'TE', country = 'BR'): string {
  const serial = String(number).padStart(8, '0')
  return `${prefix}${serial}${s10CheckDigit(serial)}${country}`
}

/** A number of InPost's shape: 24 digits. */
export const inpostCode = (number: number): string => `6${String(number).padStart(23, '0')}`
