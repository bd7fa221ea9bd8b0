import { compose } from '../../src-main/compose.ts'
import { filePaths } from '../../src-main/engine/file-paths.ts'
import { createMemoryVault } from '../../src-main/secrets/memory-vault.ts'
import { mapping } from './made-parcels.ts'

/**
 * Imports a CSV in a process of its own, as `npm run call` does, and says how long it took and how much memory the whole
 * process had at most: `import-process.js <data folder> <file>`. Runs bundled (`bundled-program.ts`), as what is installed.
 */
const [, , dataDir = '', file = ''] = process.argv
const composed = await compose({
  dataDir,
  version: '0',
  locale: 'en',
  part: 'bench',
  files: filePaths(process.cwd()),
  background: false,
  checkOutputs: false,
  vault: createMemoryVault(),
  storeProgram: new URL('./store.js', import.meta.url),
})
if (!composed.ok) throw new Error(composed.error.code)
let peak = 0
const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()))
const sampling = setInterval(sample, 20)
const began = performance.now()
const reply = await composed.value.endpoint({
  name: 'imports.run',
  input: { files: [file], mapping },
  sender: undefined,
})
const ms = performance.now() - began
sample()
await composed.value.stop()
clearInterval(sampling)
process.stdout.write(`${JSON.stringify({ ms, peakBytes: peak, reply })}\n`)
