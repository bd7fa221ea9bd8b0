/** A copy of the store in its backups. */
export type StoreBackup = {
  readonly name: string
  readonly at: number
  readonly size: number
  readonly parcels: number
  readonly reason: 'daily' | 'by-hand' | 'before-migration' | 'before-restore'
}

/** A file that might take the store's place: one of the backups by its name, or any file by its path. */
export type StoreSource = { readonly backup: string } | { readonly file: string }

/** What was found in such a file once it was opened. */
export type ExaminedStore = {
  /** When it was copied. */
  readonly takenAt: number
  readonly size: number
  readonly version: number
  readonly parcels: number
  readonly accounts: number
  /** What is in the store and would not be there afterwards; null: the store is damaged and can't be compared. */
  readonly lost: {
    readonly parcels: number
    /** Parcels in both that changed since. */
    readonly changed: number
    readonly accounts: number
  } | null
}

/** Why a file can't take the store's place; nothing was changed. */
export type RestoreFailure =
  | 'copy-gone'
  | 'copy-in-use'
  | 'copy-newer'
  | 'copy-damaged'
  | 'copy-unreadable'
  | 'not-a-store'
  | 'disk-full'
  | 'backup-unsound'

/** A file that takes the store's place as soon as the store is closed, and the backup of what was there before. */
export type RestoreReady = ExaminedStore & { readonly safety: StoreBackup }

/** A copy that was written where somebody wanted it. */
export type StoreCopy = { readonly size: number; readonly parcels: number }
