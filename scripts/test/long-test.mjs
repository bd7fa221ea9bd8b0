import { continueOnProjectNode, ensureDependencies } from '../set-up/dependencies.mjs'
import { inPackage, projectEnvironment, projectNode, root } from '../set-up/places.mjs'
import { SetUpError, passThrough } from '../set-up/run.mjs'
import { Steps, asScript } from '../set-up/steps.mjs'

/** Runs tests that `npm test` runs in short, as long as the person wants: numbers on the command line say how long. */
export function longTest(script, { usage, files, environment }) {
  return asScript(async () => {
    const numbers = process.argv.slice(2)
    if (numbers.some((text) => !/^\d+$/.test(text))) throw new SetUpError(`These are not numbers. Usage: ${usage}`)
    const steps = new Steps()
    await ensureDependencies(steps)
    await continueOnProjectNode(script)
    steps.end()
    return passThrough(projectNode, [inPackage('vitest', 'vitest.mjs'), 'run', '--project', 'main', ...files], {
      cwd: root,
      env: projectEnvironment(environment(numbers)),
    })
  })
}
