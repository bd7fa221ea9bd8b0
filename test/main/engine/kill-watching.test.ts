import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { folderForTest } from '../../support/composition.ts'
import { s10 } from '../../support/tracking-codes.ts'
import { cleanUpStores, openTemporary, temporaryFolder } from '../store/temporary-store.ts'
import { watchedFolderOn } from './watched-folder-under-test.ts'
import { sourceFlags } from '../../../scripts/set-up/source-flags.mjs'

cleanUpStores()

/** Kills of one run; `npm run kill` has many more. */
const kills = Number(process.env['DESPACHO_KILLS'] ?? 4)
const seed = Number(process.env['DESPACHO_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const script = fileURLToPath(new URL('./watching-process.ts', import.meta.url))
const files = 6
const goodRows = 400
const asOf = { now: 60_000, today: '2026-11-27' }

/** Where the process is killed: so many words after it has opened the store, and so long after that. */
const anyPoint = fc.record({ words: fc.integer({ min: 1, max: 14 }), ms: fc.integer({ min: 0, max: 30 }) })

/** Files of a shop: each has good rows of its own and one that can't be taken. */
function fill(folder: string): void {
  for (let file = 0; file < files; file++) {
    const rows = Array.from({ length: goodRows }, (_, row) => `${s10(file * goodRows + row + 1)};Ana ${row}`)
    writeFileSync(
      join(folder, `pedidos-${file}.csv`),
      ['Código de rastreio;Destinatário', ...rows, 'XX000000001BR;Rui'].join('\n'),
    )
  }
}

/** Answers whether the process was at work when it was killed. */
async function watchAndKill(dataDir: string, folder: string, point: { words: number; ms: number }): Promise<boolean> {
  const child = spawn(process.execPath, [...sourceFlags, script, dataDir, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const reached = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (said.split('\n').length - 1 >= point.words || said.includes('looked')) resolve()
    }),
  )
  const closed = once(child, 'close')
  await Promise.race([reached, closed])
  await setTimeout(point.ms)
  child.kill('SIGKILL')
  await closed
  return !said.includes('looked')
}

it(
  'files of the watched folder are stored once and put away, wherever the application is killed',
  { timeout: 120_000 + kills * 20_000 },
  async () => {
    let atWork = 0
    await fc.assert(
      fc.asyncProperty(anyPoint, anyPoint, async (first, second) => {
        const dataDir = temporaryFolder()
        const folder = folderForTest()
        fill(folder)
        for (const point of [first, second]) if (await watchAndKill(dataDir, folder, point)) atWork++

        const store = await openTemporary(dataDir)
        const clock = { now: Date.now, sleep: () => Promise.resolve() }
        const { watched } = watchedFolderOn({ store, clock, dataDir })
        await watched.save({ folder, on: true })
        expect(await watched.look({ signal: new AbortController().signal, report: () => undefined })).toMatchObject({
          ok: true,
        })

        expect((await store.read.parcels.counts({}, asOf)).total).toBe(files * goodRows)
        const view = await watched.view()
        // A file that was stored a second time would be there a second time, with unchanged rows.
        expect(view.files.map(({ name }) => name).sort()).toEqual(
          Array.from({ length: files }, (_, file) => `pedidos-${file}.csv`),
        )
        for (const file of view.files) {
          expect(file).toMatchObject({ state: 'stored', stored: goodRows, changed: 0, unchanged: 0, rejected: 1 })
          expect(file.file).not.toBeNull()
        }
        expect(readdirSync(folder).sort()).toEqual(['Importados', 'Pendentes'])
        expect(
          readdirSync(join(folder, 'Importados'))
            .map((name) => name.slice(20))
            .sort(),
        ).toEqual(
          Array.from({ length: files }, (_, file) => [
            `pedidos-${file}.csv`,
            `pedidos-${file}.csv - Linhas recusadas.xlsx`,
            `pedidos-${file}.csv - resultado.txt`,
          ]).flat(),
        )
        expect((await store.check()).found).toEqual([])
        await store.close()
      }),
      { numRuns: kills, seed, endOnFailure: true },
    )
    process.stdout.write(
      `Seed ${seed}: ${2 * kills} processes killed, ${atWork} of them at work. Every file stored once.\n`,
    )
  },
)
