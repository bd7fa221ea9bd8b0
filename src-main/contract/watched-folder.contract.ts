import { z } from 'zod'
import { command, event, query, task } from './define.ts'
import { FileRef } from './files.contract.ts'
import { ImportProgress } from './imports.contract.ts'

const count = z.int().nonnegative()

const watchProblems = ['folder-gone', 'folder-unwritable', 'preset-unknown'] as const

/** A file that was found in the watched folder, and what became of it. */
export const WatchedFile = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  startedAt: z.int(),
  /** `taking`: being stored; `stored`: its good rows are stored; `refused`: nothing of it was taken, `problem` says why. */
  state: z.enum(['taking', 'stored', 'refused']),
  stored: count,
  changed: count,
  unchanged: count,
  rejected: count,
  /** Of `changed`: rows that nobody decided about, so that they were left as stored. */
  undecided: count,
  preset: z.string().nullable(),
  problem: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  settledAt: z.int().nullable(),
  /** Nothing of it was taken, or something was left to decide. */
  needsSomebody: z.boolean(),
  /** Where it was moved to, while it lies there. */
  file: FileRef.nullable(),
})
export type WatchedFile = z.output<typeof WatchedFile>

export const WatchedFolderState = z.strictObject({
  folder: z
    .strictObject({
      path: z.string(),
      file: FileRef,
      on: z.boolean(),
      /** Preset that every file is read with; null: the one that its headings pick, or the proposal when that is certain. */
      preset: z.int().positive().nullable(),
    })
    .nullable(),
  /** What stood in the way at the last look. */
  problem: z.enum(watchProblems).nullable(),
  lookedAt: z.int().nullable(),
  /** Tables that lie in the folder now. */
  waiting: count,
  /** Files that need somebody and still lie where they were put for that. */
  pending: count,
  /** The last files, newest first. */
  files: z.array(WatchedFile),
})
export type WatchedFolderState = z.output<typeof WatchedFolderState>

const common = [...watchProblems, 'no-watched-folder', 'in-demonstration'] as const

export const watchedFolder = {
  'watchedFolder.get': query({ input: z.strictObject({}), output: WatchedFolderState }),
  /** Changes what is given. Another folder is off until it is switched on. */
  'watchedFolder.save': command({
    input: z.strictObject({
      folder: FileRef.optional(),
      on: z.boolean().optional(),
      preset: z.int().positive().nullable().optional(),
    }),
    output: z.strictObject({}),
    errors: [...common, 'folder-of-despacho'],
  }),
  /** Imports what lies in the folder now and is not still being written, whether it is on or off. */
  'watchedFolder.look': task({
    input: z.strictObject({}),
    progress: ImportProgress,
    output: z.strictObject({
      taken: count,
      /** Put aside for somebody. */
      pending: count,
      /** Still being written, or held by another program. */
      left: count,
    }),
    errors: common,
  }),
  /** A file came or went, or the folder can't be used any more. */
  'watchedFolder.changed': event({ output: z.strictObject({}) }),
}
