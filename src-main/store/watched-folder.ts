/** Where files are looked for that nobody has to import by hand, and how. */
export type WatchedFolder = {
  readonly path: string
  readonly on: boolean
  /** Preset that every file is read with; null: the one that its headings pick, or the proposal when that is certain. */
  readonly preset: number | null
}

/** How far a file is: being stored; stored; refused as a whole. It is at rest once it was moved away. */
export type WatchedFileState = 'taking' | 'stored' | 'refused'

/** A file as it lies in a folder: a later one of the same name has another size or another time. */
export type FileInFolder = {
  readonly folder: string
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970, with what the file system has after the point. */
  readonly modifiedAt: number
}

/** What storing a file did, row by row counted. */
export type WatchedFileRows = {
  readonly stored: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  /** Of `changed`: those that nobody decided about, so that they were left as stored. */
  readonly undecided: number
  /** Name of the preset it was read with. */
  readonly preset: string | null
  /** Path of the workbook of rejected rows. */
  readonly report: string | null
}

/** A file that was found in the watched folder, and what became of it. */
export type WatchedFile = FileInFolder &
  WatchedFileRows & {
    readonly id: number
    readonly startedAt: number
    readonly state: WatchedFileState
    /** Why nothing of it was taken. */
    readonly problem: string | null
    readonly detail: Readonly<Record<string, string | number>> | null
    /** Where it lies now; null: it was not moved yet. */
    readonly movedTo: string | null
    readonly settledAt: number | null
  }

/** That a file of the watched folder is stored, written in the transaction that stores it: so it is never stored twice. */
export type WatchedFileTaken = WatchedFileRows & { readonly id: number }

export type WatchedFolderReader = {
  folder(): Promise<WatchedFolder | null>
  /** The last files, newest first. */
  files(limit: number): Promise<WatchedFile[]>
  file(id: number): Promise<WatchedFile | null>
  /** Files that are not at rest, oldest first. */
  unsettled(): Promise<WatchedFile[]>
}

export type WatchedFolderWriter = {
  save(folder: WatchedFolder): Promise<void>
  /** Notes that a file is about to be stored; answers its id. */
  begin(file: FileInFolder, now: number): Promise<number>
  refuse(id: number, problem: string, detail: Readonly<Record<string, string | number>> | null): Promise<void>
  /** As if it had not been found; of a file that is stored or refused nothing is forgotten. */
  forget(id: number): Promise<void>
  settle(id: number, movedTo: string | null, now: number): Promise<void>
}
