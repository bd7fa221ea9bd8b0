import type { Migration } from './migration.ts'

/**
 * What carriers said and what Despacho did. Events are kept together by parcel and are never altered but for what later
 * answers tell of them: their place in the order, whether they were taken back, what an unknown code meant.
 */
export const tracking: Migration = {
  version: 20,
  name: 'tracking',
  up(connection) {
    connection.execute(`
      CREATE TABLE events (
        parcelId INTEGER NOT NULL REFERENCES parcels (id) ON DELETE CASCADE,
        code TEXT NOT NULL,
        at INTEGER NOT NULL,
        placeKey TEXT NOT NULL,
        position INTEGER NOT NULL,
        zone TEXT NOT NULL,
        meaning TEXT NOT NULL,
        text TEXT NOT NULL,
        detail TEXT,
        place TEXT,
        destination TEXT,
        voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1)),
        PRIMARY KEY (parcelId, code, at, placeKey)
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER events_append_only
        BEFORE UPDATE OF parcelId, code, at, placeKey, zone, text, detail, place, destination ON events
      BEGIN
        SELECT RAISE(ABORT, 'events are append-only');
      END;

      CREATE TABLE actions (
        id INTEGER PRIMARY KEY,
        parcelId INTEGER NOT NULL REFERENCES parcels (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX actions_of_parcel ON actions (parcelId);

      CREATE TABLE tracking_answers (
        parcelId INTEGER PRIMARY KEY REFERENCES parcels (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        body BLOB NOT NULL -- deflated
      ) STRICT;

      CREATE TABLE unmapped_events (
        carrier TEXT NOT NULL,
        code TEXT NOT NULL,
        text TEXT NOT NULL,
        count INTEGER NOT NULL,
        firstAt INTEGER NOT NULL,
        lastAt INTEGER NOT NULL,
        parcelId INTEGER REFERENCES parcels (id) ON DELETE SET NULL,
        PRIMARY KEY (carrier, code)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX unmapped_events_of_parcel ON unmapped_events (parcelId);
    `)
  },
}
