import type { Migration } from './migration.ts'

const counted = ['status', 'carrier', 'service', 'channel', 'state', 'watch']

const step = (row: string, column: string, by: 1 | -1) => `
  INSERT INTO counts (kind, value, n) SELECT '${column}', ${row}.${column}, ${by} WHERE ${row}.${column} IS NOT NULL
    ON CONFLICT (kind, value) DO UPDATE SET n = n + ${by};`

/** How many parcels have each value of the columns that lists are narrowed by, kept by triggers: never counted on demand. */
export const counts: Migration = {
  version: 60,
  name: 'counts',
  up(connection) {
    connection.execute(`
      CREATE TABLE counts (
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (kind, value)
      ) STRICT, WITHOUT ROWID;

      CREATE TRIGGER parcels_counts_insert AFTER INSERT ON parcels BEGIN
        ${counted.map((column) => step('new', column, 1)).join('')}
      END;

      CREATE TRIGGER parcels_counts_delete AFTER DELETE ON parcels BEGIN
        ${counted.map((column) => step('old', column, -1)).join('')}
      END;

      ${counted
        .map(
          (column) => `
      CREATE TRIGGER parcels_counts_${column} AFTER UPDATE OF ${column} ON parcels
        WHEN old.${column} IS NOT new.${column} BEGIN
        ${step('old', column, -1)}
        ${step('new', column, 1)}
      END;`,
        )
        .join('')}

      ${counted
        .map(
          (column) => `
      INSERT INTO counts (kind, value, n)
        SELECT '${column}', ${column}, count(*) FROM parcels WHERE ${column} IS NOT NULL GROUP BY ${column};`,
        )
        .join('')}
    `)
  },
}
