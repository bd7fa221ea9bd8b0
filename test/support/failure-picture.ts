import { beforeEach } from 'vitest'
import { screenshot, type Despacho } from './desktop.ts'

/** Saves what the window shows when a test of this file fails, as test-results/screens/failed-NAME.png. */
export function pictureOfFailures(running: () => Despacho | undefined): void {
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      const { window } = running() ?? {}
      const name = task.name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60)
      if (window && !window.isClosed()) await screenshot(window, `failed-${name}`)
    })
  })
}
