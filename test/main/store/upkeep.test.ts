import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore, storeFileName } from '../../../src-main/store/sqlite/open-store.ts'
import { codeOf, rowOf, rowsFrom } from './made-rows.ts'
import { cleanUpStores, openTemporary, storeFile, temporaryFolder } from './temporary-store.ts'

cleanUpStores()

const asOf = { now: 60_000, today: '2026-03-10' }
const at = Date.UTC(2026, 2, 10, 12)
const event = { code: 'PO/01', at: 5, zone: 'UTC', meaning: 'posted', text: 'x' } as const

describe('backups', { timeout: 60_000 }, () => {
  it('are whole stores, made while the store is written to', async () => {
    const dir = temporaryFolder()
    const store = await openTemporary(dir)
    await storeFile(
      store,
      rowsFrom(0, 2000, (n) => ({ recipientName: `Ana ${n}` })),
    )
    const session = await store.write.parcels.beginImport({ name: 'b.csv', at: 1, changes: 'accept' })
    await session.add(rowsFrom(5000, 500))
    const backup = await store.backup('by-hand', at, 3)
    await session.commit()
    expect(backup).toMatchObject({ at, parcels: 2000, reason: 'by-hand', size: expect.any(Number) })
    if (typeof backup === 'string') throw new Error(backup)
    const copied = await openTemporary(temporaryFolder(), { file: join(dir, 'backups', backup.name) })
    expect((await copied.read.parcels.counts({ text: 'ana' }, asOf)).total).toBe(2000)
    expect((await copied.check()).found).toEqual([])
  })

  it('are listed newest first and pruned by reason', async () => {
    const dir = temporaryFolder()
    const store = await openTemporary(dir)
    await storeFile(store, [rowOf(1)])
    for (const hours of [1, 2, 3]) await store.backup('daily', at + hours * 3_600_000, 2)
    await store.backup('by-hand', at, 2)
    writeFileSync(join(dir, 'backups', 'holiday.sqlite'), 'not ours')
    const backups = await store.backups()
    expect(backups.map((backup) => [backup.reason, (backup.at - at) / 3_600_000])).toEqual([
      ['daily', 3],
      ['daily', 2],
      ['by-hand', 0],
    ])
    expect(readdirSync(join(dir, 'backups'))).toHaveLength(4)
  })

  it('are none where there is no folder', async () => {
    expect(await (await openTemporary()).backups()).toEqual([])
  })
})

describe('the check', { timeout: 60_000 }, () => {
  const faults: readonly (readonly [string, string, string])[] = [
    ['counts-as-counted', "UPDATE counts SET n = n + 1 WHERE value = 'registered'", 'registered: 3 kept, 2 counted'],
    [
      'status-from-events',
      "UPDATE parcels SET status = 'delivered', watch = 'ended', nextCheckAt = NULL WHERE id = 1",
      'its events say posted',
    ],
    [
      'events-once',
      "INSERT INTO events SELECT parcelId, 'PO/02', at, placeKey, position, zone, meaning, text, detail, place, destination, voided FROM events",
      'same place',
    ],
    ['watch-and-next-check', 'UPDATE parcels SET nextCheckAt = NULL WHERE id = 2', 'never due'],
    ['codes-clean-and-unique', "UPDATE parcels SET code = 'aa 1' WHERE id = 2", 'not clean'],
    [
      'search-index-in-step',
      "DROP TRIGGER parcels_search_update; UPDATE parcels SET city = 'Santos' WHERE id = 2",
      'malformed',
    ],
    [
      'foreign-keys',
      "PRAGMA foreign_keys = OFF; INSERT INTO tracking_answers VALUES (77, 1, x'00')",
      'missing parcels',
    ],
    [
      'kept-readable',
      `INSERT INTO presets (id, name, titles, options, mapping, updatedAt) VALUES (1, 'old', '[]', '{}', '{"columns":1}', 1)`,
      'preset old',
    ],
    [
      'history-readable',
      "INSERT INTO actions (parcelId, at, kind, detail) VALUES (2, 1, 'edited', 'x')",
      'not readable',
    ],
  ]

  it.each(faults)('finds a fault in %s', async (invariant, fault, message) => {
    const dir = temporaryFolder()
    const store = await openTemporary(dir)
    await storeFile(store, [rowOf(1), rowOf(2), rowOf(3)])
    await store.write.tracking.record([
      { parcelId: 1, at: 9, kind: 'answered', events: [event], promisedOn: null, raw: '{}' },
    ])
    const sound = await store.check()
    expect(sound.found).toEqual([])
    expect(sound.checked.map((one) => one.invariant)).toContain(invariant)
    await store.close()
    const database = new Database(join(dir, storeFileName))
    database.exec(fault)
    database.close()
    const { found } = await (await openTemporary(dir)).check()
    expect(found.filter((one) => one.invariant === invariant)).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message) }),
    ])
  })
})

describe('an open store', { timeout: 60_000 }, () => {
  it('is refused to a second opener until it is closed', async () => {
    const dir = temporaryFolder()
    const store = await openTemporary(dir)
    expect(await openStore({ dir })).toEqual({ ok: false, error: { code: 'store-in-use' } })
    await store.close()
    await openTemporary(dir)
  })

  it('answers what is under way when it closes, takes back a file in the middle and refuses what comes later', async () => {
    const dir = temporaryFolder()
    const store = await openTemporary(dir)
    await storeFile(store, [rowOf(1)])
    const session = await store.write.parcels.beginImport({ name: 'c.csv', at: 1, changes: 'accept' })
    await session.add([rowOf(2)])
    const waiting = store.write.kept.savePreference('a', 'b')
    const reading = store.read.parcels.get({ code: codeOf(1) }, asOf)
    await store.close()
    expect((await reading)?.parcel.code).toBe(codeOf(1))
    await waiting
    await expect(store.read.kept.preference('a')).rejects.toThrow('closed')
    await expect(session.add([rowOf(3)])).rejects.toThrow()
    await store.close()
    const again = await openTemporary(dir)
    expect(await again.read.kept.preference('a')).toBe('b')
    expect((await again.read.parcels.counts({}, asOf)).total).toBe(1)
  })

  it('undoes a whole file when a row can not be stored, and goes on', async () => {
    const store = await openTemporary()
    const session = await store.write.parcels.beginImport({ name: 'd.csv', at: 1, changes: 'accept' })
    await session.add(rowsFrom(0, 300))
    await expect(session.add(rowsFrom(300, 300, (n) => ({ weightG: n === 400 ? 1.5 : 1 })))).rejects.toThrow()
    await expect(session.commit()).rejects.toThrow()
    expect((await store.read.parcels.counts({}, asOf)).total).toBe(0)
    expect(await storeFile(store, rowsFrom(0, 300))).toMatchObject({ stored: 300 })
    expect((await store.check()).found).toEqual([])
  })

  it('has all its indices and triggers after a file of very many rows, and after one that was taken back', async () => {
    const dir = temporaryFolder()
    const shape = () => {
      const database = new Database(join(dir, storeFileName), { readonly: true })
      const names = database
        .prepare("SELECT name FROM sqlite_schema WHERE tbl_name = 'parcels' ORDER BY name")
        .pluck()
        .all()
      database.close()
      return names
    }
    const store = await openTemporary(dir)
    const before = shape()
    for (const ending of ['rollback', 'commit'] as const) {
      const session = await store.write.parcels.beginImport({ name: 'many.csv', at: 1, changes: 'accept' })
      for (let from = 0; from < 54_000; from += 6_000)
        await session.add(rowsFrom(from, 6_000, (n) => ({ city: `City ${n % 99}` })))
      await session[ending]()
      expect(shape()).toEqual(before)
    }
    const page = await store.read.parcels.search({ sort: { by: 'city', direction: 'desc' } }, { limit: 3 }, asOf)
    expect(page === 'cursor-invalid' ? [] : page.rows.map((row) => row.city)).toEqual(['City 98', 'City 98', 'City 98'])
    expect((await store.check()).found).toEqual([])
  })

  it('lets the search index go to its pages, whatever was counted while it was empty', async () => {
    const dir = temporaryFolder()
    const counted = () => {
      const database = new Database(join(dir, storeFileName))
      const rows = database.prepare("SELECT tbl FROM sqlite_stat1 WHERE tbl GLOB 'parcels_fts_*'").pluck().all()
      database.close()
      return rows
    }
    await (await openTemporary(dir)).close()
    expect(counted()).toEqual([])
    const database = new Database(join(dir, storeFileName))
    database.exec("INSERT INTO sqlite_stat1 VALUES ('parcels_fts_data', NULL, '2')")
    database.close()
    const store = await openTemporary(dir)
    await storeFile(store, [rowOf(1)])
    expect(counted()).toEqual([])
    await store.close()
    expect(counted()).toEqual([])
  })

  it('merges the pieces of the search index while nobody asks anything, and goes on after a restart', async () => {
    const dir = temporaryFolder()
    const pieces = () => {
      const database = new Database(join(dir, storeFileName), { readonly: true })
      const count = database.prepare('SELECT count(DISTINCT segid) FROM parcels_fts_idx').pluck().get()
      database.close()
      return count
    }
    const store = await openTemporary(dir)
    const session = await store.write.parcels.beginImport({ name: 'many.csv', at: 1, changes: 'accept' })
    for (let from = 0; from < 65_000; from += 6_500)
      await session.add(rowsFrom(from, 6_500, (n) => ({ recipientName: `Ana ${n}` })))
    await session.commit()
    await store.close()
    expect(pieces()).toBeGreaterThan(3)
    const again = await openTemporary(dir)
    await expect.poll(pieces, { timeout: 30_000 }).toBe(1)
    expect((await again.read.parcels.counts({ text: 'ana 64999' }, asOf)).total).toBe(1)
    expect((await again.check()).found).toEqual([])
  })

  it('keeps events as they came', async () => {
    const dir = temporaryFolder()
    const store = await openTemporary(dir)
    await storeFile(store, [rowOf(1)])
    await store.write.tracking.record([
      { parcelId: 1, at: 9, kind: 'answered', events: [event], promisedOn: null, raw: '{}' },
    ])
    await store.close()
    const database = new Database(join(dir, storeFileName))
    expect(() => database.exec("UPDATE events SET text = 'y'")).toThrow('append-only')
    database.close()
  })
})

it('makes its folder for its owner alone', async () => {
  const dir = join(temporaryFolder(), 'Despacho')
  await openTemporary(dir)
  // Windows keeps such rights elsewhere and reports the same mode for every folder.
  const others = process.platform === 'win32' ? 0 : statSync(dir).mode & 0o077
  expect(others).toBe(0)
})
