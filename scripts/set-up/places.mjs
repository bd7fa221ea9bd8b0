import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

const windows = process.platform === 'win32'
const localPrograms = join(root, 'node_modules', '.bin')

/** The Node that comes with the npm package `node`; everything after `npm ci` runs on it. */
export const projectNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

/** A file inside an installed package: `inPackage('electron', 'package.json')`. */
export const inPackage = (...path) => join(root, 'node_modules', ...path)

/** The folder for what is downloaded or built once for a person and can always be made again. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'despacho', 'cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'despacho')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'despacho')
}

/** The environment with the project's programs first on the PATH. */
export function projectEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: [localPrograms, dirname(projectNode), ...machinePath()].join(delimiter) }
}

/** The environment without them: `npm ci` must not run on the Node that it is about to replace. */
export function machineEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: machinePath().join(delimiter) }
}

/** Where the machine's own Node is: the first on the PATH that is not the project's. */
export function machineNode() {
  for (const folder of machinePath()) {
    const candidate = join(folder, windows ? 'node.exe' : 'node')
    if (existsSync(candidate)) return realpathSync(candidate)
  }
  return undefined
}

/** The full path of a program, or undefined where there is none. */
export function findProgram(name) {
  const names = windows ? [`${name}.exe`, `${name}.cmd`] : [name]
  for (const folder of machinePath()) {
    for (const file of names) if (existsSync(join(folder, file))) return join(folder, file)
  }
  return undefined
}

function machinePath() {
  const bundled = join(root, 'node_modules')
  return (process.env.PATH || '').split(delimiter).filter((folder) => folder && !folder.startsWith(bundled))
}
