import type { Migration } from './migration.ts'

/** What a preset decides of rows that differ from what is stored. Presets kept before ask, as they did. */
export const presetChanges: Migration = {
  version: 80,
  name: 'preset-changes',
  up(connection) {
    connection.execute(`
      ALTER TABLE presets ADD COLUMN changes TEXT NOT NULL DEFAULT 'ask' CHECK (changes IN ('ask', 'keep', 'accept'));
    `)
  },
}
