import { existsSync, readFileSync } from 'node:fs'
import { isStarted } from './dependencies.mjs'
import { installCommand, mayInstall, mergePackages, packagesFor, readOsRelease, systemNeeds } from './package-names.mjs'
import { findProgram } from './places.mjs'
import { SetUpError, capture } from './run.mjs'
import { Steps, asScript } from './steps.mjs'

/**
 * Sees to it that the system has what is asked for by the names of `systemNeeds`. What is missing root gets
 * with apt-get on Debian and Ubuntu; anybody else gets the command to type.
 */
export async function ensureSystemPackages(steps, needs) {
  if (process.platform !== 'linux') return
  const missing = []
  for (const need of needs) missing.push(...(await missingParts(systemNeeds[need])).map((part) => ({ need, part })))
  if (missing.length === 0) return
  const packages = mergePackages(
    needs.filter((need) => missing.some((entry) => entry.need === need)).map((need) => systemNeeds[need].packages),
  )
  if (!canInstall()) {
    const parts = missing.map((entry) => entry.part).join(', ')
    throw new SetUpError(`The system lacks ${parts}. Install it with\n\n  ${commandFor(packages)}\n\nand start again.`)
  }
  await installPackages(steps, packagesFor(packages, osRelease()))
  const still = []
  for (const need of needs) still.push(...(await missingParts(systemNeeds[need])))
  if (still.length > 0) throw new SetUpError(`Still missing after installing: ${still.join(', ')}`)
}

/** Installs packages by their names in this release. */
export async function installPackages(steps, names) {
  await steps.step(`System packages ${names.join(' ')}`, async (progress) => {
    await updateLists(progress)
    await aptGet(['install', '-y', '--no-install-recommends', ...names], progress)
  })
}

/** Whether set-up would install packages here by itself. */
export const canInstall = () => mayInstall(osRelease(), userId()) && Boolean(findProgram('apt-get'))

/** The command with which a person installs packages (named by family of distribution) on this machine. */
export const commandFor = (packages) => installCommand(packagesFor(packages, osRelease()), osRelease(), userId())

/** Throws with the names of the libraries that a program lacks. */
export async function checkLibrariesOf(executable) {
  if (process.platform !== 'linux') return
  const { stdout } = await capture('ldd', [executable], { allowFailure: true })
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  if (missing.length > 0) {
    throw new SetUpError(`Electron lacks system libraries: ${missing.join(', ')}. Install them and start again.`)
  }
}

async function missingParts({ programs = [], libraries = [], headers = [] }) {
  const missing = [...programs.filter((name) => !findProgram(name)), ...headers.filter((file) => !existsSync(file))]
  if (libraries.length === 0) return missing
  const known = await linkerCache()
  return [...missing, ...libraries.filter((name) => !known.includes(`${name} `))]
}

async function linkerCache() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find(existsSync) ?? 'ldconfig'
  return (await capture(ldconfig, ['-p'], { allowFailure: true })).stdout
}

let listsAreFresh = false

async function updateLists(progress) {
  if (listsAreFresh) return
  await aptGet(['update'], progress, { allowFailure: true })
  listsAreFresh = true
}

function aptGet(args, progress, options = {}) {
  return capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    onLine: (line) => progress(line.trim().slice(0, 60)),
    ...options,
  })
}

function osRelease() {
  for (const file of ['/etc/os-release', '/usr/lib/os-release']) {
    if (existsSync(file)) return readOsRelease(readFileSync(file, 'utf8'))
  }
  return {}
}

const userId = () => process.geteuid?.()

if (isStarted(import.meta.url)) {
  const asked = process.argv.slice(2)
  await asScript(() => ensureSystemPackages(new Steps(), asked.length ? asked : ['electron-libraries']))
}
