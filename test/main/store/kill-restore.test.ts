import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storeFileName } from '../../../src-main/store/sqlite/open-store.ts'
import { rowsFrom } from './made-rows.ts'
import { cleanUpStores, openTemporary, storeFile, temporaryFolder } from './temporary-store.ts'
import { sourceFlags } from '../../../scripts/set-up/source-flags.mjs'

cleanUpStores()

/** Kills of one run; a long run (`DESPACHO_KILLS=200`) goes over as many points as patience allows. */
const kills = Number(process.env['DESPACHO_KILLS'] ?? 6)
const script = fileURLToPath(new URL('./restoring-process.ts', import.meta.url))
/** Where to kill: anywhere, and more often around the exchange itself, which comes last. */
const points = fc.oneof(
  fc.integer({ min: 1, max: 140 }),
  fc.integer({ min: 70, max: 130 }),
  fc.constant('decided' as const),
)
const asOf = { now: 60_000, today: '2026-03-10' }
const today = 1_500
const before = 400

/** A folder with a store of today's parcels, and a backup from when there were fewer. */
async function prepared(): Promise<{ dir: string; backup: string }> {
  const dir = temporaryFolder()
  const store = await openTemporary(dir)
  await storeFile(store, rowsFrom(0, before))
  const backup = await store.backup('by-hand', 1, 3)
  if (typeof backup === 'string') throw new Error(backup)
  await storeFile(store, rowsFrom(before, today - before))
  await store.close()
  return { dir, backup: backup.name }
}

/**
 * Lets a process restore the backup and kills it at the so-manieth thing that happens to a file in the folder. What the
 * process does is a row of such things, so each number is another point of it.
 */
async function killAt(dir: string, backup: string, point: number | 'decided'): Promise<{ said: readonly string[] }> {
  const child = spawn(process.execPath, [...sourceFlags, script, dir, backup], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
    if (point === 'decided' && output.includes('decided')) child.kill('SIGKILL')
  })
  let happened = 0
  const seen = () => {
    if (++happened === point) child.kill('SIGKILL')
  }
  const places = [dir, join(dir, 'backups'), join(dir, 'restoring')]
  const watchers = places.map((place) => watch(place, seen))
  await once(child, 'close')
  for (const watcher of watchers) watcher.close()
  return { said: output.split('\n').filter(Boolean) }
}

describe('a process that is killed while it restores', { timeout: 60_000 + kills * 20_000 }, () => {
  it('leaves the store of today or the restored one, whole, and the way there open', async () => {
    const made = await prepared()
    await fc.assert(
      fc.asyncProperty(points, async (point) => {
        const dir = temporaryFolder()
        cpSync(made.dir, dir, { recursive: true })
        mkdirSync(join(dir, 'restoring'), { recursive: true })
        const { said } = await killAt(dir, made.backup, point)
        const store = await openTemporary(dir)
        const { total } = await store.read.parcels.counts({}, asOf)
        expect(said.includes('decided') ? [before] : [today, before]).toContain(total)
        expect((await store.check()).found).toEqual([])
        expect(existsSync(join(dir, `${storeFileName}.restored`))).toBe(false)
        expect(existsSync(join(dir, 'restoring'))).toBe(false)
        if (total === today) await store.restore({ backup: made.backup }, 9)
        await store.close()
        expect((await (await openTemporary(dir)).read.parcels.counts({}, asOf)).total).toBe(before)
      }),
      { numRuns: kills, endOnFailure: true },
    )
  })
})
