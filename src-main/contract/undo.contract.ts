import { z } from 'zod'
import { command, query } from './define.ts'

/** Something a person did that can be taken back until `until`. */
export const UndoStep = z.strictObject({
  id: z.int().positive(),
  at: z.int(),
  until: z.int(),
  kind: z.enum(['removed', 'edited']),
  /** How many parcels it is about. */
  count: z.int().positive(),
  /** Code of the parcel that was edited. */
  code: z.string().nullable(),
})
export type UndoStep = z.output<typeof UndoStep>

export const undo = {
  /** What can be taken back, newest first. */
  'undo.list': query({ input: z.strictObject({}), output: z.array(UndoStep) }),
  /** Takes back one step, or the newest. */
  'undo.run': command({
    input: z.strictObject({ id: z.int().positive().optional() }),
    output: z.strictObject({
      kind: z.enum(['removed', 'edited']),
      /** Parcels that are as they were. */
      restored: z.int().nonnegative(),
      /** Parcels that stay away, for their codes came in again meanwhile: what is in the list stays as it is. */
      taken: z.int().nonnegative(),
    }),
    errors: ['nothing-to-undo', 'undone-already', 'undo-expired', 'undo-erased', 'changed-since', 'parcel-unknown'],
  }),
}
