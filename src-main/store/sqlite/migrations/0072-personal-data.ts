import type { Migration } from './migration.ts'

/** When a parcel's personal data was erased, and the log of every such work: how much and by which rule, never whose. */
export const personalData: Migration = {
  version: 72,
  name: 'personal data',
  up(connection) {
    connection.execute(`
      ALTER TABLE parcels ADD COLUMN anonymisedAt INTEGER;

      CREATE TABLE personal_log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('erased', 'exported', 'aged')),
        rule TEXT NOT NULL, -- what the person was named by, or the months of the retention
        parcels INTEGER NOT NULL,
        files INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
