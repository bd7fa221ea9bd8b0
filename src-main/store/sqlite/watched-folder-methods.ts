import { z } from 'zod'
import type { FileInFolder, WatchedFile, WatchedFileTaken, WatchedFolder } from '../store.ts'
import type { Connection } from './connection.ts'
import type { ReaderContext } from './reader-context.ts'
import { sql } from './sql.ts'
import type { WriterContext } from './writer-context.ts'

/** How many files that are at rest are remembered. */
const remembered = 500

const Folder = z.object({
  path: z.string(),
  isOn: z.number().transform((on) => on === 1),
  preset: z.number().nullable(),
})

const Detail = z.record(z.string(), z.union([z.string(), z.number()]))

const FileRow = z.object({
  id: z.number(),
  folder: z.string(),
  name: z.string(),
  size: z.number(),
  modifiedAt: z.number(),
  startedAt: z.number(),
  state: z.enum(['taking', 'stored', 'refused']),
  stored: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  undecided: z.number(),
  preset: z.string().nullable(),
  report: z.string().nullable(),
  problem: z.string().nullable(),
  detail: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(Detail)
    .nullable(),
  movedTo: z.string().nullable(),
  settledAt: z.number().nullable(),
})

/** Reads of the watched folder. */
export const watchedFolderReader = {
  watchedFolder({ connection }: ReaderContext): WatchedFolder | null {
    const row = connection.get(sql`SELECT path, isOn, preset FROM watched_folder`)
    if (!row) return null
    const { path, isOn, preset } = Folder.parse(row)
    return { path, on: isOn, preset }
  },

  watchedFiles: ({ connection }: ReaderContext, limit: number): WatchedFile[] =>
    connection
      .all(sql`SELECT * FROM watched_files ORDER BY id DESC LIMIT ${limit}`)
      .map((row): WatchedFile => FileRow.parse(row)),

  watchedFile({ connection }: ReaderContext, id: number): WatchedFile | null {
    const row = connection.get(sql`SELECT * FROM watched_files WHERE id = ${id}`)
    return row ? FileRow.parse(row) : null
  },

  unsettledWatchedFiles: ({ connection }: ReaderContext): WatchedFile[] =>
    connection
      .all(sql`SELECT * FROM watched_files WHERE settledAt IS NULL ORDER BY id`)
      .map((row): WatchedFile => FileRow.parse(row)),
}

/** Writes of the watched folder. That a file is stored is written with its rows, by `takeWatchedFile`. */
export const watchedFolderWriter = {
  saveWatchedFolder({ connection }: WriterContext, { path, on, preset }: WatchedFolder): void {
    connection.run(sql`
      INSERT INTO watched_folder (id, path, isOn, preset) VALUES (1, ${path}, ${on ? 1 : 0}, ${preset})
      ON CONFLICT (id) DO UPDATE SET path = excluded.path, isOn = excluded.isOn, preset = excluded.preset`)
  },

  beginWatchedFile({ connection }: WriterContext, file: FileInFolder, now: number): number {
    connection.run(sql`
      INSERT INTO watched_files (folder, name, size, modifiedAt, startedAt, state)
      VALUES (${file.folder}, ${file.name}, ${file.size}, ${file.modifiedAt}, ${now}, 'taking')`)
    return connection.number(sql`SELECT last_insert_rowid() AS id`)
  },

  refuseWatchedFile(
    { connection }: WriterContext,
    id: number,
    problem: string,
    detail: Readonly<Record<string, string | number>> | null,
  ): void {
    connection.run(sql`
      UPDATE watched_files SET state = 'refused', problem = ${problem}, detail = ${detail && JSON.stringify(detail)}
      WHERE id = ${id} AND state = 'taking'`)
  },

  forgetWatchedFile({ connection }: WriterContext, id: number): void {
    connection.run(sql`DELETE FROM watched_files WHERE id = ${id} AND state = 'taking'`)
  },

  settleWatchedFile({ connection }: WriterContext, id: number, movedTo: string | null, now: number): void {
    connection.transaction(() => {
      connection.run(sql`UPDATE watched_files SET movedTo = ${movedTo}, settledAt = ${now} WHERE id = ${id}`)
      connection.run(sql`
        DELETE FROM watched_files WHERE settledAt IS NOT NULL
          AND id <= (SELECT id FROM watched_files ORDER BY id DESC LIMIT 1 OFFSET ${remembered})`)
    })
  },
}

/** Notes, in the transaction that stores a file's rows, that they are stored. */
export function takeWatchedFile(connection: Connection, { id, ...rows }: WatchedFileTaken): void {
  connection.run(sql`
    UPDATE watched_files SET state = 'stored', stored = ${rows.stored}, changed = ${rows.changed},
      unchanged = ${rows.unchanged}, rejected = ${rows.rejected}, undecided = ${rows.undecided},
      preset = ${rows.preset}, report = ${rows.report}
    WHERE id = ${id}`)
}
