import type { Day } from './day.ts'
import type { ParcelStatus } from './parcel-status.ts'

/** Id of a parcel in the store; grows with each new one. */
export type ParcelId = number

/** What people tell about a parcel, by file or by hand. Absent is `null`; the carrier's own facts are in `Parcel`. */
export type ParcelData = {
  /** Cleaned: upper case, no spaces or dashes. */
  readonly code: string
  /** Id of a carrier of the registry, or `unknown` when a person chose to keep a code that no carrier recognises. */
  readonly carrier: string
  readonly orderNumber: string | null
  readonly channel: string | null
  readonly recipientName: string | null
  readonly email: string | null
  readonly phone: string | null
  /** CPF or CNPJ (or another country's number), digits and letters only. */
  readonly document: string | null
  readonly street: string | null
  readonly streetNumber: string | null
  readonly complement: string | null
  readonly district: string | null
  readonly city: string | null
  readonly state: string | null
  /** CEP as eight digits; other countries' as written. */
  readonly postalCode: string | null
  /** ISO 3166 alpha-2. */
  readonly country: string | null
  readonly weightG: number | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  /** Smallest unit of `currency`. */
  readonly declaredValue: number | null
  /** ISO 4217. */
  readonly currency: string | null
  readonly service: string | null
  readonly items: string | null
  readonly invoiceNumber: string | null
  /** NF-e or DC-e key, 44 digits. */
  readonly invoiceKey: string | null
  /** By file; where none told it, the day on which the carrier took the parcel in. */
  readonly postedOn: Day | null
  /** Day that the shop promised its customer. */
  readonly shopPromisedOn: Day | null
  readonly note: string | null
}

/** Names of `ParcelData`, in the order in which screens and files show them. */
export const parcelDataFields = [
  'code',
  'carrier',
  'orderNumber',
  'channel',
  'recipientName',
  'email',
  'phone',
  'document',
  'street',
  'streetNumber',
  'complement',
  'district',
  'city',
  'state',
  'postalCode',
  'country',
  'weightG',
  'lengthMm',
  'widthMm',
  'heightMm',
  'declaredValue',
  'currency',
  'service',
  'items',
  'invoiceNumber',
  'invoiceKey',
  'postedOn',
  'shopPromisedOn',
  'note',
] as const satisfies readonly (keyof ParcelData)[]

export type ParcelDataField = (typeof parcelDataFields)[number]

/**
 * Whether the carrier is still asked about a parcel.
 *
 * `watched`: yes. `ended`: its status is final. `silent`: the carrier knew nothing of the code for the whole term, or said
 * nothing new for months; only a person asks again. `untracked`: no carrier of ours can be asked.
 */
export const watches = ['watched', 'ended', 'silent', 'untracked'] as const
export type Watch = (typeof watches)[number]

/** One box with one tracking code, and all that is known of it. */
export type Parcel = ParcelData & {
  readonly id: ParcelId
  readonly status: ParcelStatus
  /** When the status began. */
  readonly statusAt: number | null
  /** Day the carrier promised; `late` follows from it. */
  readonly promisedOn: Day | null
  readonly lastEventAt: number | null
  readonly lastEventText: string | null
  readonly lastEventPlace: string | null
  readonly deliveredAt: number | null
  readonly watch: Watch
  readonly checkedAt: number | null
  readonly nextCheckAt: number | null
  /** Code of what went wrong at the last check (`correios.not-found`, `carrier.unreachable`), `null` when it went well. */
  readonly checkFailure: string | null
  readonly createdAt: number
  readonly updatedAt: number
}
