import { parentPort } from 'node:worker_threads'
import { compose } from '../../src-main/compose.ts'
import { filePaths } from '../../src-main/engine/file-paths.ts'
import { createMemoryVault } from '../../src-main/secrets/memory-vault.ts'
import { mapping } from './made-parcels.ts'

/** The thread of `import-process.ts`: the whole engine as the application has it, and one import through the contract. */
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
const began = performance.now()
const reply = await composed.value.endpoint({
  name: 'imports.run',
  input: { files: [file], mapping },
  sender: undefined,
})
const ms = performance.now() - began
await composed.value.stop()
parentPort?.postMessage({ ms, reply })
