import type { Page } from 'playwright-core'
import { vi } from 'vitest'

/**
 * Waits until an expression holds in the page. Playwright's own `waitForFunction` asks a second time from within the page,
 * as text to be run, which the page's policy refuses: it works only where it holds at once.
 */
export async function untilInPage(window: Page, expression: string): Promise<void> {
  await vi.waitUntil(() => window.evaluate<boolean>(`Boolean(${expression})`), { interval: 20, timeout: 15_000 })
}

/** Until nothing on the page is on its way from one look to another. What moves for ever, such as a shape that pulses, may. */
export const untilStill = (window: Page): Promise<void> =>
  untilInPage(
    window,
    `document.getAnimations().every(({ playState, effect }) =>
      playState !== 'running' || effect.getComputedTiming().iterations === Infinity)`,
  )
