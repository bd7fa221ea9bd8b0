import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchDespacho } from '../support/desktop.ts'
import { percentile, rounded, timed, type Figure } from './figure.ts'
import { filledStore } from './filled-store.ts'

const starts = 5

/** The least that an application with a window is: what Electron itself costs here. */
const emptyApplication = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL('data:text/html,<title>empty</title><div id="app"><p>empty</p></div>'))
app.on('window-all-closed', () => app.quit())
`

function emptyApp(folder: string): string {
  const appDir = join(folder, 'empty-window')
  mkdirSync(appDir, { recursive: true })
  writeFileSync(
    join(appDir, 'package.json'),
    JSON.stringify({ name: 'empty-window', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(appDir, 'main.cjs'), emptyApplication)
  return appDir
}

/** From the start of the process until the window shows something. */
async function startOf(dataDir: string, appDir?: string): Promise<number> {
  const { ms, value } = await timed(async () => {
    const despacho = await launchDespacho({ dataDir, ...(appDir && { appDir }) })
    await despacho.window.waitForSelector('#app > *')
    return despacho
  })
  await value.close()
  return ms
}

/** The application with so many parcels, against an empty window of the same Electron, in turns. */
export const start: Figure = {
  name: 'start',
  async measure(size, folder) {
    const dataDir = await filledStore(folder, size)
    const appDir = emptyApp(folder)
    const ours: number[] = []
    const empty: number[] = []
    for (let i = 0; i < starts; i++) {
      empty.push(await startOf(join(folder, 'empty-data'), appDir))
      ours.push(await startOf(dataDir))
    }
    const [mine, bare] = [percentile(ours, 0.5), percentile(empty, 0.5)]
    return [
      {
        figure: 'start',
        size,
        p50Ms: Math.round(mine),
        emptyWindowP50Ms: Math.round(bare),
        moreMs: Math.round(mine - bare),
        ratio: rounded(mine / bare),
        times: starts,
      },
    ]
  },
}
