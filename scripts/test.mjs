import { continueOnProjectNode, ensureDependencies } from './set-up/dependencies.mjs'
import { SetUpError } from './set-up/run.mjs'
import { Steps, asScript } from './set-up/steps.mjs'

await asScript(async () => {
  const steps = new Steps()
  await ensureDependencies(steps)
  await continueOnProjectNode(import.meta.url)
  const { sections } = await import('./test/sections.mjs')
  const { runSections } = await import('./test/run-sections.mjs')
  const { harnessEnvironment, prepareElectron } = await import('./set-up/prepare.mjs')
  const { ensureWitnesses } = await import('./set-up/witnesses.mjs')

  const [asked, ...filters] = process.argv.slice(2)
  if (asked && !(asked in sections)) {
    throw new SetUpError(`There is no section "${asked}". There are: ${Object.keys(sections).join(', ')}.`)
  }
  const chosen = asked ? sections[asked] : Object.values(sections).flat()
  const electron = await prepareElectron(steps, { forTests: true })
  const environment = harnessEnvironment(electron, await ensureWitnesses(steps))
  steps.end()
  return runSections(chosen, { environment, filters })
})
