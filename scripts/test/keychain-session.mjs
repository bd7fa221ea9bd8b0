import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const unlockThenRun = 'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'

/**
 * Hands a command to `run` inside a D-Bus session with an unlocked Secret Service of its own. Its keyring lies in a
 * temporary folder, so that the person's own is neither asked nor written. Elsewhere than on Linux the command runs as it is.
 */
export async function inKeychainSession(command, run) {
  if (process.platform !== 'linux') return run(command[0], command.slice(1), {})
  const folder = mkdtempSync(join(tmpdir(), 'despacho-keychain-'))
  try {
    return await run('dbus-run-session', ['--', 'sh', '-c', unlockThenRun, 'sh', ...command], {
      XDG_DATA_HOME: folder,
      XDG_RUNTIME_DIR: folder,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
