import { cellText, type Cell } from './cell.ts'
import { readCountry } from './country-name.ts'
import { readTaxNumber } from './cpf-cnpj.ts'
import { readDay } from './date-text.ts'
import { readEmail } from './email-address.ts'
import type { Fault } from './import-code.ts'
import type { ImportField, ImportMapping } from './import-field.ts'
import { readInvoiceKey } from './invoice-key.ts'
import { readDimensions, readLength, readWeight } from './measure.ts'
import { readMoney } from './money-text.ts'
import type { ParcelData } from './parcel.ts'
import { readPostalCode } from './postal-code.ts'

/** What the check of a row writes into. */
export type Draft = { -readonly [K in keyof ParcelData]?: ParcelData[K] }

/** What the meaning of a cell may depend on. */
export type RowContext = {
  readonly mapping: ImportMapping
  readonly date1904: boolean
  /** Of the same row, already read. */
  readonly country: string | null
  readonly state: string | null
}

/** Puts a cell that is not empty into the draft, or says what is wrong with it. */
export type CellReader = (cell: Cell, draft: Draft, context: RowContext) => Fault | null

type TextKey =
  | 'orderNumber'
  | 'channel'
  | 'recipientName'
  | 'street'
  | 'streetNumber'
  | 'complement'
  | 'district'
  | 'city'
  | 'service'
  | 'items'
  | 'invoiceNumber'
  | 'note'
  | 'phone'
  | 'state'

const reject = (reason: Fault['reason'], detail?: Fault['detail']): Fault => (detail ? { reason, detail } : { reason })

const text =
  (key: TextKey, limit: number): CellReader =>
  (cell, draft) => {
    const value = tidyText(cell)
    if (value.length > limit) return reject('cell-too-long', { length: value.length, limit })
    draft[key] = value
    return null
  }

const length =
  (key: 'lengthMm' | 'widthMm' | 'heightMm'): CellReader =>
  (cell, draft, { mapping }) => {
    const value = readLength(cell, mapping.lengthUnit)
    if (value === null) return reject('length-format')
    draft[key] = value
    return null
  }

const day =
  (key: 'postedOn' | 'shopPromisedOn'): CellReader =>
  (cell, draft, { mapping, date1904 }) => {
    const value = readDay(cell, mapping.dateOrder, date1904)
    if (value === null) return reject('date-format')
    draft[key] = value
    return null
  }

/** White space that is not one plain space inside the text, or the apostrophe that marks text. */
const untidy = /^['\s]|\s$|\s\s|[^\S ]/

/** A cell as one text: the apostrophe with which spreadsheet programs mark text goes, and so do doubled spaces. */
export function tidyText(cell: Cell): string {
  const text = cellText(cell)
  if (!untidy.test(text)) return text
  return text
    .replace(/^'(?=\S)/, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** Reads each field that concerns one cell; code and carrier are decided together by `checkCode`. */
export const cellReaders: Readonly<Record<Exclude<ImportField, 'code' | 'carrier'>, CellReader>> = {
  orderNumber: text('orderNumber', 60),
  channel: text('channel', 60),
  recipientName: text('recipientName', 200),
  phone: text('phone', 40),
  street: text('street', 200),
  streetNumber: text('streetNumber', 20),
  complement: text('complement', 120),
  district: text('district', 100),
  city: text('city', 100),
  service: text('service', 80),
  items: text('items', 2000),
  invoiceNumber: text('invoiceNumber', 60),
  note: text('note', 2000),
  length: length('lengthMm'),
  width: length('widthMm'),
  height: length('heightMm'),
  email(cell, draft) {
    const email = readEmail(tidyText(cell))
    if (email === null) return reject('email-format')
    draft.email = email
    return null
  },
  document(cell, draft, { country }) {
    const written = tidyText(cell)
    if (country !== null && country !== 'BR') {
      const bare = written.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
      if (bare.length > 40) return reject('cell-too-long', { length: bare.length, limit: 40 })
      draft.document = bare
      return null
    }
    const number = readTaxNumber(written)
    if (number.kind === 'wrong-digits') return reject('document-check-digit', { kind: number.type })
    if (number.kind === 'other') return reject('document-format')
    draft.document = number.number
    return null
  },
  state(cell, draft) {
    const state = tidyText(cell)
    if (state.length > 60) return reject('cell-too-long', { length: state.length, limit: 60 })
    draft.state = state.length === 2 ? state.toUpperCase() : state
    return null
  },
  country(cell, draft) {
    const country = readCountry(tidyText(cell))
    if (country === null) return reject('country-format')
    draft.country = country
    return null
  },
  postalCode(cell, draft, { country, state }) {
    const postalCode = readPostalCode(tidyText(cell), country, state)
    if (postalCode === null) return reject('postal-code-format')
    draft.postalCode = postalCode
    return null
  },
  weight(cell, draft, { mapping }) {
    const weight = readWeight(cell, mapping.weightUnit)
    if (weight === null) return reject('weight-format')
    draft.weightG = weight
    return null
  },
  dimensions(cell, draft, { mapping }) {
    const lengths = readDimensions(cell, mapping.lengthUnit)
    if (lengths === null) return reject('length-format')
    ;[draft.lengthMm, draft.widthMm, draft.heightMm] = lengths
    return null
  },
  declaredValue(cell, draft, { mapping }) {
    const money = readMoney(cell, mapping.currency)
    if (money === null) return reject('value-format')
    draft.declaredValue = money.amount
    draft.currency = money.currency
    return null
  },
  invoiceKey(cell, draft) {
    const key = readInvoiceKey(tidyText(cell))
    if (key.kind === 'wrong-digit') return reject('invoice-key-check-digit')
    if (key.kind === 'other') return reject('invoice-key-format', { length: key.length })
    draft.invoiceKey = key.key
    return null
  },
  postedOn: day('postedOn'),
  shopPromisedOn: day('shopPromisedOn'),
}
