import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { bundledProgram } from './bundled-program.ts'
import { rounded, type Figure, type Line } from './figure.ts'
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

/** A CSV of twelve columns into an empty store: through the contract, every row checked, against the `sqlite3` program. */
export const importCsv: Figure = {
  name: 'import-csv',
  async measure(size, folder) {
    const csv = join(folder, 'bench.csv')
    await writeCsv(csv, size)
    const quickest = await importBySqlite3('quickest', csv, folder, size)
    const ours = await importByDespacho(await bundledProgram(), join(folder, 'data'), csv)
    const { stored, rejected } = ours.reply.value
    if (stored !== size) throw new Error(`${stored} of ${size} rows were stored, ${rejected} rejected`)
    const line: Line = {
      figure: 'import-csv',
      size,
      seconds: rounded(ours.ms / 1000),
      rowsPerSecond: Math.round(size / (ours.ms / 1000)),
      peakMiB: Math.round(ours.peakBytes / 1024 / 1024),
      sqlite3Seconds: rounded(quickest.ms / 1000),
      ratio: rounded(ours.ms / quickest.ms),
      sqlite3: quickest.version,
      sqlite3Tokenizer: quickest.tokenizer,
    }
    if (size > triggersUpTo) return [line]
    const triggers = await importBySqlite3('triggers', csv, folder, size)
    return [
      { ...line, sqlite3TriggersSeconds: rounded(triggers.ms / 1000), ratioTriggers: rounded(ours.ms / triggers.ms) },
    ]
  },
}
