import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inPackage, machineEnvironment, projectEnvironment, projectNode, root } from './places.mjs'
import { SetUpError, capture, passThrough } from './run.mjs'
import { Steps, asScript } from './steps.mjs'

const lockFile = join(root, 'package-lock.json')
const installedLock = inPackage('.package-lock.json')
const stampFile = inPackage('.despacho-installed')
const oldestNode = 20

/**
 * Installs the npm packages when there are none or the lock file is another than they were installed from. Of their
 * install scripts only the one that brings Node 24 is run: npm would otherwise look for a Python to build
 * better-sqlite3, whose binary is already inside its package.
 */
export async function ensureDependencies(steps) {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new SetUpError(
      `Node ${process.versions.node} is too old for Despacho. Install Node ${oldestNode} or newer and start again.`,
    )
  }
  if (installedAreCurrent()) return
  await steps.step('npm packages', async (progress) => {
    progress('takes one or two minutes')
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
    await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])
    if (!existsSync(projectNode)) {
      throw new SetUpError(
        'npm did not run the install script of the package "node", which brings Node 24. ' +
          'Allow it (npm config set ignore-scripts false) and start again.',
      )
    }
    writeFileSync(stampFile, lockHash())
  })
}

/** Starts the same script again on the project's Node, unless this already is it. Does not return when it did. */
export async function continueOnProjectNode(scriptUrl) {
  if (isProjectNode()) return
  const args = [...process.execArgv, fileURLToPath(scriptUrl), ...process.argv.slice(2)]
  const status = await passThrough(projectNode, args, { env: projectEnvironment() })
  process.exit(status)
}

/** Whether a script was started by its own name and not imported. */
export function isStarted(moduleUrl) {
  return Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl)
}

/** Runs npm on the machine's Node, with the project's .npmrc. */
export function npm(args, options = {}) {
  return capture('npm', args, {
    cwd: root,
    env: machineEnvironment(),
    shell: process.platform === 'win32',
    ...options,
  })
}

function isProjectNode() {
  try {
    const [mine, projects] = [statSync(process.execPath), statSync(projectNode)]
    return mine.ino === projects.ino && mine.dev === projects.dev
  } catch {
    return false
  }
}

function installedAreCurrent() {
  if (!existsSync(installedLock) || !existsSync(projectNode)) return false
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true
  return statSync(installedLock).mtimeMs >= statSync(lockFile).mtimeMs
}

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

if (isStarted(import.meta.url)) await asScript(() => ensureDependencies(new Steps()))
