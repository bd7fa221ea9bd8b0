import type { Migration } from './migration.ts'

/** The shop's own freight tables. Rows are read as a whole or by line; what they cost is looked up in memory. */
export const freightTables: Migration = {
  version: 130,
  name: 'freight-tables',
  up(connection) {
    connection.execute(`
      CREATE TABLE freight_tables (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL COLLATE NOCASE UNIQUE,
        carrier TEXT,
        kgPerM3 INTEGER,
        dayCount TEXT NOT NULL,
        file TEXT NOT NULL,
        importedAt INTEGER NOT NULL,
        rows INTEGER NOT NULL,
        services TEXT NOT NULL
      ) STRICT;

      CREATE TABLE freight_rows (
        tableId INTEGER NOT NULL REFERENCES freight_tables (id) ON DELETE CASCADE,
        line INTEGER NOT NULL,
        service TEXT NOT NULL,
        fromCep TEXT NOT NULL,
        toCep TEXT NOT NULL,
        fromG INTEGER NOT NULL,
        toG INTEGER,
        price INTEGER NOT NULL,
        days INTEGER NOT NULL,
        perKg INTEGER,
        validFrom TEXT,
        validTo TEXT,
        PRIMARY KEY (tableId, line)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
