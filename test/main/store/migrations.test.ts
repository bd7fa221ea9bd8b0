import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrations, newestVersion } from '../../../src-main/store/sqlite/migrations/index.ts'
import { openFile } from '../../../src-main/store/sqlite/open-file.ts'
import { openStore, storeFileName } from '../../../src-main/store/sqlite/open-store.ts'
import { codeOf, rowOf } from './made-rows.ts'
import { cleanUpStores, openTemporary, storeFile, temporaryFolder } from './temporary-store.ts'

cleanUpStores()

const asOf = { now: 60_000, today: '2026-03-10' }
const older = migrations.map(({ version }) => version).filter((version) => version < newestVersion)

/** A file as the application of an older version left it, with a parcel in it. */
function olderFile(dir: string, version: number): string {
  const file = join(dir, storeFileName)
  const opened = openFile({ file, backups: join(dir, 'backups'), now: 0, upTo: version })
  if (!opened.ok) throw new Error(opened.error.code)
  opened.value.execute(`
    INSERT INTO parcels (code, carrier, recipientName, state, status, watch, nextCheckAt, createdAt, updatedAt)
    VALUES ('${codeOf(1)}', 'correios', 'João', 'SP', 'registered', 'watched', 5, 5, 5)`)
  opened.value.close()
  return file
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('the shape of the database', { timeout: 60_000 }, () => {
  it('has steps whose numbers grow', () => {
    const versions = migrations.map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
  })

  it.each(older)('comes from version %i with everything in it, after a backup', async (version) => {
    const dir = temporaryFolder()
    olderFile(dir, version)
    const store = await openTemporary(dir)
    const stored = await store.read.parcels.get({ code: codeOf(1) }, asOf)
    expect(stored?.parcel).toMatchObject({ recipientName: 'João', state: 'SP' })
    expect(await store.read.parcels.countSelection({ kind: 'query', query: { text: 'joao' } }, asOf)).toBe(1)
    expect((await store.read.parcels.counts({}, asOf)).total).toBe(1)
    expect(await store.check()).toMatchObject({ version: newestVersion, found: [] })
    const backups = await store.backups()
    expect(backups).toMatchObject([{ reason: 'before-migration', parcels: 1 }])
    const copy = new Database(join(dir, 'backups', backups[0]?.name ?? ''), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(version)
    copy.close()
  })

  it('drops days without movement for every status from the settings and keeps the rest', async () => {
    const dir = temporaryFolder()
    const file = olderFile(dir, 60)
    const database = new Database(file)
    database.exec(`INSERT INTO preferences VALUES ('settings', '{"locale":"pl","stalledAfterDays":9,"theme":"dark"}')`)
    database.close()
    const store = await openTemporary(dir)
    expect(await store.read.kept.preference('settings')).toBe('{"locale":"pl","theme":"dark"}')
  })

  it('takes the posting day from the carrier where no file named it', async () => {
    const dir = temporaryFolder()
    const file = olderFile(dir, 60)
    const database = new Database(file)
    database.exec(`
      INSERT INTO parcels (code, carrier, status, watch, createdAt, updatedAt, postedOn, lastEventAt)
        VALUES ('${codeOf(2)}', 'correios', 'posted', 'watched', 5, 5, '2026-02-27', 5),
          ('${codeOf(3)}', 'correios', 'registered', 'watched', 5, 5, NULL, NULL);
      UPDATE parcels SET lastEventAt = 5 WHERE id = 1;
      INSERT INTO events (parcelId, code, at, placeKey, position, zone, meaning, text, voided)
        SELECT id, 'PO/01', ${Date.UTC(2026, 2, 3, 2)}, '', 0, 'America/Sao_Paulo', 'posted', 'Objeto postado', 0
          FROM parcels WHERE id < 3`)
    database.close()
    const store = await openTemporary(dir)
    const days = await Promise.all([1, 2, 3].map((id) => store.read.parcels.get({ id }, asOf)))
    expect(days.map((stored) => stored?.parcel.postedOn)).toEqual(['2026-03-02', '2026-02-27', null])
  })

  it('is the same by every way', () => {
    const shapeOf = (dir: string) => {
      const database = new Database(join(dir, storeFileName), { readonly: true })
      const shape = database
        .prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name")
        .all()
      database.close()
      return shape
    }
    const upgrade = (upTo: number | undefined, dir: string) => {
      const opened = openFile({ file: join(dir, storeFileName), backups: join(dir, 'backups'), now: 0, upTo })
      if (opened.ok) opened.value.close()
      return dir
    }
    const atOnce = shapeOf(upgrade(undefined, temporaryFolder()))
    const stepwise = temporaryFolder()
    for (const { version } of migrations) upgrade(version, stepwise)
    expect(shapeOf(stepwise)).toEqual(atOnce)
  })

  it('is not touched when a newer application wrote it', async () => {
    const dir = temporaryFolder()
    const file = olderFile(dir, newestVersion)
    const database = new Database(file)
    database.pragma(`user_version = ${newestVersion + 5}`)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    const before = hashOf(file)
    expect(await openStore({ dir })).toEqual({ ok: false, error: { code: 'store-newer', version: newestVersion + 5 } })
    expect(hashOf(file)).toBe(before)
  })

  it('goes back to where it was when a step fails, and the backup stays', async () => {
    const dir = temporaryFolder()
    const file = olderFile(dir, 40)
    const database = new Database(file)
    database.exec('CREATE TABLE counts (in_the_way)')
    database.close()
    const opened = await openStore({ dir })
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'migration-failed', message: expect.stringContaining('counts') },
    })
    const after = new Database(file, { readonly: true })
    expect(after.pragma('user_version', { simple: true })).toBe(40)
    expect(after.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'parcels_fts'").get()).toEqual({ n: 0 })
    after.close()
    const [backup] = readdirSync(join(dir, 'backups'))
    expect(opened).toMatchObject({ error: { backup: join(dir, 'backups', backup ?? '') } })
  })
})

describe('a file that is no sound store', { timeout: 60_000 }, () => {
  it('is said to be damaged when it is no database', async () => {
    const dir = temporaryFolder()
    writeFileSync(join(dir, storeFileName), 'not a database at all, but long enough to be taken for one. '.repeat(100))
    const before = hashOf(join(dir, storeFileName))
    expect(await openStore({ dir })).toMatchObject({ ok: false, error: { code: 'store-damaged' } })
    expect(hashOf(join(dir, storeFileName))).toBe(before)
  })

  it("is said to be damaged when it is another program's", async () => {
    const dir = temporaryFolder()
    const database = new Database(join(dir, storeFileName))
    database.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY)')
    database.close()
    expect(await openStore({ dir })).toMatchObject({ ok: false, error: { code: 'store-damaged' } })
  })

  it('can be opened again after it was refused', async () => {
    const dir = temporaryFolder()
    writeFileSync(join(dir, storeFileName), 'x'.repeat(10_000))
    expect(await openStore({ dir })).toMatchObject({ error: { code: 'store-damaged' } })
    writeFileSync(join(dir, storeFileName), '')
    await storeFile(await openTemporary(dir), [rowOf(1)])
  })

  it('is unwritable where a folder can not be made', async () => {
    const dir = temporaryFolder()
    writeFileSync(join(dir, 'in-the-way'), '')
    expect(await openStore({ dir: join(dir, 'in-the-way', 'data') })).toMatchObject({
      ok: false,
      error: { code: 'store-unwritable' },
    })
    mkdirSync(join(dir, 'other', storeFileName), { recursive: true })
    expect(await openStore({ dir: join(dir, 'other') })).toMatchObject({
      ok: false,
      error: { code: 'store-unwritable' },
    })
  })
})
