import { z } from 'zod'
import { isDay } from './day.ts'
import { parcelStatuses } from './parcel-status.ts'

/** A calendar day at the door: `YYYY-MM-DD`, and one that exists. */
export const DaySchema = z.string().refine(isDay, { error: 'not a day (YYYY-MM-DD)' })

/** What narrows the list. All that is given must hold; a list means one of these. */
export const ParcelFilter = z.strictObject({
  status: z.array(z.enum(parcelStatuses)).min(1).optional(),
  carrier: z.array(z.string()).min(1).optional(),
  service: z.array(z.string()).min(1).optional(),
  channel: z.array(z.string()).min(1).optional(),
  state: z.array(z.string()).min(1).optional(),
  postedFrom: DaySchema.optional(),
  postedTo: DaySchema.optional(),
  promisedFrom: DaySchema.optional(),
  promisedTo: DaySchema.optional(),
  importedFrom: DaySchema.optional(),
  importedTo: DaySchema.optional(),
  /** Promised before today and not ended, or delivered after the promised day. */
  late: z.boolean().optional(),
  /** Watched, not ended, and without a new event for longer than the settings allow its status. */
  stalled: z.boolean().optional(),
  /** Watched, not ended, and without a new event for this many business days. */
  stalledDays: z.int().min(1).max(3650).optional(),
  watch: z.enum(['watched', 'ended', 'silent', 'untracked']).optional(),
  /** True: the last check went wrong. A code that the carrier does not know yet is none of these: its status says so. */
  failing: z.boolean().optional(),
})
export type ParcelFilter = z.output<typeof ParcelFilter>

/** Columns that the list may be sorted by. */
export const parcelSortKeys = [
  'id',
  'code',
  'carrier',
  'status',
  'orderNumber',
  'channel',
  'recipientName',
  'document',
  'city',
  'state',
  'postalCode',
  'service',
  'weightG',
  'declaredValue',
  'postedOn',
  'shopPromisedOn',
  'promisedOn',
  'lastEventAt',
  'deliveredAt',
  'checkedAt',
  'createdAt',
] as const
export type ParcelSortKey = (typeof parcelSortKeys)[number]

export const ParcelSort = z.strictObject({ by: z.enum(parcelSortKeys), direction: z.enum(['asc', 'desc']) })
export type ParcelSort = z.output<typeof ParcelSort>

/** What a list shows: words searched for, a filter, an order. Absent: all, newest first. */
export const ParcelQuery = z.strictObject({
  /** Looked for in code, order, recipient's name, document, e-mail and city; accents and case do not matter. */
  text: z.string().max(200).optional(),
  filter: ParcelFilter.optional(),
  sort: ParcelSort.optional(),
})
export type ParcelQuery = z.output<typeof ParcelQuery>

/** Which parcels a bulk action means: named ones, or all that a query matches but for some. */
export const ParcelSelection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ids'), ids: z.array(z.int().positive()).min(1).max(100_000) }),
  z.strictObject({
    kind: z.literal('query'),
    query: ParcelQuery,
    except: z.array(z.int().positive()).max(100_000).optional(),
  }),
])
export type ParcelSelection = z.output<typeof ParcelSelection>
