import { z } from 'zod'
import { command, query } from './define.ts'
import { FileRef } from './files.contract.ts'

export const Backup = z.strictObject({
  name: z.string(),
  at: z.int(),
  size: z.int().nonnegative(),
  parcels: z.int().nonnegative(),
  reason: z.enum(['daily', 'by-hand', 'before-migration', 'before-restore']),
})
export type Backup = z.output<typeof Backup>

/** What may be restored: one of the backups, or a file that was brought from another computer. */
export const StoreSource = z.union([z.strictObject({ backup: z.string().min(1) }), z.strictObject({ file: FileRef })])

/** What a copy has, and what would not be there any more once it was restored. */
export const ExaminedCopy = z.strictObject({
  takenAt: z.int(),
  size: z.int().nonnegative(),
  version: z.int(),
  parcels: z.int().nonnegative(),
  accounts: z.int().nonnegative(),
  /** Null: the data in use is damaged and can't be compared. */
  lost: z
    .strictObject({
      parcels: z.int().nonnegative(),
      changed: z.int().nonnegative(),
      accounts: z.int().nonnegative(),
    })
    .nullable(),
})
export type ExaminedCopy = z.output<typeof ExaminedCopy>

/** That a copy was restored, until somebody has seen it. */
export const RestoredNote = z.strictObject({
  at: z.int(),
  takenAt: z.int(),
  parcels: z.int().nonnegative(),
  /** Accounts whose secrets have to be entered again. */
  withoutSecrets: z.int().nonnegative(),
})
export type RestoredNote = z.output<typeof RestoredNote>

const refusals = [
  'copy-gone',
  'copy-in-use',
  'copy-newer',
  'copy-damaged',
  'copy-unreadable',
  'not-a-store',
  'disk-full',
  'in-demonstration',
] as const

export const store = {
  /** Goes through every invariant of the store and says what it found; an empty `found` is a sound store. */
  'store.check': query({
    input: z.strictObject({}),
    output: z.strictObject({
      ok: z.boolean(),
      checked: z.array(z.strictObject({ invariant: z.string(), rows: z.int().nonnegative() })),
      found: z.array(z.strictObject({ invariant: z.string(), message: z.string(), parcelId: z.int().nullable() })),
      version: z.int(),
    }),
  }),
  'store.backups': query({ input: z.strictObject({}), output: z.array(Backup) }),
  /** Copies the store while it is in use, opens the copy and checks it. */
  'store.backup': command({ input: z.strictObject({}), output: Backup, errors: ['disk-full', 'backup-unsound'] }),
  /** Opens a copy of a backup or a file, checks it and compares it with the data in use. Changes nothing. */
  'store.examine': query({ input: StoreSource, output: ExaminedCopy, errors: refusals }),
  /**
   * Puts a backup or a file in the place of the data in use, after a backup of those. The window's application starts again
   * on it at once; on the command line it is in place when the command has ended.
   */
  'store.restore': command({
    input: StoreSource,
    output: ExaminedCopy.extend({ safety: Backup }),
    errors: [...refusals, 'backup-unsound'],
  }),
  /** Writes a checked copy of everything to a file, to be restored on another computer. There are no secrets in it. */
  'store.copyTo': command({
    input: z.strictObject({ file: FileRef }),
    output: z.strictObject({ size: z.int().nonnegative(), parcels: z.int().nonnegative() }),
    errors: ['disk-full', 'backup-unsound', 'place-unwritable'],
  }),
  /** What was restored and nobody has confirmed to have seen; null: nothing. */
  'store.restored': query({ input: z.strictObject({}), output: RestoredNote.nullable() }),
  'store.restoredSeen': command({ input: z.strictObject({}), output: z.strictObject({}) }),
}
