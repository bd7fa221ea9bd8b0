import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { continueOnProjectNode, ensureDependencies, isStarted, npm } from './dependencies.mjs'
import { findElectron } from './electron-runtime.mjs'
import { cacheFolder, inPackage, machineNode } from './places.mjs'
import { SetUpError, capture } from './run.mjs'
import { Steps, asScript } from './steps.mjs'
import { ensureSystemPackages } from './system-libraries.mjs'

const addon = 'better_sqlite3.node'
const symbolOfTheRightHeaders = 'node_api_post_finalizer'

/**
 * The copy of better-sqlite3's addon for the fallback runtime, or undefined where it was not built yet.
 * The binary inside the npm package wants a newer Node-API and would crash that runtime.
 */
export function findAddon() {
  const start = `${familyName()}-node-`
  for (const name of existsSync(cacheFolder()) ? readdirSync(cacheFolder()) : []) {
    const file = join(cacheFolder(), name, addon)
    if (name.startsWith(start) && existsSync(file)) return file
  }
  return undefined
}

/** Builds the addon for a runtime where it is missing, and tries it in a process of that runtime before keeping it. */
export async function ensureAddon(steps, electron) {
  const found = findAddon()
  if (found) return found
  const headers = await findHeaders(steps)
  await steps.step(`SQLite for Electron ${electron.version}`, async (progress) => {
    const temporary = await mkdtemp(join(cacheFolder(), `.unfinished-${process.pid}-`))
    try {
      await build(temporary, headers.folder, progress)
      progress('trying it')
      await check(join(temporary, addon), electron.executable)
      const home = join(cacheFolder(), `${familyName()}-node-${headers.version}`)
      await mkdir(home, { recursive: true })
      await rename(join(temporary, addon), join(home, addon))
      return `built with the headers of Node ${headers.version}`
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  })
  return findAddon()
}

const familyName = () => {
  const { version } = JSON.parse(readFileSync(inPackage('better-sqlite3', 'package.json'), 'utf8'))
  return `better-sqlite3-${version}`
}

async function findHeaders(steps) {
  const found = await lookForHeaders()
  if (found) return found
  await ensureSystemPackages(steps, ['node-headers'])
  const installed = await lookForHeaders()
  if (installed) return installed
  throw new SetUpError(
    "The headers of Node are missing (include/node/node_api.h beside Node's bin folder). Install a Node that has " +
      'them, such as the one of the official archives, or name their folder with: npm config set nodedir FOLDER',
  )
}

async function lookForHeaders() {
  const node = machineNode()
  const setting = process.env.npm_config_nodedir || (await npm(['config', 'get', 'nodedir'])).stdout.trim()
  const places = [setting, node && dirname(dirname(node)), '/usr', '/usr/local'].filter(
    (place) => place && place !== 'undefined' && place !== 'null',
  )
  for (const place of places) {
    const folder = join(place, 'include', 'node')
    if (existsSync(join(folder, 'node_api.h'))) return { folder, version: headersVersion(folder) }
  }
  return undefined
}

function headersVersion(folder) {
  const text = readFileSync(join(folder, 'node_version.h'), 'utf8')
  return ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`NODE_${part}_VERSION (\\d+)`).exec(text)?.[1]).join('.')
}

async function build(folder, headers, progress) {
  const source = (...path) => inPackage('better-sqlite3', ...path)
  const sqliteDefines = definesOf(readFileSync(source('deps', 'defines.gypi'), 'utf8'))
  const bindingDefines = [
    'NAPI_EXPERIMENTAL',
    'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    'BUILDING_NODE_EXTENSION',
    'NODE_GYP_MODULE_NAME=better_sqlite3',
  ]
  const common = ['-O2', '-fPIC', '-fvisibility=hidden', '-DNDEBUG', '-I', source('deps', 'sqlite3')]
  const objects = [join(folder, 'sqlite3.o'), join(folder, 'better_sqlite3.o')]
  progress('compiling, takes about a minute')
  await Promise.all([
    capture('gcc', [
      ...['-std=c99', '-w', ...common, ...asFlags(sqliteDefines)],
      ...['-c', source('deps', 'sqlite3', 'sqlite3.c'), '-o', objects[0]],
    ]),
    capture('g++', [
      ...['-std=c++20', '-fno-exceptions', '-fvisibility-inlines-hidden', ...common, ...asFlags(bindingDefines)],
      ...['-I', headers, '-I', inPackage('node-addon-api')],
      ...['-c', source('src', 'better_sqlite3.cpp'), '-o', objects[1]],
    ]),
  ])
  await capture('g++', [
    ...['-shared', '-o', join(folder, addon), ...objects],
    ...['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread'],
  ])
}

/** The preprocessor defines that a .gypi file lists. */
export function definesOf(gypi) {
  return [...gypi.matchAll(/^\s*'([A-Z][A-Z0-9_]*(?:=[^']*)?)',?\s*$/gm)].map((match) => match[1])
}

const asFlags = (defines) => defines.map((define) => `-D${define}`)

const trial = `
const Database = require(process.argv[1])
for (let round = 0; round < 50; round += 1) {
  const db = new Database(':memory:', { nativeBinding: process.argv[2] })
  db.exec("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'trigram')")
  db.prepare('INSERT INTO t VALUES (?)').run('João')
  if (db.prepare('SELECT count(*) AS n FROM t').get().n !== 1) throw new Error('wrong answer')
  if (round % 2) db.close()
  global.gc()
}
process.stdout.write('works')
`

async function check(file, executable) {
  const { stdout: symbols } = await capture('nm', ['-D', file])
  if (!symbols.includes(symbolOfTheRightHeaders)) {
    throw new SetUpError(`The SQLite addon was built with the wrong headers: ${symbolOfTheRightHeaders} is missing.`)
  }
  const args = ['--expose-gc', '-e', trial, inPackage('better-sqlite3'), file]
  const { code, stdout, signal, all } = await capture(executable, args, {
    allowFailure: true,
    timeout: 30_000,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (code === 0 && stdout === 'works') return
  throw new SetUpError(`The SQLite addon that was built does not work in Electron (${signal || code}):\n${all}`)
}

if (isStarted(import.meta.url)) {
  await asScript(async () => {
    const steps = new Steps()
    await ensureDependencies(steps)
    await continueOnProjectNode(import.meta.url)
    const electron = findElectron()
    if (!electron) throw new SetUpError('There is no Electron yet: node scripts/set-up/electron-runtime.mjs gets one.')
    if (electron.kind === 'official') return steps.say('The official Electron needs no addon of its own.')
    await ensureSystemPackages(steps, ['compiler'])
    steps.say(await ensureAddon(steps, electron))
  })
}
