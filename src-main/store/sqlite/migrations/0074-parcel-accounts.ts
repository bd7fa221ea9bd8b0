import type { Migration } from './migration.ts'

/**
 * Which account the carrier last knew a parcel for: the one to ask first. The index has the parcels that were answered
 * about and no others, so that it costs an import nothing.
 */
export const parcelAccounts: Migration = {
  version: 74,
  name: 'parcel accounts',
  up(connection) {
    connection.execute(`
      ALTER TABLE parcels ADD COLUMN accountId INTEGER REFERENCES accounts (id) ON DELETE SET NULL;
      CREATE INDEX parcels_of_account ON parcels (accountId, watch) WHERE accountId IS NOT NULL;
    `)
  },
}
