import { join } from 'node:path'
import { ensureDependencies } from './set-up/dependencies.mjs'
import { root } from './set-up/places.mjs'
import { runSource } from './set-up/source-program.mjs'
import { Steps, asScript } from './set-up/steps.mjs'

await asScript(async () => {
  await ensureDependencies(new Steps(process.stderr))
  return runSource(join(root, 'src-main/sandbox/serve.ts'), process.argv.slice(2))
})
