import { join } from 'node:path'
import { continueOnProjectNode, ensureDependencies } from './set-up/dependencies.mjs'
import { root } from './set-up/places.mjs'
import { runSource } from './set-up/source-program.mjs'
import { Steps, asScript } from './set-up/steps.mjs'

await asScript(async () => {
  const steps = new Steps(process.stderr)
  await ensureDependencies(steps)
  await continueOnProjectNode(import.meta.url)
  const { harnessEnvironment, lacksDisplay, prepareElectron } = await import('./set-up/prepare.mjs')
  const { ensureWitnesses } = await import('./set-up/witnesses.mjs')
  const { virtualDisplay } = await import('./set-up/application.mjs')
  const { ensureBuild } = await import('./set-up/build.mjs')
  const electron = await prepareElectron(steps, { forTests: true })
  const present = await ensureWitnesses(steps, ['sqlite3'])
  await ensureBuild(steps)
  steps.end()
  return runSource(join(root, 'test', 'bench', 'run.ts'), process.argv.slice(2), {
    environment: harnessEnvironment(electron, present),
    around: lacksDisplay() ? virtualDisplay : [],
  })
})
