import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { bundledProgram } from './bundled-program.ts'
import { storeFileName } from '../../src-main/store/sqlite/open-store.ts'
import { writeCsv } from './made-parcels.ts'

/** Now, for parcels that were imported and followed for months: when the lists are looked at. */
export const benchNow = Date.UTC(2026, 9, 1, 15)

/** A data folder with so many parcels, as months of work leave them: most delivered, some under way, a few lost. */
export async function filledStore(folder: string, size: number): Promise<string> {
  const dataDir = join(folder, 'data')
  const csv = join(folder, 'bench.csv')
  await writeCsv(csv, size)
  const child = spawn(process.execPath, [await bundledProgram(), dataDir, csv], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'close')
  growOld(join(dataDir, storeFileName))
  return dataDir
}

/** Stands for months of answers from carriers, which would take the bench an hour to play. */
function growOld(file: string): void {
  const database = new Database(file)
  const triggers = database
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'parcels'",
    )
    .all()
  const dice = '((id * 2654435761) >> 7) % 1000'
  const lastAt = `${benchNow} - ((id * 40503) % (240 * 86400)) * 1000`
  const status = `CASE WHEN ${dice} < 700 THEN 'delivered' WHEN ${dice} < 850 THEN 'in-transit' WHEN ${dice} < 900 THEN 'posted'
    WHEN ${dice} < 930 THEN 'out-for-delivery' WHEN ${dice} < 950 THEN 'registered' WHEN ${dice} < 965 THEN 'returned'
    WHEN ${dice} < 980 THEN 'awaiting-pickup' WHEN ${dice} < 990 THEN 'exception' WHEN ${dice} < 999 THEN 'returning' ELSE 'lost' END`
  database.exec(`
    BEGIN;
    ${triggers.map(({ name }) => `DROP TRIGGER ${name};`).join('\n')}
    UPDATE parcels SET status = ${status}, createdAt = ${lastAt} - 864000000;
    UPDATE parcels SET
      statusAt = ${lastAt}, lastEventAt = ${lastAt}, lastEventText = 'Objeto em trânsito', lastEventPlace = city || '/' || state,
      promisedOn = date((${lastAt}) / 1000 + (id % 5 - 2) * 86400, 'unixepoch'),
      deliveredAt = CASE status WHEN 'delivered' THEN ${lastAt} END,
      deliveredOn = CASE status WHEN 'delivered' THEN date((${lastAt}) / 1000, 'unixepoch') END,
      watch = CASE WHEN status IN ('delivered', 'returned', 'lost') THEN 'ended' ELSE 'watched' END,
      nextCheckAt = CASE WHEN status NOT IN ('delivered', 'returned', 'lost') THEN ${benchNow} + id % 86400000 END,
      checkedAt = ${lastAt} + 60000;
    DELETE FROM counts;
    ${['status', 'carrier', 'service', 'channel', 'state', 'watch']
      .map(
        (column) =>
          `INSERT INTO counts SELECT '${column}', ${column}, count(*) FROM parcels WHERE ${column} IS NOT NULL GROUP BY ${column};`,
      )
      .join('\n')}
    ${triggers.map(({ sql }) => `${sql};`).join('\n')}
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);`)
  database.close()
}
