import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { storeFileName } from '../../../src-main/store/sqlite/open-store.ts'
import type { Store } from '../../../src-main/store/store.ts'
import { codeOf, rowOf, rowsFrom } from './made-rows.ts'
import { cleanUpStores, openTemporary, storeFile, temporaryFolder } from './temporary-store.ts'

cleanUpStores()

const asOf = { now: 60_000, today: '2026-03-10' }
const at = Date.UTC(2026, 2, 10, 12)
const account = { carrier: 'correios', name: 'Loja', environment: 'test', fields: { user: 'loja' } } as const

const total = async (store: Store) => (await store.read.parcels.counts({}, asOf)).total

/** A store with 20 parcels, a backup of it, and 5 parcels more since. */
async function withBackup(): Promise<{ dir: string; store: Store; backup: string }> {
  const dir = temporaryFolder()
  const store = await openTemporary(dir)
  await storeFile(store, rowsFrom(0, 20))
  const backup = await store.backup('by-hand', at, 3)
  if (typeof backup === 'string') throw new Error(backup)
  await storeFile(store, rowsFrom(20, 5), { at: 2_000 })
  return { dir, store, backup: backup.name }
}

describe('a backup that is to be restored', { timeout: 60_000 }, () => {
  it('is looked at first: what it has, and what would be lost; nothing is changed by that', async () => {
    const { dir, store, backup } = await withBackup()
    await storeFile(
      store,
      rowsFrom(0, 2, () => ({ city: 'Santos' })),
      { at: 3_000 },
    )
    await store.write.accounts.save({ ...account, secretsEnteredAt: null }, 1)
    expect(await store.examine({ backup }, at)).toMatchObject({
      takenAt: at,
      parcels: 20,
      accounts: 0,
      lost: { parcels: 5, changed: 2, accounts: 1 },
    })
    expect(readdirSync(dir).filter((name) => name.includes('restored') || name.startsWith('look'))).toEqual([])
    await store.close()
    expect(await total(await openTemporary(dir))).toBe(25)
  })

  it('takes the place of the store when that is closed, after a backup of what was there', async () => {
    const { dir, store, backup } = await withBackup()
    const ready = await store.restore({ backup }, at + 1)
    expect(ready).toMatchObject({ parcels: 20, safety: { reason: 'before-restore', parcels: 25 } })
    await store.close()
    const restored = await openTemporary(dir)
    expect(await total(restored)).toBe(20)
    expect((await restored.check()).found).toEqual([])
    expect(JSON.parse((await restored.read.kept.preference('restored')) ?? '')).toEqual({
      at: at + 1,
      takenAt: at,
      parcels: 20,
    })
    const [safety] = await restored.backups()
    if (!safety) throw new Error('there is no backup')
    await restored.restore({ backup: safety.name }, at + 2)
    await restored.close()
    const back = await openTemporary(dir)
    expect(await total(back)).toBe(25)
    expect(await back.read.parcels.get({ code: codeOf(24) }, asOf)).not.toBeNull()
  })

  it.each([
    ['before anything was moved', ['', '-wal', '.restored']],
    ['after the log was taken away', ['', '.restored']],
    ['on a disk that lost the old file', ['.restored']],
  ])('is in place after a kill %s, and never mixes with the old log', async (_, left) => {
    const { dir, store, backup } = await withBackup()
    await store.restore({ backup }, at + 1)
    const file = join(dir, storeFileName)
    for (const ending of left) copyFileSync(`${file}${ending}`, `${file}${ending}.kept`)
    await store.close()
    rmSync(file)
    for (const ending of left) copyFileSync(`${file}${ending}.kept`, `${file}${ending}`)
    const restored = await openTemporary(dir)
    expect(await total(restored)).toBe(20)
    expect((await restored.check()).found).toEqual([])
  })

  it('that is damaged itself can still be left for a sound one', async () => {
    const { dir, store, backup } = await withBackup()
    await store.close()
    const database = new Database(join(dir, storeFileName))
    database.exec("UPDATE counts SET n = n + 1 WHERE value = 'registered'")
    database.close()
    const damaged = await openTemporary(dir)
    expect((await damaged.check()).found).not.toEqual([])
    expect(await damaged.restore({ backup }, at + 1)).toMatchObject({ safety: { reason: 'before-restore' } })
    await damaged.close()
    expect((await (await openTemporary(dir)).check()).found).toEqual([])
  })
})

describe('a file of another computer', { timeout: 60_000 }, () => {
  it('is written where somebody wants it, is whole, and is taken in by an empty store', async () => {
    const { dir, store } = await withBackup()
    const id = await store.write.accounts.save({ ...account, secretsEnteredAt: 77 }, 1)
    await store.write.accounts.setOff(Number(id), 78)
    const file = join(temporaryFolder(), 'mudança da loja.sqlite')
    expect(await store.copyTo(file, at)).toEqual({ parcels: 25, size: expect.any(Number) })
    expect(readdirSync(join(file, '..'))).toEqual(['mudança da loja.sqlite'])
    expect(await store.copyTo(join(dir, 'nowhere', 'x.sqlite'), at)).toBe('place-unwritable')

    const elsewhere = temporaryFolder()
    const empty = await openTemporary(elsewhere)
    expect(await empty.examine({ file }, at + 5)).toMatchObject({ takenAt: at, parcels: 25, accounts: 1 })
    await empty.restore({ file }, at + 5)
    await empty.close()
    const moved = await openTemporary(elsewhere)
    expect(await total(moved)).toBe(25)
    // The keychain did not come along: whatever lies under this account's number here is another contract's.
    expect(await moved.read.accounts.list()).toMatchObject([{ name: 'Loja', secretsEnteredAt: null, offSince: 78 }])
    expect(existsSync(join(elsewhere, 'restoring'))).toBe(false)
  })

  it('keeps the secrets of an account that is the same one here', async () => {
    const { dir, store } = await withBackup()
    await store.write.accounts.save({ ...account, secretsEnteredAt: 77 }, 1)
    const made = await store.backup('by-hand', at + 9, 3)
    if (typeof made === 'string') throw new Error(made)
    await store.restore({ backup: made.name }, at + 10)
    await store.close()
    expect(await (await openTemporary(dir)).read.accounts.list()).toMatchObject([{ secretsEnteredAt: 77 }])
  })

  const spoilt: readonly (readonly [string, (file: string) => void, string])[] = [
    ['is no store', (file) => writeFileSync(file, 'código;cidade\n'), 'not-a-store'],
    ['is empty', (file) => writeFileSync(file, ''), 'not-a-store'],
    ['is another program’s database', otherDatabase, 'not-a-store'],
    ['was cut off', (file) => truncateSync(file, 60_000), 'copy-damaged'],
    ['has a page of rubbish', rubbish, 'copy-damaged'],
    ['counts wrongly', (file) => change(file, 'UPDATE counts SET n = n + 1'), 'copy-damaged'],
    ['is a newer version’s', (file) => change(file, 'PRAGMA user_version = 9999'), 'copy-newer'],
  ]

  it.each(spoilt)('that %s is refused, and nothing is changed', async (_, spoil, code) => {
    const { dir, store } = await withBackup()
    const file = join(temporaryFolder(), 'copy.sqlite')
    await store.copyTo(file, at)
    spoil(file)
    const before = readFileSync(file)
    expect(await store.examine({ file }, at)).toBe(code)
    expect(await store.restore({ file }, at)).toBe(code)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect((await store.backups()).map(({ reason }) => reason)).toEqual(['by-hand'])
    await store.close()
    expect(readdirSync(dir).sort()).toEqual(['backups', storeFileName, `${storeFileName}.lock`])
    expect(await total(await openTemporary(dir))).toBe(25)
  })

  it('that is not there, or is open in a running Despacho, is refused', async () => {
    const { store } = await withBackup()
    const busy = temporaryFolder()
    await storeFile(await openTemporary(busy), [rowOf(1)])
    expect(await store.examine({ file: join(busy, storeFileName) }, at)).toBe('copy-in-use')
    expect(await store.examine({ file: join(busy, 'none.sqlite') }, at)).toBe('copy-gone')
    expect(await store.examine({ backup: '../despacho.sqlite' }, at)).toBe('copy-gone')
  })
})

function otherDatabase(file: string): void {
  writeFileSync(file, '')
  change(file, 'CREATE TABLE a (b)')
}

function change(file: string, statement: string): void {
  const database = new Database(file)
  database.exec(statement)
  database.close()
}

function rubbish(file: string): void {
  const whole = readFileSync(file)
  whole.fill(0x5a, 3 * 4096, 6 * 4096)
  writeFileSync(file, whole)
}
