import type { Migration } from './migration.ts'

/** What carriers said of prices and deadlines, which services a contract has, and the last quotes. */
export const quotes: Migration = {
  version: 140,
  name: 'quotes',
  up(connection) {
    connection.execute(`
      CREATE TABLE quote_answers (
        account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        question TEXT NOT NULL,
        service TEXT NOT NULL,
        fromCode TEXT NOT NULL,
        toCode TEXT NOT NULL,
        band INTEGER NOT NULL,
        extras TEXT NOT NULL,
        price TEXT,
        pricedAt INTEGER,
        deadline TEXT,
        deadlineAt INTEGER,
        keptAt INTEGER NOT NULL,
        PRIMARY KEY (account, question)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX quote_answers_by_lane ON quote_answers (account, service, fromCode, toCode, band, extras);
      CREATE INDEX quote_answers_by_age ON quote_answers (keptAt);

      CREATE TABLE contract_services (
        account INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        services TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE kept_quotes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        quote TEXT NOT NULL
      ) STRICT;
    `)
  },
}
