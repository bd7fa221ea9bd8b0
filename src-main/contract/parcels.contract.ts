import { z } from 'zod'
import { exportColumns } from '../domain/export-column.ts'
import { eventMeanings, parcelStatuses } from '../domain/parcel-status.ts'
import { watches } from '../domain/parcel.ts'
import { ParcelFilter, ParcelQuery, ParcelSelection, ParcelSort } from '../domain/parcel-query.ts'
import { command, event, query, task } from './define.ts'
import { FileRef } from './files.contract.ts'

export { exportColumns }

const text = z.string().nullable()
const number = z.number().nullable()
const instant = z.int().nullable()

/** A parcel as lists and details show it. `late`, `stalledDays` and `stalled` are as of the moment of the answer. */
export const ParcelRow = z.strictObject({
  id: z.int().positive(),
  code: z.string(),
  carrier: z.string(),
  status: z.enum(parcelStatuses),
  statusAt: instant,
  orderNumber: text,
  channel: text,
  recipientName: text,
  email: text,
  phone: text,
  document: text,
  street: text,
  streetNumber: text,
  complement: text,
  district: text,
  city: text,
  state: text,
  postalCode: text,
  country: text,
  weightG: number,
  lengthMm: number,
  widthMm: number,
  heightMm: number,
  declaredValue: number,
  currency: text,
  service: text,
  items: text,
  invoiceNumber: text,
  invoiceKey: text,
  postedOn: text,
  shopPromisedOn: text,
  note: text,
  promisedOn: text,
  lastEventAt: instant,
  lastEventText: text,
  lastEventPlace: text,
  deliveredAt: instant,
  watch: z.enum(watches),
  checkedAt: instant,
  nextCheckAt: instant,
  checkFailure: text,
  createdAt: z.int(),
  updatedAt: z.int(),
  late: z.boolean(),
  /** Business days since the last event, for a parcel still watched and not ended; null otherwise. */
  stalledDays: z.int().nonnegative().nullable(),
  /** Those are as many as the settings say for its status, or more. */
  stalled: z.boolean(),
  /** By when it arrives by what parcels like it took, and how many those are; null where too few are known or it has ended. */
  forecastOn: text,
  forecastFrom: z.int().positive().nullable(),
})
export type ParcelRow = z.output<typeof ParcelRow>

const Place = z.strictObject({
  name: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  country: z.string().optional(),
})

export const ParcelEvent = z.strictObject({
  code: z.string(),
  at: z.int(),
  zone: z.string(),
  meaning: z.enum(eventMeanings),
  text: z.string(),
  detail: z.string().optional(),
  place: Place.optional(),
  destination: Place.optional(),
  /** True for an event that the carrier took back later. */
  voided: z.boolean(),
})
export type ParcelEvent = z.output<typeof ParcelEvent>

/** One thing Despacho did with a parcel. */
export const ParcelAction = z.strictObject({
  at: z.int(),
  kind: z.enum(['imported', 'changed', 'edited', 'checked', 'status', 'check-failed', 'watch', 'anonymised']),
  /** Which file, which fields (old and new), which status; flat, for the page to make a sentence of. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type ParcelAction = z.output<typeof ParcelAction>

export const ParcelDetail = z.strictObject({
  parcel: ParcelRow,
  /** The carrier's order, newest first. */
  events: z.array(ParcelEvent),
  history: z.array(ParcelAction),
  /** The carrier's last answer as it came, and when. */
  raw: z.strictObject({ at: z.int(), body: z.string() }).nullable(),
  /** The account that the carrier last knew the parcel for; null where the carrier has but one. */
  account: z.strictObject({ id: z.int().positive(), name: z.string() }).nullable(),
  /** The carrier's own page for this code, for people. */
  publicUrl: z.string().nullable(),
})
export type ParcelDetail = z.output<typeof ParcelDetail>

export const ParcelCounts = z.strictObject({
  total: z.int().nonnegative(),
  /** Every status is there, with 0 where there is none. */
  status: z.record(z.enum(parcelStatuses), z.int().nonnegative()),
  late: z.int().nonnegative(),
  /** Watched and without movement for the business days that the settings say for each status. */
  stalled: z.int().nonnegative(),
  silent: z.int().nonnegative(),
  failing: z.int().nonnegative(),
})
export type ParcelCounts = z.output<typeof ParcelCounts>

const SavedView = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  query: ParcelQuery,
  /** Columns shown, in order, with widths in px; absent: the list's own. */
  columns: z.array(z.strictObject({ key: z.string(), width: z.int().positive().optional() })).optional(),
})
export type SavedView = z.output<typeof SavedView>

export const parcels = {
  /** A page of the list after a place in it; `next` continues, null at the end. Keyset paging: equal cost at any depth. */
  'parcels.search': query({
    input: z.strictObject({
      text: z.string().max(200).optional(),
      filter: ParcelFilter.optional(),
      sort: ParcelSort.optional(),
      after: z.string().max(2000).optional(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ rows: z.array(ParcelRow), next: z.string().nullable() }),
    errors: ['cursor-invalid'],
  }),
  /** Rows `first` … of the list, for a scroll bar dragged anywhere; `total` is how many match. */
  'parcels.window': query({
    input: z.strictObject({ query: ParcelQuery, first: z.int().nonnegative(), limit: z.int().min(1).max(1000) }),
    output: z.strictObject({ rows: z.array(ParcelRow), total: z.int().nonnegative() }),
  }),
  /** How many match, in all and by status; the query's own status filter does not narrow these. */
  'parcels.counts': query({ input: z.strictObject({ query: ParcelQuery.optional() }), output: ParcelCounts }),
  /** How many a selection means, now. */
  'parcels.countSelection': query({
    input: z.strictObject({ selection: ParcelSelection }),
    output: z.strictObject({ count: z.int().nonnegative() }),
  }),
  /** What carriers, services, channels and states the stored parcels have, for the filters to offer. */
  'parcels.facets': query({
    input: z.strictObject({}),
    output: z.strictObject({
      carrier: z.array(z.string()),
      service: z.array(z.string()),
      channel: z.array(z.string()),
      state: z.array(z.string()),
    }),
  }),
  /** Of a code that is not stored, the error's detail says whose it would be: `carrier`, or the `reason` an import would refuse it for. */
  'parcels.get': query({
    input: z.union([z.strictObject({ id: z.int().positive() }), z.strictObject({ code: z.string().min(1).max(60) })]),
    output: ParcelDetail,
    errors: ['parcel-unknown'],
  }),
  'parcels.edit': command({
    input: z.strictObject({
      id: z.int().positive(),
      note: z.string().max(2000).nullable().optional(),
      carrier: z.string().optional(),
    }),
    /** `undo`: what `undo.run` takes this back with; null when nothing differed. */
    output: z.strictObject({ undo: z.int().positive().nullable() }),
    errors: ['parcel-unknown', 'carrier-unknown'],
  }),
  /**
   * Takes parcels out of the lists with their events; `undo.run` brings them back for a day. What the carrier does with them
   * is not touched.
   */
  'parcels.remove': command({
    input: z.strictObject({ selection: ParcelSelection }),
    output: z.strictObject({ removed: z.int().nonnegative(), undo: z.int().positive().nullable() }),
  }),
  /** Writes the selected parcels to an XLSX or CSV file (by its ending) in the query's order. */
  'parcels.export': task({
    input: z.strictObject({
      query: ParcelQuery.optional(),
      /** Narrows to a selection; then `query` gives only the order. */
      selection: ParcelSelection.optional(),
      columns: z.array(z.enum(exportColumns)).min(1).optional(),
      /** Columns for a purpose, by name; absent: those of `columns`. */
      set: z.enum(['claim']).optional(),
      /** Language of the header and of status words. Absent: the application's. */
      locale: z.enum(['pt-BR', 'pl', 'en']).optional(),
      file: FileRef,
    }),
    progress: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative().nullable() }),
    output: z.strictObject({ rows: z.int().nonnegative(), file: FileRef }),
    errors: ['file-locked', 'disk-full', 'too-many-rows', 'file-type'],
  }),
  /** These parcels changed. `ids` is null when too many did to name them. */
  'parcels.changed': event({
    output: z.strictObject({ ids: z.array(z.int()).nullable(), count: z.int().nonnegative() }),
  }),

  'views.list': query({ input: z.strictObject({}), output: z.array(SavedView) }),
  'views.save': command({
    input: SavedView.omit({ id: true }).extend({
      id: z.int().positive().optional(),
      name: z.string().trim().min(1).max(80),
    }),
    output: z.strictObject({ id: z.int().positive() }),
    errors: ['name-taken'],
  }),
  'views.remove': command({ input: z.strictObject({ id: z.int().positive() }), output: z.strictObject({}) }),
}
