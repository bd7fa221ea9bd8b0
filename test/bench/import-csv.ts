import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { bundledProgram } from './bundled-program.ts'
import { percentile, rounded, type Figure, type Line } from './figure.ts'
import { writeCsv } from './made-parcels.ts'
import { importBySqlite3 } from './sqlite3-import.ts'

const Said = z.object({
  ms: z.number(),
  peakBytes: z.number(),
  reply: z.object({ ok: z.literal(true), value: z.object({ stored: z.number(), rejected: z.number() }) }),
})

/** Row by row through triggers the program takes minutes for what is otherwise seconds: measured where it is bearable. */
const triggersUpTo = 10_000

async function importByDespacho(program: string, dataDir: string, csv: string): Promise<z.output<typeof Said>> {
  const child = spawn(process.execPath, [program, dataDir, csv], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return Said.parse(JSON.parse(said))
}

/** Turns of each; a million rows are long enough to even out what else the computer does. */
const turns = (size: number): number => (size > 100_000 ? 1 : 3)

/**
 * A CSV of twelve columns into an empty store: through the contract, every row checked, against the `sqlite3` program. The
 * two take turns, and the middle of each one's times counts.
 */
export const importCsv: Figure = {
  name: 'import-csv',
  async measure(size, folder) {
    const csv = join(folder, 'bench.csv')
    await writeCsv(csv, size)
    const program = await bundledProgram()
    const ours: z.output<typeof Said>[] = []
    const quickest: Awaited<ReturnType<typeof importBySqlite3>>[] = []
    for (let turn = 0; turn < turns(size); turn++) {
      quickest.push(await importBySqlite3('quickest', csv, join(folder, `quickest-${turn}.sqlite`), size))
      ours.push(await importByDespacho(program, join(folder, `data-${turn}`), csv))
    }
    for (const { reply } of ours) {
      const { stored, rejected } = reply.value
      if (stored !== size) throw new Error(`${stored} of ${size} rows were stored, ${rejected} rejected`)
    }
    const middle = (times: readonly { ms: number }[]) =>
      percentile(
        times.map(({ ms }) => ms),
        0.5,
      )
    const [mine, theirs] = [middle(ours), middle(quickest)]
    const line: Line = {
      figure: 'import-csv',
      size,
      seconds: rounded(mine / 1000),
      rowsPerSecond: Math.round(size / (mine / 1000)),
      peakMiB: Math.round(Math.max(...ours.map(({ peakBytes }) => peakBytes)) / 1024 / 1024),
      sqlite3Seconds: rounded(theirs / 1000),
      ratio: rounded(mine / theirs),
      sqlite3: quickest[0]?.version ?? '',
      sqlite3Tokenizer: quickest[0]?.tokenizer ?? '',
      turns: ours.length,
    }
    if (size > triggersUpTo) return [line]
    const triggers = await importBySqlite3('triggers', csv, join(folder, 'triggers.sqlite'), size)
    const ratioTriggers = rounded(mine / triggers.ms)
    return [{ ...line, sqlite3TriggersSeconds: rounded(triggers.ms / 1000), ratioTriggers }]
  },
}
