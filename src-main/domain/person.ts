import { z } from 'zod'
import type { ParcelDataField } from './parcel.ts'
import { plainText } from './plain-text.ts'

/** What a person is known by. */
export const personKeys = ['document', 'email', 'phone', 'name'] as const

/** One person, as somebody who asks about their data says who they are. */
export const Person = z.strictObject({ by: z.enum(personKeys), value: z.string().trim().min(3).max(200) })
export type Person = z.output<typeof Person>

/**
 * Fields that say who somebody is or may do so: free text, too, for nobody knows what stands in it. City, state, carrier,
 * service, sizes, values and days stay, and of the postal code its beginning: they make the statistics.
 */
export const personalFields = [
  'recipientName',
  'email',
  'phone',
  'document',
  'street',
  'streetNumber',
  'complement',
  'district',
  'items',
  'note',
] as const satisfies readonly ParcelDataField[]

/** What of a parcel tells whose it is. */
export type Whose = {
  readonly recipientName: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly document: string | null
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/** A telephone number without its punctuation, leading zeros and Brazil's code: people write it with and without. */
const bareNumber = (text: string): string =>
  text
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/^55(?=\d{10,11}$)/, '')

/** Whether a parcel is this person's: the whole value has to be the same, accents, case and punctuation aside. */
export function isOf(person: Person, whose: Whose): boolean {
  const same = (text: string | null, form: (text: string) => string) =>
    text !== null && form(text) !== '' && form(text) === form(person.value)
  switch (person.by) {
    case 'document':
      return same(whose.document, bare)
    case 'email':
      return same(whose.email, (text) => text.trim().toLowerCase())
    case 'phone':
      return same(whose.phone, bareNumber)
    case 'name':
      return same(whose.recipientName, plainText)
  }
}

/** Whether a text names this person anywhere in it. */
export function mentions(person: Person, text: string): boolean {
  switch (person.by) {
    case 'document':
      return bare(text).includes(bare(person.value))
    case 'email':
      return text.toLowerCase().includes(person.value.trim().toLowerCase())
    case 'phone':
      return text.replace(/\D/g, '').includes(bareNumber(person.value))
    case 'name':
      return ` ${plainText(text)} `.includes(` ${plainText(person.value)} `)
  }
}
