import { readFileSync } from 'node:fs'
import { isStarted } from './dependencies.mjs'
import { findProgram } from './places.mjs'
import { Steps, asScript } from './steps.mjs'
import { canInstall, commandFor, installPackages } from './system-libraries.mjs'

/** The programs of other people that judge what Despacho writes, each used by a test that exists. */
export const witnesses = JSON.parse(readFileSync(new URL('./witnesses.json', import.meta.url), 'utf8'))

/**
 * Gets the witnesses that are missing where set-up may install packages, else says how they are had; the tests
 * that want them then count as not run. Gives back the names of those that are there.
 */
export async function ensureWitnesses(steps, names = witnesses.map(({ name }) => name)) {
  const wanted = witnesses.filter(({ name }) => names.includes(name))
  const missing = wanted.filter(({ name }) => !findProgram(name))
  if (missing.length > 0 && canInstall()) {
    const packages = missing.flatMap((witness) => witness.packages.apt)
    await installPackages(steps, packages).catch((error) => steps.say(error.message))
  }
  for (const { name, what, packages } of missing) {
    if (findProgram(name)) continue
    steps.say(`${what} is missing; the tests that use it do not run. To have it: ${commandFor(packages)}`)
  }
  return wanted.map(({ name }) => name).filter((name) => findProgram(name))
}

if (isStarted(import.meta.url)) await asScript(async () => void (await ensureWitnesses(new Steps())))
