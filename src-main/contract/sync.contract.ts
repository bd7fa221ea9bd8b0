import { z } from 'zod'
import { ParcelSelection } from '../domain/parcel-query.ts'
import { command, event, query, task } from './define.ts'

/** How a carrier fares as seen from here. */
export const CarrierHealth = z.strictObject({
  carrier: z.string(),
  account: z.int().positive().nullable(),
  /** `down`: left alone until `nextTryAt`; `refused`: our access is at fault; `no-account`: parcels wait for one; `off`: a person switched it off, or the account that is named; `silent`: asked, and no answer for two seconds. */
  state: z.enum(['up', 'slow', 'down', 'refused', 'no-account', 'idle', 'off', 'silent']),
  since: z.int().nullable(),
  nextTryAt: z.int().nullable(),
  /** Error code of the last failure, such as `carrier.unreachable`. */
  reason: z.string().nullable(),
  /** Parcels that wait because of it. */
  waiting: z.int().nonnegative(),
  lastAnswerAt: z.int().nullable(),
})
export type CarrierHealth = z.output<typeof CarrierHealth>

export const SyncState = z.strictObject({
  running: z.boolean(),
  paused: z.boolean(),
  online: z.boolean(),
  due: z.int().nonnegative(),
  watched: z.int().nonnegative(),
  nextAt: z.int().nullable(),
  carriers: z.array(CarrierHealth),
})
export type SyncState = z.output<typeof SyncState>

export const UnmappedEvent = z.strictObject({
  carrier: z.string(),
  code: z.string(),
  text: z.string(),
  count: z.int().positive(),
  firstAt: z.int(),
  lastAt: z.int(),
  /** A parcel that has it, to look at. */
  parcelId: z.int().nullable(),
})

/** Answers of a carrier that could not be read, by what was wrong with them. */
export const MalformedAnswers = z.strictObject({
  carrier: z.string(),
  /** In English, for the maintainers; nothing of any parcel is in it. */
  what: z.string(),
  count: z.int().positive(),
  firstAt: z.int(),
  lastAt: z.int(),
  /** A parcel that it happened to, to look at. */
  parcelId: z.int().nullable(),
})

export const sync = {
  /** Asks the carriers about everything due, until nothing is; or, with a selection, about exactly these, now. */
  'sync.run': task({
    input: z.strictObject({ selection: ParcelSelection.optional() }),
    progress: z.strictObject({
      done: z.int().nonnegative(),
      total: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      failed: z.int().nonnegative(),
      carrier: z.string().nullable(),
    }),
    output: z.strictObject({
      checked: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      notFound: z.int().nonnegative(),
      failed: z.int().nonnegative(),
      /** No account, carrier unknown: nobody could be asked. */
      unasked: z.int().nonnegative(),
      /** Without a network: asked for, and looked up when it is back. */
      queued: z.int().nonnegative(),
      /** Their carrier is switched off, or the only accounts left to ask: nobody knows whether they are known. */
      switchedOff: z.int().nonnegative(),
      /** Their carrier has said nothing for two seconds: the answer comes without them, and they go on in the background. */
      continuing: z.int().nonnegative(),
      /** Error code → how many parcels. */
      failures: z.record(z.string(), z.int().positive()),
      /** The parcels behind `failed`, to be tried again; null when they are too many to name: `failing` finds them. */
      failedIds: z.array(z.int().positive()).nullable(),
      nextAt: z.int().nullable(),
    }),
  }),
  'sync.state': query({ input: z.strictObject({}), output: SyncState }),
  'sync.pause': command({ input: z.strictObject({ paused: z.boolean() }), output: z.strictObject({}) }),
  /** Switches one carrier off or on: off, nothing is asked of it, by itself or by hand, until it is on again. */
  'sync.switchCarrier': command({
    input: z.strictObject({ carrier: z.string(), on: z.boolean() }),
    output: z.strictObject({}),
    errors: ['carrier-unknown'],
  }),
  /** Answers that could not be read, the latest first, for the maintainers. */
  'sync.malformed': query({ input: z.strictObject({}), output: z.array(MalformedAnswers) }),
  /** Event codes that no status table has, most frequent first, for the maintainers. */
  'sync.unmapped': query({ input: z.strictObject({}), output: z.array(UnmappedEvent) }),
  'sync.changed': event({ output: SyncState }),
}
