import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseElectron, ensureElectron, findElectron } from './electron-runtime.mjs'
import { ensureAddon, findAddon } from './sqlite-addon.mjs'
import { checkLibrariesOf, ensureSystemPackages } from './system-libraries.mjs'

const linux = process.platform === 'linux'

/** Whether windows need a virtual display here. */
export const lacksDisplay = () => linux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/** Whether there is no session bus, and so no keychain. */
export function lacksKeychain() {
  if (!linux || process.env.DBUS_SESSION_BUS_ADDRESS) return false
  return !existsSync(join(process.env.XDG_RUNTIME_DIR || '/nowhere', 'bus'))
}

/**
 * Gets everything that the application needs to open its window; `forTests` adds a virtual display and a keychain
 * of the tests' own. Gives back the Electron, with the SQLite addon that was built for it if it needs one.
 */
export async function prepareElectron(steps, { forTests = false } = {}) {
  const isNew = !findElectron()
  const kind = await chooseElectron(steps)
  const needs = ['electron-libraries']
  if (forTests || lacksDisplay()) needs.push('virtual-display')
  if (forTests) needs.push('keychain')
  if (kind === 'fallback' && !findAddon()) needs.push('compiler')
  await ensureSystemPackages(steps, needs)
  const electron = await ensureElectron(steps, kind)
  if (isNew) await checkLibrariesOf(electron.executable)
  if (electron.kind === 'official') return { ...electron, addon: undefined }
  if (kind === 'official') await ensureSystemPackages(steps, ['compiler'])
  return { ...electron, addon: await ensureAddon(steps, electron) }
}

/** What the application itself has to know of the runtime it is started in. */
export const applicationEnvironment = ({ addon }) => (addon ? { DESPACHO_SQLITE_BINDING: addon } : {})

/** What tests and benches have to know to start the application; they themselves run on Node with its own addon. */
export function harnessEnvironment({ executable, addon }, witnesses) {
  return {
    DESPACHO_ELECTRON: executable,
    DESPACHO_WITNESSES: witnesses.join(','),
    ...(addon && { DESPACHO_ELECTRON_SQLITE: addon }),
  }
}
