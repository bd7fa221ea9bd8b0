import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Connection } from '../../../src-main/store/sqlite/connection.ts'
import { ListMemory } from '../../../src-main/store/sqlite/list-memory.ts'
import { lookAheadOf } from '../../../src-main/store/sqlite/look-ahead.ts'
import { narrow } from '../../../src-main/store/sqlite/narrowing.ts'
import { openFile } from '../../../src-main/store/sqlite/open-file.ts'
import { storeFileName } from '../../../src-main/store/sqlite/open-store.ts'
import { ParcelList, totalOf } from '../../../src-main/store/sqlite/parcel-list.ts'
import { name, sql } from '../../../src-main/store/sqlite/sql.ts'
import { rowsFrom } from './made-rows.ts'
import { cleanUpStores, openTemporary, storeFile, temporaryFolder } from './temporary-store.ts'

cleanUpStores()

const mark = 'newest first'
const code = name('p.code')
const parcels = 6000
const far = 5500

/** Opens a list of 6000 on a connection that may also write: what it writes itself, its memory does not notice. */
async function openList(): Promise<{ connection: Connection; lists: ListMemory; jump(lists: ListMemory): unknown[] }> {
  const dir = temporaryFolder()
  const store = await openTemporary(dir)
  await storeFile(store, rowsFrom(0, parcels))
  await store.close()
  const opened = openFile({ file: join(dir, storeFileName), backups: join(dir, 'backups'), now: 0 })
  if (!opened.ok) throw new Error(opened.error.code)
  const connection = opened.value
  const list = new ParcelList(connection, narrow({}, { now: 0, today: '2026-03-10' }))
  const lists = new ListMemory(connection)
  lists.total(mark, () => totalOf(connection))
  lists.window(mark, list, code, 0, 5)
  return { connection, lists, jump: (memory) => memory.window(mark, list, code, far, 5) }
}

it('lists find their way to the end while nobody asks anything: a far jump then walks past no row', async () => {
  const { connection, lists, jump } = await openList()
  const ahead = lookAheadOf(lists)
  ahead.go()
  for (let turn = 0; turn < parcels / 1000; turn++) await setImmediate()
  const before = connection.rows(sql`SELECT code FROM parcels ORDER BY id DESC LIMIT 5 OFFSET ${far}`).flat()
  connection.run(sql`DELETE FROM parcels WHERE id > ${parcels - 1000}`)
  expect(jump(lists)).toEqual(before)
  expect(jump(new ListMemory(connection))).toEqual([])
  connection.close()
})

it('lists that are told to stop do not look ahead', async () => {
  const { connection, lists, jump } = await openList()
  const ahead = lookAheadOf(lists)
  ahead.go()
  ahead.stop()
  for (let turn = 0; turn < parcels / 1000; turn++) await setImmediate()
  connection.run(sql`DELETE FROM parcels WHERE id > ${parcels - 1000}`)
  expect(jump(lists)).toEqual([])
  connection.close()
})
