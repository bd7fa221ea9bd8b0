import type { Migration } from './migration.ts'

const searched = ['code', 'orderNumber', 'recipientName', 'document', 'email', 'city']
const columns = searched.join(', ')
const of = (row: string) => searched.map((column) => `${row}.${column}`).join(', ')

/**
 * The index behind the search box: any three letters in a row, case and accents aside. It keeps no copy of the text, so
 * triggers tell it what a row held before.
 */
export const search: Migration = {
  version: 50,
  name: 'search',
  up(connection) {
    connection.execute(`
      CREATE VIRTUAL TABLE parcels_fts USING fts5(
        ${columns}, content = 'parcels', content_rowid = 'id', columnsize = 0, tokenize = 'trigram remove_diacritics 1'
      );

      CREATE TRIGGER parcels_search_insert AFTER INSERT ON parcels BEGIN
        INSERT INTO parcels_fts (rowid, ${columns}) VALUES (new.id, ${of('new')});
      END;

      CREATE TRIGGER parcels_search_delete AFTER DELETE ON parcels BEGIN
        INSERT INTO parcels_fts (parcels_fts, rowid, ${columns}) VALUES ('delete', old.id, ${of('old')});
      END;

      CREATE TRIGGER parcels_search_update AFTER UPDATE OF ${columns} ON parcels BEGIN
        INSERT INTO parcels_fts (parcels_fts, rowid, ${columns}) VALUES ('delete', old.id, ${of('old')});
        INSERT INTO parcels_fts (rowid, ${columns}) VALUES (new.id, ${of('new')});
      END;

      INSERT INTO parcels_fts (parcels_fts) VALUES ('rebuild');
    `)
  },
}
