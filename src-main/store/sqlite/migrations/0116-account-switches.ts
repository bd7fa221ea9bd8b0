import type { Migration } from './migration.ts'

/** Since when a person has an account asked nothing; null while it is on. */
export const accountSwitches: Migration = {
  version: 116,
  name: 'account switches',
  up(connection) {
    connection.execute('ALTER TABLE accounts ADD COLUMN offSince INTEGER')
  },
}
