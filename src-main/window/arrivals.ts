import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { ChosenFile } from '../contract/files.contract.ts'
import type { FileGate } from '../ipc/engine-session.ts'

/** Files that the operating system or a second start hands over, on their way to a page that may not be there yet. */
export type Arrivals = {
  handOver(paths: readonly string[]): void
  /** The page begins to load: what comes now waits. */
  pageLeft(): void
  /** The page is there: what waited is sent. */
  pageCame(): void
}

/** Makes it; `send` tells the page. Files that are no longer there are left out. */
export function createArrivals(files: Pick<FileGate, 'issue'>, send: (files: readonly ChosenFile[]) => void): Arrivals {
  let pageIsThere = false
  let waiting: readonly string[] = []

  const handOver = (paths: readonly string[]) => {
    if (!pageIsThere) {
      waiting = [...waiting, ...paths]
      return
    }
    const present = paths.flatMap((path) => {
      const size = statSync(path, { throwIfNoEntry: false })?.size
      return size === undefined ? [] : [{ file: files.issue(path), name: basename(path), size }]
    })
    if (present.length > 0) send(present)
  }

  return {
    handOver,
    pageLeft: () => void (pageIsThere = false),
    pageCame() {
      const paths = waiting
      waiting = []
      pageIsThere = true
      handOver(paths)
    },
  }
}
