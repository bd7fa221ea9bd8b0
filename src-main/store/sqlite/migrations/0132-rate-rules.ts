import type { Migration } from './migration.ts'

/** The ordered list of rules that choose a service. */
export const rateRules: Migration = {
  version: 132,
  name: 'rate-rules',
  up(connection) {
    connection.execute(`
      CREATE TABLE rate_rules (
        position INTEGER PRIMARY KEY,
        name TEXT,
        isOn INTEGER NOT NULL,
        conditions TEXT NOT NULL,
        action TEXT NOT NULL
      ) STRICT;
    `)
  },
}
