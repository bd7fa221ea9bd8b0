import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openFile } from '../../src-main/store/sqlite/open-file.ts'
import { storedColumns } from './made-parcels.ts'
import { timed } from './figure.ts'

const columns = storedColumns.join(', ')
const searched = 'code, orderNumber, recipientName, document, email, city'
const counted = ['status', 'carrier', 'service', 'channel', 'state', 'watch']
const own = "'correios', 'registered', 'watched', 1, 1, 1, 1"
const ownColumns = 'carrier, status, watch, nextCheckAt, createdAt, updatedAt, importId'
const theFile = "INSERT INTO imports VALUES (1, 'bench.csv', 1, 0, 0, 0, 0);"
/** What Despacho's writer has: its own default of 2 MB would make the program slower than it need be. */
const settings = 'PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;'

/**
 * How the `sqlite3` program gets a file into Despacho's tables.
 *
 * `quickest`: `.import` into a table in memory, from there into `parcels` with all its indices by one statement, then the
 * counts and the search index by one statement each, all in one transaction, and the search index left in pieces as Despacho
 * leaves it: the best that somebody who knows the tables
 * can do by hand, and what Despacho is compared with. `triggers`: `.import` into a view whose rows go into `parcels` one
 * by one and set off the same triggers that keep counts and search in step.
 *
 * Neither checks a code, a CPF or a date, compares with what is stored, or could say which line is wrong.
 */
export type Way = 'quickest' | 'triggers'

/** Version of the program, or null where there is none. */
export function sqlite3Version(): string | null {
  const { stdout, status } = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' })
  return status === 0 ? (stdout.split(' ')[0] ?? null) : null
}

/** An empty store for the program. Answers its tokenizer: before 3.45 trigrams could not leave accents aside. */
function emptyStore(file: string, version: string): string {
  const opened = openFile({ file, backups: join(file, '..', 'backups'), now: 0 })
  if (!opened.ok) throw new Error(opened.error.code)
  opened.value.close()
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 3 || minor >= 45) return 'trigram remove_diacritics 1'
  const database = new Database(file)
  const kept = database
    .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'parcels_search_insert'")
    .get()
  database.exec(`
    DROP TRIGGER parcels_search_insert; DROP TRIGGER parcels_search_update; DROP TRIGGER parcels_search_delete; DROP TABLE parcels_fts;
    CREATE VIRTUAL TABLE parcels_fts USING fts5(${searched}, content = 'parcels', content_rowid = 'id', columnsize = 0, tokenize = 'trigram');
    ${kept?.sql ?? ''};`)
  database.close()
  return 'trigram'
}

const scripts: Readonly<Record<Way, (csv: string) => string>> = {
  quickest: (csv) => `
${settings}
BEGIN;
DROP TRIGGER parcels_search_insert;
DROP TRIGGER parcels_counts_insert;
CREATE TEMP TABLE incoming (${columns});
.mode csv
.import --skip 1 ${csv} incoming
${theFile}
INSERT INTO parcels (${columns}, ${ownColumns}) SELECT ${columns}, ${own} FROM incoming WHERE true ON CONFLICT (code) DO NOTHING;
INSERT INTO parcels_fts (parcels_fts, rank) VALUES ('hashsize', 33554432);
INSERT INTO parcels_fts (parcels_fts, rank) VALUES ('automerge', 0);
INSERT INTO parcels_fts (parcels_fts, rank) VALUES ('crisismerge', 1999);
INSERT INTO parcels_fts (rowid, ${searched}) SELECT id, ${searched} FROM parcels;
${counted.map((column) => `INSERT INTO counts SELECT '${column}', ${column}, count(*) FROM parcels WHERE ${column} IS NOT NULL GROUP BY ${column};`).join('\n')}
COMMIT;
SELECT count(*) FROM parcels;
`,
  triggers: (csv) => `
${settings}
BEGIN;
${theFile}
CREATE TEMP VIEW incoming AS SELECT ${columns} FROM parcels;
CREATE TEMP TRIGGER one_row INSTEAD OF INSERT ON incoming BEGIN
  INSERT INTO parcels (${columns}, ${ownColumns}) VALUES (${storedColumns.map((column) => `new.${column}`).join(', ')}, ${own});
END;
.mode csv
.import --skip 1 ${csv} incoming
COMMIT;
SELECT count(*) FROM parcels;
`,
}

/** Lets the program import a file into a new store. Answers how long the process took. */
export async function importBySqlite3(
  way: Way,
  csv: string,
  file: string,
  rows: number,
): Promise<{ ms: number; version: string; tokenizer: string }> {
  const version = sqlite3Version()
  if (!version) throw new Error('there is no sqlite3 program to compare with')
  const tokenizer = emptyStore(file, version)
  const { ms, value } = await timed(async () => {
    const program = spawn('sqlite3', ['-bail', file], { stdio: ['pipe', 'pipe', 'inherit'] })
    program.stdin.end(scripts[way](csv))
    let said = ''
    program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await once(program, 'close')
    return said
  })
  if (Number(value.trim()) !== rows) throw new Error(`sqlite3 stored ${value.trim()} of ${rows} rows`)
  return { ms, version, tokenizer }
}
