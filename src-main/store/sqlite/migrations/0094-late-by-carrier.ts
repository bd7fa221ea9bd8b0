import type { Migration } from './migration.ts'

/** Promises in the order of their days with all that says whether they were kept: counted by carrier without touching a row. */
export const lateByCarrier: Migration = {
  version: 94,
  name: 'late-by-carrier',
  up(connection) {
    connection.execute(`
      CREATE INDEX parcels_promised ON parcels (promisedOn, carrier, status, deliveredOn) WHERE promisedOn IS NOT NULL;
    `)
  },
}
