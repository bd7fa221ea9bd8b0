import type { ElectronApplication } from 'playwright-core'

/** Makes the system's open dialog answer these files; no test can reach the dialog itself. */
export async function chooseInOpenDialog(app: ElectronApplication, files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
  }, files)
}

/** Makes the system's save dialog answer this file. */
export async function chooseInSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

/** Keeps the system's file manager closed and answers which files the application wanted shown in it. */
export async function watchFileManager(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell, app: electron }) => {
    const shown: string[] = []
    shell.showItemInFolder = (path) => void shown.push(path)
    Object.assign(electron, { shownInFolder: shown })
  })
  return () =>
    app.evaluate(({ app: electron }) => (electron as unknown as { shownInFolder: readonly string[] }).shownInFolder)
}
