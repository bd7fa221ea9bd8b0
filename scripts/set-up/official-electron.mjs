import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, inPackage, projectEnvironment, projectNode } from './places.mjs'
import { SetUpError, capture } from './run.mjs'

const patience = 4000
const longestDownload = 15 * 60_000
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const program = programs[process.platform] ?? 'electron'

/** The version of Electron that package.json names. */
export const officialVersion = () => JSON.parse(readFileSync(inPackage('electron', 'package.json'), 'utf8')).version

/** Where a person may put an Electron that the machine cannot download itself. */
export const ownFolder = () => join(cacheFolder(), `electron-${officialVersion()}-${process.platform}-${process.arch}`)

/** The official Electron's folder and executable, or undefined where it has not been downloaded. */
export function findOfficial() {
  for (const folder of [inPackage('electron', 'dist'), ownFolder()]) {
    const executable = join(folder, program)
    if (existsSync(executable) && versionIn(folder) === officialVersion()) {
      return { version: officialVersion(), folder, executable }
    }
  }
  return undefined
}

/** Whether the host of Electron's releases (or the mirror that npm's settings name) answers within a few seconds. */
export async function officialCanBeReached() {
  const { code } = await capture(projectNode, [import.meta.filename, '--probe'], {
    allowFailure: true,
    timeout: patience + 1000,
    env: withProxy(),
  })
  return code === 0
}

/** Downloads the official Electron with its own installer, which checks what it gets. */
export async function installOfficial(steps) {
  await steps.step(`Electron ${officialVersion()}`, async () => {
    await capture(projectNode, [inPackage('electron', 'install.js')], { env: withProxy(), timeout: longestDownload })
    if (!findOfficial()) throw new SetUpError('The Electron that was downloaded is not where it should be.')
  })
}

/** What a person can do where neither the official Electron nor the fallback can be had. */
export function adviceByHand() {
  const archive = `electron-v${officialVersion()}-${process.platform}-${process.arch}.zip`
  return (
    `Electron ${officialVersion()} could not be downloaded on this machine. Download ${archive} from the releases of ` +
    `the Electron project on another one, unpack it into\n\n  ${ownFolder()}\n\nand start again.`
  )
}

const withProxy = () => projectEnvironment({ NODE_USE_ENV_PROXY: '1' })

function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}

async function probe() {
  const urls = pathToFileURL(inPackage('@electron', 'get', 'dist', 'artifact-utils.js')).href
  const { getArtifactRemoteURL } = await import(urls)
  const url = await getArtifactRemoteURL({
    version: `v${officialVersion()}`,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
  })
  const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patience) })
  return answer.ok
}

if (process.argv[1] === import.meta.filename && process.argv.includes('--probe')) {
  process.exit((await probe().catch(() => false)) ? 0 : 1)
}
