import { continueOnProjectNode, ensureDependencies } from './set-up/dependencies.mjs'
import { Steps, asScript } from './set-up/steps.mjs'

await asScript(async () => {
  const steps = new Steps()
  await ensureDependencies(steps)
  await continueOnProjectNode(import.meta.url)
  const { lacksDisplay, lacksKeychain, prepareElectron } = await import('./set-up/prepare.mjs')
  const { ensureBuild } = await import('./set-up/build.mjs')
  const { openApplication } = await import('./set-up/application.mjs')
  const electron = await prepareElectron(steps)
  await ensureBuild(steps)
  steps.end()
  if (lacksKeychain()) steps.say('No session bus: the keychain is not available, so no account can be saved.')
  if (lacksDisplay()) steps.say('No display: the window opens on a virtual one (xvfb-run).')
  return openApplication(electron, applicationArguments())
})

function applicationArguments() {
  const args = process.argv.slice(2)
  return args[0] === '--' ? args.slice(1) : args
}
