/** A key with its modifiers as people write it: `Ctrl+K`, `F5`, `?`, `/`. */
export type Shortcut = string

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The shortcut that a key press is. On a Mac the command key stands for Ctrl. */
export function shortcutOf(press: KeyPress): Shortcut {
  // With Alt a Mac writes other signs than the digits on the keys.
  const digit = press.altKey ? /^Digit(\d)$/.exec(press.code)?.[1] : undefined
  const key = digit ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key)
  const isSign = press.key.length === 1 && press.key.toUpperCase() === press.key.toLowerCase()
  return [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    // A sign such as `?` has the shift in it already, on whatever keyboard.
    press.shiftKey && (!isSign || press.ctrlKey || press.metaKey) ? 'Shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

/** True for a shortcut that a text field needs itself: it must not be a command while one has the focus. */
export const belongsToText = (shortcut: Shortcut): boolean =>
  /^Ctrl\+(Shift\+)?[ACVXYZ]$/.test(shortcut) || !/^(Ctrl\+|Alt\+|(Shift\+)?F\d)/.test(shortcut)

/** True when what has the focus takes text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type)
  )
}

/** The keys of a shortcut one by one, for showing them. */
export const keysOf = (shortcut: Shortcut): string[] => (shortcut === '+' ? ['+'] : shortcut.split('+'))
