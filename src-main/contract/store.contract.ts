import { z } from 'zod'
import { command, query } from './define.ts'

export const Backup = z.strictObject({
  name: z.string(),
  at: z.int(),
  size: z.int().nonnegative(),
  parcels: z.int().nonnegative(),
  reason: z.enum(['daily', 'by-hand', 'before-migration']),
})
export type Backup = z.output<typeof Backup>

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
}
