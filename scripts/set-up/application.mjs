import { spawn } from 'node:child_process'
import { projectEnvironment, root } from './places.mjs'
import { applicationEnvironment, lacksDisplay } from './prepare.mjs'
import { SetUpError, exitStatusOf } from './run.mjs'

/** Writes the process id of the application to descriptor 3, then becomes the application. */
const announcing = ['sh', '-c', 'echo $$ >&3; exec "$@" 3>&-', 'sh']

/**
 * Starts the built application and waits for its end. The application is in a process group of its own: Ctrl+C asks
 * only it to quit, so that it can finish what it is at while its display goes on; a second Ctrl+C ends everything.
 */
export function openApplication(electron, args) {
  const command = [electron.executable, ...electronFlags(electron), root, ...args]
  const virtual = lacksDisplay()
  const [program, ...rest] = virtual ? [...virtualDisplay, ...announcing, ...command] : command
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: root,
      detached: process.platform !== 'win32',
      env: projectEnvironment(applicationEnvironment(electron)),
      stdio: ['inherit', 'inherit', 'inherit', virtual ? 'pipe' : 'ignore'],
    })
    let application = virtual ? undefined : child.pid
    child.stdio[3]?.once('data', (text) => {
      application = Number(text)
    })
    let asked = false
    const quit = () => {
      if (asked || !application) killGroup(child.pid)
      else process.kill(application, 'SIGTERM')
      asked = true
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, quit)
    child.on('error', (error) => reject(new SetUpError(`Electron could not be started: ${error.message}`)))
    child.on('close', (code, signal) => resolve(asked ? 0 : (code ?? exitStatusOf(signal))))
  })
}

/** Runs what follows on a virtual display as large as a common screen. */
export const virtualDisplay = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24']

/**
 * The flags for Electron itself. Chromium's sandbox cannot work for root, and only for root it is switched off. On a
 * virtual display Chromium would fill the terminal with complaints about the desktop that is not there.
 */
export function electronFlags(electron, uid = process.geteuid?.(), env = process.env) {
  const flags = []
  if (uid === 0) flags.push('--no-sandbox')
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) flags.push('--log-level=3')
  if (electron.kind === 'fallback' && env.WAYLAND_DISPLAY && !env.DISPLAY) flags.push('--ozone-platform=wayland')
  return flags
}

function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
