import { rmSync } from 'node:fs'
import type { Logger } from '../log/logger.ts'

/** Deletes a folder that nobody needs any more. One that can't be deleted keeps nobody from working: the next start tries again. */
export function throwAway(folder: string, log: Logger): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    log.warn({ err: error, folder }, 'a folder could not be thrown away')
  }
}
