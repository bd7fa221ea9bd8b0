import type { Migration } from './migration.ts'

/** The folder whose files are imported by themselves, and what became of each file. */
export const watchedFolder: Migration = {
  version: 120,
  name: 'watched-folder',
  up(connection) {
    connection.execute(`
      CREATE TABLE watched_folder (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        path TEXT NOT NULL,
        isOn INTEGER NOT NULL,
        preset INTEGER
      ) STRICT;

      CREATE TABLE watched_files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        modifiedAt REAL NOT NULL,
        startedAt INTEGER NOT NULL,
        state TEXT NOT NULL,
        stored INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        undecided INTEGER NOT NULL DEFAULT 0,
        preset TEXT,
        report TEXT,
        problem TEXT,
        detail TEXT,
        movedTo TEXT,
        settledAt INTEGER
      ) STRICT;
      CREATE INDEX watched_files_unsettled ON watched_files (id) WHERE settledAt IS NULL;
    `)
  },
}
