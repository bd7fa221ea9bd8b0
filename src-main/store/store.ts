import type { Account, AccountId } from '../domain/account.ts'
import type { Day } from '../domain/day.ts'
import type { DeliveryTime } from '../domain/delivery-history.ts'
import type { CalendarCountries } from '../domain/holidays.ts'
import type { Parcel, ParcelData, ParcelId } from '../domain/parcel.ts'
import type { ParcelQuery, ParcelSelection } from '../domain/parcel-query.ts'
import type { ParcelStatus } from '../domain/parcel-status.ts'
import type { ImportMapping, ReadOptions, PresetDecision } from '../domain/import-field.ts'
import type { StillnessRules } from '../domain/stillness.ts'
import type { TrackingOutcome } from '../domain/tracking-check.ts'
import type { TrackingEvent } from '../domain/tracking-event.ts'
import type { ExaminedStore, RestoreFailure, RestoreReady, StoreBackup, StoreCopy, StoreSource } from './copies.ts'
import type { FreightTableReader, FreightTableWriter } from './freight-tables.ts'
import type { PersonalReader, PersonalWriter } from './personal-data.ts'
import type { QuoteJobReader, QuoteJobWriter } from './quote-jobs.ts'
import type { QuoteReader, QuoteWriter } from './quotes.ts'
import type { RateRuleReader, RateRuleWriter } from './rate-rules.ts'
import type { StepId, UndoReader, UndoWriter } from './undo.ts'
import type { WatchedFileTaken, WatchedFolderReader, WatchedFolderWriter } from './watched-folder.ts'

export type * from './copies.ts'
export type * from './freight-tables.ts'
export type * from './personal-data.ts'
export type * from './quote-jobs.ts'
export type * from './quotes.ts'
export type * from './rate-rules.ts'
export type * from './undo.ts'
export type * from './watched-folder.ts'

/** The moment a question is asked at, and what counts as standing still then: what is late or stalled depends on it. */
export type AsOf = {
  readonly now: number
  readonly today: Day
  /** Absent: as before anybody set anything. */
  readonly stillness?: StillnessRules
}

/** A parcel in a list, with what follows from the moment. */
export type ListedParcel = Parcel & {
  readonly late: boolean
  /** Business days since the last event, for a parcel still watched and not ended. */
  readonly stalledDays: number | null
  readonly stalled: boolean
}

export type StoredEvent = TrackingEvent & { readonly voided: boolean }

export type StoredAction = {
  readonly at: number
  readonly kind: 'imported' | 'changed' | 'edited' | 'checked' | 'status' | 'check-failed' | 'watch' | 'anonymised'
  readonly detail: Readonly<Record<string, string | number | null>>
}

export type StoredParcel = {
  readonly parcel: ListedParcel
  /** Newest first in the carrier's order. */
  readonly events: readonly StoredEvent[]
  /** Newest first. */
  readonly history: readonly StoredAction[]
  readonly raw: { readonly at: number; readonly body: string } | null
  /** The account that the parcel was last known for; null where the carrier has but one. */
  readonly account: { readonly id: AccountId; readonly name: string } | null
}

export type Counts = {
  readonly total: number
  readonly status: Readonly<Record<ParcelStatus, number>>
  readonly late: number
  readonly stalled: number
  readonly silent: number
  readonly failing: number
}

/** Reads of parcels. All run on read-only connections: a long import never delays them. */
export type ParcelReader = {
  /** A page after a cursor; `cursor-invalid` when the cursor is not of this query. */
  search(
    query: ParcelQuery,
    page: { after?: string | undefined; limit: number },
    asOf: AsOf,
  ): Promise<{ rows: ListedParcel[]; next: string | null } | 'cursor-invalid'>
  window(
    query: ParcelQuery,
    page: { first: number; limit: number },
    asOf: AsOf,
  ): Promise<{ rows: ListedParcel[]; total: number }>
  counts(query: ParcelQuery, asOf: AsOf): Promise<Counts>
  countSelection(selection: ParcelSelection, asOf: AsOf): Promise<number>
  /** A page of a selection's parcels in the query's order, for export and bulk work; `after` from the page before. */
  select(
    selection: ParcelSelection,
    order: ParcelQuery['sort'],
    page: { after?: string | undefined; limit: number },
    asOf: AsOf,
  ): Promise<{ rows: ListedParcel[]; next: string | null }>
  facets(): Promise<{ carrier: string[]; service: string[]; channel: string[]; state: string[] }>
  get(ref: { id: ParcelId } | { code: string }, asOf: AsOf): Promise<StoredParcel | null>
  /** What is stored of these codes (cleaned), for an import to compare with. */
  byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, ParcelData & { readonly id: ParcelId }>>
}

/** One row of a file that passed its checks. Fields the file does not have are absent and leave what is stored. */
export type ImportRow = {
  readonly line: number
  readonly data: Partial<ParcelData> & Pick<ParcelData, 'code' | 'carrier'>
}

export type ImportRowOutcome = { readonly stored: number; readonly changed: number; readonly unchanged: number }

/** How far the work after a file's last row is. */
export type FinishingSteps = { readonly done: number; readonly left: number }

/** One file being stored: nothing of it is seen by anybody before `commit`, nothing is left of it after `rollback` or a kill. */
export type ImportSession = {
  /** Compares with what is stored and writes; batches of about a thousand rows. */
  add(rows: readonly ImportRow[]): Promise<ImportRowOutcome>
  /**
   * One step of what is left to do after the last row; many rows need several. `commit` does what was not asked for, but
   * nobody learns how far it is then.
   */
  finish(): Promise<FinishingSteps>
  /** With `taken`: that a file of the watched folder is stored, in the same transaction. */
  commit(taken?: WatchedFileTaken): Promise<void>
  rollback(): Promise<void>
}

export type ParcelWriter = {
  /** Starts storing a file; other writes wait until it is committed or rolled back. */
  beginImport(file: { name: string; at: number; changes: 'accept' | 'keep' }): Promise<ImportSession>
  /** Answers the step that takes it back (none when nothing differs), or null when there is no such parcel. */
  edit(
    id: ParcelId,
    edit: { note?: string | null | undefined; carrier?: string | undefined },
    now: number,
  ): Promise<{ readonly step: StepId | null } | null>
  /** Takes parcels out of the lists with everything that hangs on them; `step` brings them back for a while. */
  remove(selection: ParcelSelection, asOf: AsOf): Promise<{ readonly removed: number; readonly step: StepId | null }>
}

/** A parcel to be asked about. */
export type DueParcel = {
  readonly id: ParcelId
  readonly code: string
  readonly carrier: string
  readonly urgent: boolean
}

export type TrackingReader = {
  /** Parcels due at `now`, most overdue first, asked for by a person first of all; `carriers` narrows to those that can be asked. */
  due(now: number, limit: number, carriers?: readonly string[]): Promise<DueParcel[]>
  summary(now: number): Promise<{
    due: number
    watched: number
    nextAtByCarrier: Readonly<Record<string, number>>
    dueByCarrier: Readonly<Record<string, number>>
  }>
  unmapped(): Promise<
    {
      carrier: string
      code: string
      text: string
      count: number
      firstAt: number
      lastAt: number
      parcelId: ParcelId | null
    }[]
  >
  malformed(): Promise<MalformedAnswers[]>
}

/** How often a carrier's answers could not be read for one reason. */
export type MalformedAnswers = {
  readonly carrier: string
  readonly what: string
  readonly count: number
  readonly firstAt: number
  readonly lastAt: number
  readonly parcelId: ParcelId | null
}

export type TrackingRecorded = {
  /** Parcels whose status, events or promise changed. */
  readonly changed: readonly ParcelId[]
}

export type TrackingWriter = {
  /**
   * Stores what a look at parcels brought: each event once however often it comes, status and next check derived from
   * all events in the same transaction, unknown codes counted.
   */
  record(outcomes: readonly TrackingOutcome[]): Promise<TrackingRecorded>
  /** Makes parcels due now, ended and silent ones too. Answers how many. */
  ask(selection: ParcelSelection, asOf: AsOf): Promise<number>
}

/** How many parcels a carrier promised, and how many of those are late or came late. */
export type LateShare = { readonly carrier: string; readonly promised: number; readonly late: number }

/** Reads of what was delivered, for what is learned from it. */
export type DeliveryReader = {
  /** How long deliveries took since a day; parcels of unknown posting day are left out. */
  times(since: Day, countries: CalendarCountries): Promise<DeliveryTime[]>
  /** How many parcels were posted and delivered on each of these days; days without any are left out. */
  byDay(from: Day, to: Day): Promise<{ posted: Record<Day, number>; delivered: Record<Day, number> }>
  /** What carriers promised for these days and how much of it is late, as the filter `late` means it. */
  lateByCarrier(from: Day, to: Day, asOf: AsOf): Promise<LateShare[]>
}

/** What becomes of the watched parcels of an account that goes: another account of their carrier, or nobody asks any more. */
export type AccountSuccession = { readonly kind: 'move'; readonly to: AccountId } | { readonly kind: 'stop' }

export type AccountReader = {
  list(): Promise<Account[]>
  get(id: AccountId): Promise<Account | null>
  /** Which account these parcels were last known for, where it is known. */
  ofParcels(ids: readonly ParcelId[]): Promise<ReadonlyMap<ParcelId, AccountId>>
  /** Watched parcels that depend on an account: those known for it, and all of its carrier where there is no other. */
  dependents(id: AccountId): Promise<number>
}
/** What of an account its form decides; whether it is on is a switch of its own. */
export type AccountRecord = Omit<Account, 'id' | 'createdAt' | 'updatedAt' | 'offSince' | 'nextSecretsEnteredAt'> & {
  id?: AccountId | undefined
}
export type AccountWriter = {
  /** Answers the id, or `name-taken`, or `account-unknown` for an id that is none. */
  save(account: AccountRecord, now: number): Promise<AccountId | 'name-taken' | 'account-unknown'>
  /** When secrets were entered beside those in use; null: none wait. */
  setNextSecrets(id: AccountId, enteredAt: number | null): Promise<void>
  /** Since when it is off; null: it is on. False: there is no such account. */
  setOff(id: AccountId, since: number | null): Promise<boolean>
  /** With what becomes of its parcels; without, nobody depends on it. */
  remove(id: AccountId, succession?: AccountSuccession | null, now?: number): Promise<boolean>
}

export type Preset = {
  readonly id: number
  readonly name: string
  readonly titles: readonly string[]
  readonly options: ReadOptions
  readonly mapping: ImportMapping
  readonly changes: PresetDecision
  readonly updatedAt: number
}
export type View = {
  readonly id: number
  readonly name: string
  readonly query: ParcelQuery
  readonly columns?: readonly { key: string; width?: number | undefined }[] | undefined
}

/** Small things that people keep: presets, views, settings, state of screens. */
export type KeptReader = {
  presets(): Promise<Preset[]>
  views(): Promise<View[]>
  preference(key: string): Promise<string | null>
}
export type KeptWriter = {
  savePreset(
    preset: Omit<Preset, 'id' | 'updatedAt'> & { id?: number | undefined },
    now: number,
  ): Promise<number | 'name-taken'>
  removePreset(id: number): Promise<boolean>
  saveView(view: Omit<View, 'id'> & { id?: number | undefined }): Promise<number | 'name-taken'>
  removeView(id: number): Promise<boolean>
  savePreference(key: string, value: string | null): Promise<void>
}

export type StoreCheck = {
  readonly checked: readonly { readonly invariant: string; readonly rows: number }[]
  readonly found: readonly {
    readonly invariant: string
    readonly message: string
    readonly parcelId: ParcelId | null
  }[]
  readonly version: number
}

/** Our memory of what carriers and people said. Reading and writing are apart, so that "this only reads" is seen by the compiler. */
export type Store = {
  readonly read: {
    readonly parcels: ParcelReader
    readonly deliveries: DeliveryReader
    readonly tracking: TrackingReader
    readonly accounts: AccountReader
    readonly kept: KeptReader
    readonly undo: UndoReader
    readonly personal: PersonalReader
    readonly watched: WatchedFolderReader
    readonly quotes: QuoteReader
    readonly quoteJobs: QuoteJobReader
    readonly freightTables: FreightTableReader
    readonly rateRules: RateRuleReader
  }
  readonly write: {
    readonly parcels: ParcelWriter
    readonly tracking: TrackingWriter
    readonly accounts: AccountWriter
    readonly kept: KeptWriter
    readonly undo: UndoWriter
    readonly personal: PersonalWriter
    readonly watched: WatchedFolderWriter
    readonly quotes: QuoteWriter
    readonly quoteJobs: QuoteJobWriter
    readonly freightTables: FreightTableWriter
    readonly rateRules: RateRuleWriter
  }
  check(): Promise<StoreCheck>
  /** Copies the store while in use, opens the copy, checks it; older ones beyond `keep` of the same reason go. */
  backup(reason: 'daily' | 'by-hand', now: number, keep: number): Promise<StoreBackup | 'disk-full' | 'backup-unsound'>
  backups(): Promise<StoreBackup[]>
  /** Copies the store to a file of any name, in the way of a backup. There are no secrets in it, for there are none in the store. */
  copyTo(path: string, now: number): Promise<StoreCopy | 'disk-full' | 'backup-unsound' | 'place-unwritable'>
  /** Looks at a file that might take this store's place; changes neither. */
  examine(source: StoreSource, now: number): Promise<ExaminedStore | RestoreFailure>
  /** Makes a file ready to take this store's place, which it does when the store is closed, or at the next opening after a kill. */
  restore(source: StoreSource, now: number): Promise<RestoreReady | RestoreFailure>
  /** Refuses new calls, waits for those in flight, closes readers before the writer. */
  close(): Promise<void>
}

/** Why a store can't be opened; each has its own sentence at start. */
export type StoreOpenFailure =
  | { readonly code: 'store-newer'; readonly version: number }
  | { readonly code: 'store-in-use' }
  | { readonly code: 'store-damaged'; readonly message: string }
  | { readonly code: 'store-unwritable'; readonly message: string }
  | { readonly code: 'migration-failed'; readonly message: string; readonly backup: string | null }
