import type { Page } from 'playwright-core'

/** Drags files from outside over the window and lets go of them; they are real files with paths, as from a file manager. */
export async function dropFiles(window: Page, files: readonly string[], over: () => Promise<void>): Promise<void> {
  const session = await window.context().newCDPSession(window)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 500,
      y: 300,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    })
  await drag('dragEnter')
  await drag('dragOver')
  await over()
  await drag('drop')
  await session.detach()
}
