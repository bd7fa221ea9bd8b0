import { dialog } from 'electron'
import type { Locale } from '../contract/app.contract.ts'
import type { StoreOpenFailure } from '../ipc/engine-session.ts'
import { windowWords } from './words.ts'

/** Why the store was not opened, in a person's language: what is the matter, what was not done, what to do. */
export function startFailureText(failure: StoreOpenFailure, locale: Locale, dataDir: string): string {
  const sentence = windowWords[locale].failure[failure.code]
  const backup = failure.code === 'migration-failed' ? failure.backup : null
  const words = 'message' in failure ? failure.message : null
  return [sentence, dataDir, backup, words].filter((part) => part !== null).join('\n\n')
}

/** Says it in a dialog that needs no window, and on standard error for who started it there; waits until it was read. */
export function showStartFailure(failure: StoreOpenFailure, locale: Locale, dataDir: string): void {
  const text = startFailureText(failure, locale, dataDir)
  process.stderr.write(`${text}\n`)
  dialog.showErrorBox(windowWords[locale].cannotStart, text)
}
