import type { Migration } from './migration.ts'

/**
 * Standing still is counted by status: the watched parcels of a status by when they moved, with what decides the holidays,
 * in the place of the index over all of them. What was set as days for every status no longer means anything.
 */
export const stillness: Migration = {
  version: 90,
  name: 'stillness',
  up(connection) {
    connection.execute(`
      DROP INDEX parcels_stalled;
      CREATE INDEX parcels_still ON parcels (status, coalesce(lastEventAt, createdAt), carrier, watch)
        WHERE watch = 'watched';

      UPDATE preferences SET value = json_remove(value, '$.stalledAfterDays')
        WHERE key = 'settings' AND json_valid(value);
    `)
  },
}
