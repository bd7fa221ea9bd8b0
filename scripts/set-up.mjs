import { continueOnProjectNode, ensureDependencies } from './set-up/dependencies.mjs'
import { Steps, asScript } from './set-up/steps.mjs'

await asScript(async () => {
  const steps = new Steps()
  await ensureDependencies(steps)
  await continueOnProjectNode(import.meta.url)
  const { prepareElectron } = await import('./set-up/prepare.mjs')
  const forTests = process.argv.includes('--tests')
  await prepareElectron(steps, { forTests })
  if (forTests) {
    const { ensureWitnesses } = await import('./set-up/witnesses.mjs')
    await ensureWitnesses(steps)
  }
  steps.end()
})
