import { createScanDetector } from './scan-detector.ts'
import { belongsToText, shortcutOf, takesText } from './shortcut.ts'

export type KeyListeners = {
  /** True when the shortcut was somebody's. */
  readonly press: (shortcut: string) => boolean
  readonly scanned: (code: string) => void
}

type TextField = HTMLInputElement | HTMLTextAreaElement

/**
 * Listens to the keyboard of the whole window: shortcuts to commands, a scanner's bursts to the scan handler.
 *
 * A burst that a scanner wrote into a text field is taken out of it again. Returns a function that ends it.
 */
export function listenToKeys(target: Window, { press, scanned }: KeyListeners): () => void {
  const detector = createScanDetector()
  let before: { field: TextField; value: string } | null = null

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const verdict = detector.key(event.key, event.timeStamp)
    if (verdict.kind === 'begin')
      before = isTextField(event.target) ? { field: event.target, value: event.target.value } : null
    if (verdict.kind === 'scan') {
      event.preventDefault()
      event.stopImmediatePropagation()
      restoreField()
      scanned(verdict.code)
    }
  }

  /** Shortcuts come after the screen: a dialog or a list that took the key keeps it. */
  function onShortcut(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const shortcut = shortcutOf(event)
    if (belongsToText(shortcut) && takesText(event.target)) return
    if (!press(shortcut)) return
    event.preventDefault()
    detector.taken()
  }

  function restoreField(): void {
    if (!before) return
    before.field.value = before.value
    before.field.dispatchEvent(new Event('input', { bubbles: true }))
    before = null
  }

  target.addEventListener('keydown', onKeyDown, { capture: true })
  target.addEventListener('keydown', onShortcut)
  return () => {
    target.removeEventListener('keydown', onKeyDown, { capture: true })
    target.removeEventListener('keydown', onShortcut)
  }
}

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
