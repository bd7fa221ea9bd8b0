import type { Despacho } from './desktop.ts'

/** Reads codes one after another as a hand scanner does: keys as fast as the system takes them, each code ended by Enter. */
export async function scanCodes({ app, window }: Despacho, codes: readonly string[]): Promise<void> {
  const browserWindow = await app.browserWindow(window)
  await browserWindow.evaluate((target, texts) => {
    for (const text of texts) {
      for (const keyCode of [...text, 'Return']) {
        target.webContents.sendInputEvent({ type: 'keyDown', keyCode })
        target.webContents.sendInputEvent({ type: 'char', keyCode })
        target.webContents.sendInputEvent({ type: 'keyUp', keyCode })
      }
    }
  }, codes)
}
