import type { Migration } from './migration.ts'

/**
 * What people did and may still take back. Removed parcels are kept row by row as JSON lists, with the names of the
 * columns in their step: a table that has one more column by the time they come back takes them all the same.
 */
export const undo: Migration = {
  version: 70,
  name: 'undo',
  up(connection) {
    connection.execute(`
      CREATE TABLE undo_steps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('removed', 'edited')),
        state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'undone', 'expired', 'overtaken', 'erased')),
        count INTEGER NOT NULL,
        parcelId INTEGER, -- of an edit; the parcel may be gone by now
        detail TEXT NOT NULL
      ) STRICT;

      CREATE TABLE removed_rows (
        stepId INTEGER NOT NULL REFERENCES undo_steps (id),
        source TEXT NOT NULL, -- the table
        parcelId INTEGER NOT NULL,
        body TEXT NOT NULL, -- its rows of this parcel
        PRIMARY KEY (stepId, source, parcelId)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
