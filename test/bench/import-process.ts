import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { engineLimits } from '../../src-main/ipc/engine-host.ts'

/**
 * Imports a CSV in a process of its own, in a thread like the application's engine, and says how long it took and how
 * much memory the whole process had at most: `import-process.js <data folder> <file>`. Runs bundled
 * (`bundled-program.ts`), as what is installed.
 */
let peakBytes = 0
const sample = () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()))
const sampling = setInterval(sample, 20)
const engine = new Worker(new URL('./import-engine.js', import.meta.url), {
  argv: process.argv.slice(2),
  resourceLimits: engineLimits,
})
const [said]: unknown[] = await once(engine, 'message')
sample()
clearInterval(sampling)
process.stdout.write(`${JSON.stringify({ ...Object(said), peakBytes })}\n`)
