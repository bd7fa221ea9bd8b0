import type { Migration } from './migration.ts'

/** Presets of imports, saved filters, settings: what people keep. */
export const kept: Migration = {
  version: 40,
  name: 'kept',
  up(connection) {
    connection.execute(`
      CREATE TABLE presets (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        titles TEXT NOT NULL,
        options TEXT NOT NULL,
        mapping TEXT NOT NULL,
        updatedAt INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE views (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        query TEXT NOT NULL,
        columns TEXT
      ) STRICT;

      CREATE TABLE preferences (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
