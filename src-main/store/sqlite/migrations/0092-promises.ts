import { dayOf } from '../../../domain/day.ts'
import type { Migration } from './migration.ts'

/**
 * What the shop promised its customer, beside the carrier's promise; and what was delivered, in an order from which the days
 * that deliveries take are read without touching a row. Parcels whose file named no posting day have the carrier's.
 */
export const promises: Migration = {
  version: 92,
  name: 'promises',
  up(connection) {
    connection.database.function('dayAt', { deterministic: true }, (at: unknown, zone: unknown) =>
      typeof at === 'number' ? dayOf(at, String(zone)) : null,
    )
    connection.execute(`
      ALTER TABLE parcels ADD COLUMN shopPromisedOn TEXT;
      CREATE INDEX parcels_by_shopPromisedOn ON parcels (shopPromisedOn);
      CREATE INDEX parcels_delivered ON parcels (deliveredOn, carrier, service, state, postedOn)
        WHERE deliveredOn IS NOT NULL;

      UPDATE parcels SET postedOn = (
        SELECT dayAt(at, zone) FROM events WHERE parcelId = parcels.id AND meaning = 'posted' AND voided = 0
          ORDER BY position LIMIT 1)
        WHERE postedOn IS NULL AND lastEventAt IS NOT NULL;
    `)
  },
}
