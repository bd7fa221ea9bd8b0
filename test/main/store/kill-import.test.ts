import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../src-main/store/sqlite/open-store.ts'
import { cleanUpStores, openTemporary, temporaryFolder } from './temporary-store.ts'
import { sourceFlags } from '../../../scripts/set-up/source-flags.mjs'

cleanUpStores()

/** Kills of one run; `npm run kill` has many more. */
const kills = Number(process.env['DESPACHO_KILLS'] ?? 4)
const seed = Number(process.env['DESPACHO_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const rowsOfAFile = 3000
const script = fileURLToPath(new URL('./importing-process.ts', import.meta.url))
const asOf = { now: 60_000, today: '2026-03-10' }

/** Where a process is killed: so long after it has said so many things, for much goes on between two of them. */
type KillPoint = { readonly signs: number; readonly ms: number }

const anyPoint: fc.Arbitrary<KillPoint> = fc.record({
  signs: fc.integer({ min: 2, max: 30 }),
  ms: fc.integer({ min: 0, max: 40 }),
})

/** Starts a process that imports file after file, and kills it at a point. */
async function killAt(dir: string, { signs, ms }: KillPoint): Promise<{ committed: number; begun: number }> {
  const child = spawn(process.execPath, [...sourceFlags, script, dir, String(rowsOfAFile)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const reached = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (said.split('\n').length - 1 >= signs) resolve()
    }),
  )
  const closed = once(child, 'close')
  await Promise.race([reached, closed])
  await setTimeout(ms)
  child.kill('SIGKILL')
  await closed
  const count = (word: string) => said.split('\n').filter((line) => line === word).length
  return { committed: count('committed'), begun: count('begun') }
}

describe('a process that is killed while it imports', { timeout: 120_000 + kills * 20_000 }, () => {
  it('leaves each file whole or not at all, and lets go of the store', async () => {
    let inTheMiddle = 0
    await fc.assert(
      fc.asyncProperty(anyPoint, async (point) => {
        const dir = temporaryFolder()
        const { committed, begun } = await killAt(dir, point)
        if (begun > committed) inTheMiddle++
        const store = await openTemporary(dir)
        const { total } = await store.read.parcels.counts({}, asOf)
        expect(total % rowsOfAFile).toBe(0)
        expect(total / rowsOfAFile).toBeGreaterThanOrEqual(committed)
        expect(total / rowsOfAFile).toBeLessThanOrEqual(begun)
        expect((await store.check()).found).toEqual([])
        await store.close()
      }),
      { numRuns: kills, seed, endOnFailure: true },
    )
    process.stdout.write(
      `Seed ${seed}: ${kills} processes killed, ${inTheMiddle} of them in the middle of a file. After each: files whole or not at all, ` +
        'counts, search index, references and codes as they should be, the store open again.\n',
    )
  })

  it('is refused the store while another process has it', async () => {
    const dir = temporaryFolder()
    const child = spawn(process.execPath, [...sourceFlags, script, dir, '10'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(await openStore({ dir, readers: 1 })).toEqual({ ok: false, error: { code: 'store-in-use' } })
    child.kill('SIGKILL')
    await once(child, 'exit')
    await openTemporary(dir)
  })
})
