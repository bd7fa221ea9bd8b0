import type { Migration } from './migration.ts'

/** How often a carrier answered what could not be read, and what was wrong with it: how a change of its API is noticed. */
export const malformedAnswers: Migration = {
  version: 110,
  name: 'malformed-answers',
  up(connection) {
    connection.execute(`
      CREATE TABLE malformed_answers (
        carrier TEXT NOT NULL,
        what TEXT NOT NULL,
        count INTEGER NOT NULL,
        firstAt INTEGER NOT NULL,
        lastAt INTEGER NOT NULL,
        parcelId INTEGER REFERENCES parcels (id) ON DELETE SET NULL,
        PRIMARY KEY (carrier, what)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX malformed_answers_of_parcel ON malformed_answers (parcelId);
    `)
  },
}
