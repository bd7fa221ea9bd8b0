import type { Migration } from './migration.ts'

const sortedColumns = [
  'carrier',
  'status',
  'orderNumber',
  'channel',
  'recipientName',
  'document',
  'city',
  'state',
  'postalCode',
  'service',
  'weightG',
  'declaredValue',
  'postedOn',
  'promisedOn',
  'lastEventAt',
  'deliveredAt',
  'checkedAt',
  'createdAt',
]

/**
 * Parcels, and the files they came from. Columns have the names of the domain, so that a row is a `Parcel` without
 * renaming. Every column that a list may be sorted by has an index: with the id, which ends every index, it is the
 * whole key of a page. Columns that are empty at first cost an import next to nothing.
 */
export const parcels: Migration = {
  version: 10,
  name: 'parcels',
  up(connection) {
    connection.execute(`
      CREATE TABLE imports (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        at INTEGER NOT NULL,
        lastParcelId INTEGER NOT NULL,
        stored INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        unchanged INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE parcels (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL CHECK (code <> ''),
        carrier TEXT NOT NULL CHECK (carrier <> ''),
        orderNumber TEXT COLLATE NOCASE,
        channel TEXT,
        recipientName TEXT COLLATE NOCASE,
        email TEXT COLLATE NOCASE,
        phone TEXT,
        document TEXT,
        street TEXT,
        streetNumber TEXT,
        complement TEXT,
        district TEXT,
        city TEXT COLLATE NOCASE,
        state TEXT,
        postalCode TEXT,
        country TEXT,
        weightG INTEGER,
        lengthMm INTEGER,
        widthMm INTEGER,
        heightMm INTEGER,
        declaredValue INTEGER,
        currency TEXT,
        service TEXT,
        items TEXT,
        invoiceNumber TEXT,
        invoiceKey TEXT,
        postedOn TEXT,
        note TEXT,
        status TEXT NOT NULL,
        statusAt INTEGER,
        promisedOn TEXT,
        lastEventAt INTEGER,
        lastEventText TEXT,
        lastEventPlace TEXT,
        deliveredAt INTEGER,
        deliveredOn TEXT, -- the day of deliveredAt where it happened
        watch TEXT NOT NULL CHECK (watch IN ('watched', 'ended', 'silent', 'untracked')),
        urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)), -- asked for by a person
        checkedAt INTEGER,
        nextCheckAt INTEGER,
        checkFailure TEXT,
        createdAt INTEGER NOT NULL,
        updatedAt INTEGER NOT NULL,
        importId INTEGER REFERENCES imports (id) DEFERRABLE INITIALLY DEFERRED
      ) STRICT;

      CREATE UNIQUE INDEX parcels_by_code ON parcels (code);
      ${sortedColumns.map((column) => `CREATE INDEX parcels_by_${column} ON parcels (${column});`).join('\n')}

      CREATE INDEX parcels_due ON parcels (carrier, urgent, nextCheckAt) WHERE nextCheckAt IS NOT NULL;
      CREATE INDEX parcels_unwatched ON parcels (watch) WHERE watch <> 'watched';
      CREATE INDEX parcels_stalled ON parcels (coalesce(lastEventAt, createdAt), watch) WHERE watch = 'watched';
      CREATE INDEX parcels_failing ON parcels (checkFailure) WHERE checkFailure IS NOT NULL;
      CREATE INDEX parcels_promised_open ON parcels (promisedOn, status)
        WHERE promisedOn IS NOT NULL AND status NOT IN ('delivered', 'returned', 'lost', 'cancelled');
      CREATE INDEX parcels_delivered_late ON parcels (promisedOn, deliveredOn) WHERE deliveredOn > promisedOn;
    `)
  },
}
