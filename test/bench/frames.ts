import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { callFromPage, startFromPage } from '../support/bridge.ts'
import { launchDespacho } from '../support/desktop.ts'
import { shellPage } from '../support/pages/shell.ts'
import { startPage } from '../support/pages/start.ts'
import { chooseInOpenDialog } from '../support/system-dialogs.ts'
import { percentile, rounded, timed, type Figure } from './figure.ts'
import { writeCsv } from './made-parcels.ts'

/** What a person notices is the longest of these: from one frame of the page to the next, milliseconds. */
async function framesDuring<T>(window: Page, work: () => Promise<T>): Promise<{ gaps: readonly number[]; value: T }> {
  await window.evaluate(`{
    const gaps = (window.frameGaps = [])
    let last = performance.now()
    const next = () => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
      window.frameRequest = requestAnimationFrame(next)
    }
    window.frameRequest = requestAnimationFrame(next)
  }`)
  const value = await work()
  return { value, gaps: await window.evaluate('cancelAnimationFrame(window.frameRequest), window.frameGaps') }
}

const longFrameMs = 50
const idleMs = 5000

/** Frames of the list's screen while a file comes in through the window, beside those of the same screen with nothing to do. */
export const frames: Figure = {
  name: 'frames',
  async measure(size, folder) {
    const file = join(folder, 'parcels.csv')
    await writeCsv(file, size)
    const { app, window, close } = await launchDespacho({ dataDir: join(folder, 'data') })
    await startPage(window).straightIn.click()
    await shellPage(window).goTo('Encomendas')
    await chooseInOpenDialog(app, [file])
    const reply = await callFromPage(window, 'files.open', { purpose: 'import', multiple: false })
    const chosen = reply.ok ? (reply.value as readonly { readonly file: string }[])[0] : undefined
    if (!chosen) throw new Error('the file was not chosen')
    const idle = await framesDuring(window, () => new Promise((resolve) => setTimeout(resolve, idleMs)))
    const during = await framesDuring(window, () =>
      timed(() => startFromPage(window, 'imports.run', { files: [chosen.file] })),
    )
    await close()
    if (!during.value.value.ok) throw new Error(`the import failed: ${during.value.value.error.code}`)
    return [
      {
        figure: 'frames',
        size,
        importMs: Math.round(during.value.ms),
        p50Ms: rounded(percentile(during.gaps, 0.5), 1),
        p99Ms: rounded(percentile(during.gaps, 0.99), 1),
        longestMs: rounded(Math.max(...during.gaps), 1),
        over50Ms: during.gaps.filter((gap) => gap > longFrameMs).length,
        frames: during.gaps.length,
        idleP99Ms: rounded(percentile(idle.gaps, 0.99), 1),
        idleLongestMs: rounded(Math.max(...idle.gaps), 1),
      },
    ]
  },
}
