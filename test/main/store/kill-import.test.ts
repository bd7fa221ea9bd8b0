import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src-main/store/sqlite/open-store.ts'
import { cleanUpStores, openTemporary, temporaryFolder } from './temporary-store.ts'

cleanUpStores()

/** Kills of one run; a long run (`DESPACHO_KILLS=500`) goes over as many points as patience allows. */
const kills = Number(process.env['DESPACHO_KILLS'] ?? 4)
const rowsOfAFile = 3000
const script = fileURLToPath(new URL('./importing-process.ts', import.meta.url))
const asOf = { now: 60_000, today: '2026-03-10' }

/** Starts a process that imports file after file, and kills it after it has said so many things. */
async function killAfter(dir: string, signs: number): Promise<{ committed: number; begun: number }> {
  const child = spawn(process.execPath, [script, dir, String(rowsOfAFile)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let heard = 0
  for await (const chunk of child.stdout) {
    said += String(chunk)
    heard = said.split('\n').length - 1
    if (heard >= signs) break
  }
  child.kill('SIGKILL')
  await once(child, 'exit')
  const count = (word: string) => said.split('\n').filter((line) => line === word).length
  return { committed: count('committed'), begun: count('begun') }
}

describe('a process that is killed while it imports', { timeout: 120_000 + kills * 20_000 }, () => {
  it('leaves each file whole or not at all, and lets go of the store', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 30 }), async (signs) => {
        const dir = temporaryFolder()
        const { committed, begun } = await killAfter(dir, signs)
        const store = await openTemporary(dir)
        const { total } = await store.read.parcels.counts({}, asOf)
        expect(total % rowsOfAFile).toBe(0)
        expect(total / rowsOfAFile).toBeGreaterThanOrEqual(committed)
        expect(total / rowsOfAFile).toBeLessThanOrEqual(begun)
        expect((await store.check()).found).toEqual([])
        await store.close()
      }),
      { numRuns: kills, endOnFailure: true },
    )
  })

  it('is refused the store while another process has it', async () => {
    const dir = temporaryFolder()
    const child = spawn(process.execPath, [script, dir, '10'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(await openStore({ dir, readers: 1 })).toEqual({ ok: false, error: { code: 'store-in-use' } })
    child.kill('SIGKILL')
    await once(child, 'exit')
    await openTemporary(dir)
  })
})
