import type { Migration } from './migration.ts'

/** Contracts with carriers; their secrets are in the keychain and never here. */
export const accounts: Migration = {
  version: 30,
  name: 'accounts',
  up(connection) {
    connection.execute(`
      CREATE TABLE accounts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        carrier TEXT NOT NULL,
        name TEXT NOT NULL COLLATE NOCASE,
        environment TEXT NOT NULL,
        fields TEXT NOT NULL,
        createdAt INTEGER NOT NULL,
        updatedAt INTEGER NOT NULL,
        secretsEnteredAt INTEGER,
        UNIQUE (carrier, name)
      ) STRICT;
    `)
  },
}
