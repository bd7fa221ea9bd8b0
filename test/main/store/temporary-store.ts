import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { openStore, type OpenStoreOptions } from '../../../src-main/store/sqlite/open-store.ts'
import type { ImportRow, ImportRowOutcome, Store } from '../../../src-main/store/store.ts'

const folders: string[] = []
const stores: Store[] = []

/** A folder that is thrown away after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'despacho-store-'))
  folders.push(folder)
  return folder
}

/** A SQLite store in a folder, closed after the test. */
export async function openTemporary(dir = temporaryFolder(), more: Partial<OpenStoreOptions> = {}): Promise<Store> {
  const opened = await openStore({ dir, readers: 1, ...more })
  if (!opened.ok) throw new Error(`the store did not open: ${JSON.stringify(opened.error)}`)
  stores.push(opened.value)
  return opened.value
}

/** Removes what the tests of a file made; call once in it. */
export function cleanUpStores(): void {
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
}

/** Stores rows as one file. */
export async function storeFile(
  store: Store,
  rows: readonly ImportRow[],
  file: { name?: string; at?: number; changes?: 'accept' | 'keep' } = {},
): Promise<ImportRowOutcome> {
  const session = await store.write.parcels.beginImport({
    name: file.name ?? 'file.csv',
    at: file.at ?? 1_000,
    changes: file.changes ?? 'accept',
  })
  const outcome = await session.add(rows)
  await session.commit()
  return outcome
}
