import type { ParcelId } from '../domain/parcel.ts'
import type { Person } from '../domain/person.ts'

/** Where a person stands in the store. */
export type PersonsTraces = {
  /** Their parcels, newest first. */
  readonly ids: readonly ParcelId[]
  /** Removed parcels of theirs that could still come back. */
  readonly removed: number
  /** Remembered searches and saved filters that name them. */
  readonly searches: number
}

/** One work on personal data: how much and by which rule, never whose. */
export type PersonalLogEntry = {
  readonly at: number
  readonly kind: 'erased' | 'exported' | 'aged'
  /** What the person was named by, or the months of the retention. */
  readonly rule: string
  readonly parcels: number
  /** Reports that were deleted with it. */
  readonly files: number
}

export type PersonalReader = {
  tracesOf(person: Person): Promise<PersonsTraces>
  /** How many parcels still say whose they are although their story ended before a moment. */
  countOld(before: number): Promise<number>
  /** Their ids after one of them, in order. */
  old(before: number, after: ParcelId, limit: number): Promise<ParcelId[]>
  log(limit: number): Promise<PersonalLogEntry[]>
}
export type PersonalWriter = {
  /** Takes out of parcels, for good, what says whose they are; statistics stay. Batches of some hundred. */
  anonymise(ids: readonly ParcelId[], now: number): Promise<number>
  /** Erases what else names a person: removed parcels (answers how many), searches, saved filters. */
  forget(person: Person): Promise<number>
  note(entry: PersonalLogEntry): Promise<void>
  /** Leaves nothing of what was erased in the file's unused places. Answers false when a reader was in the way. */
  rewriteFile(): Promise<boolean>
}
