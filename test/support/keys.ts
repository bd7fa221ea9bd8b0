import type { Locator, Page } from 'playwright-core'

/** Whether an element has the focus, or something in it. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element.matches(':focus, :focus-within'))

/** Presses Tab until an element has the focus, as somebody without a mouse does; `Shift+Tab` goes the other way round. */
export async function tabTo(window: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await hasFocus(target)) return
    await window.keyboard.press(key)
  }
  throw new Error(`${key} never reaches ${String(target)}`)
}
