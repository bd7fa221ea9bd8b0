import type { ParcelId } from '../domain/parcel.ts'

/** Id of something that was done and may be taken back; grows with each new one. */
export type StepId = number

/** Something that was done and can be taken back. */
export type UndoStep = {
  readonly id: StepId
  readonly at: number
  readonly kind: 'removed' | 'edited'
  /** How many parcels it is about. */
  readonly count: number
  /** The parcel of an edit. */
  readonly code: string | null
}

/**
 * What came of taking something back, or why it can't be: it was taken back before, its time is over, the parcel was
 * changed again or is gone, personal data was erased since.
 */
export type UndoOutcome =
  | { readonly kind: 'removed'; readonly restored: number; readonly taken: number }
  | { readonly kind: 'edited'; readonly parcelId: ParcelId }
  | 'nothing-to-undo'
  | 'undone-already'
  | 'undo-expired'
  | 'undo-erased'
  | 'changed-since'
  | 'parcel-unknown'

export type UndoReader = {
  /** What can be taken back of all that was done at `since` or later, newest first. */
  steps(since: number, limit: number): Promise<UndoStep[]>
}
export type UndoWriter = {
  /** Takes back one step, or the newest. Nothing that was done before `since` comes back. */
  undo(id: StepId | null, since: number, now: number): Promise<UndoOutcome>
  /** Throws away, for good, about so many rows of what was done before `since`; answers whether there is more. */
  expire(since: number, rows: number): Promise<boolean>
}
