import type { Migration } from './migration.ts'

/** When secrets were entered that wait beside those in use until the carrier takes them; null: none wait. */
export const nextSecrets: Migration = {
  version: 144,
  name: 'next-secrets',
  up(connection) {
    connection.execute('ALTER TABLE accounts ADD COLUMN nextSecretsEnteredAt INTEGER')
  },
}
