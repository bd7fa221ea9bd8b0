/** A burst is at least this many characters … */
const burstLength = 12
/** … within this many milliseconds: slow scanners take 30 a character, a fast typist over a second for all of them. */
const burstMs = 400
/** A pause as long as this ends a burst. */
const longestPauseMs = 100

/** What a key press means to somebody waiting for a scanner. */
export type ScanVerdict =
  | { readonly kind: 'none' }
  /** The first character of what may become a burst. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'scan'; readonly code: string }

/**
 * Tells a hand scanner from a person: 12 or more characters within 400 ms, then Enter, are never typing.
 *
 * Time is handed in with each key, so that a test can be as fast as a scanner.
 */
export function createScanDetector(): {
  key: (key: string, at: number) => ScanVerdict
  /** The key told last was a command's: no burst begins with it. */
  taken: () => void
} {
  let text = ''
  let times: number[] = []

  function key(pressed: string, at: number): ScanVerdict {
    if (pressed === 'Enter') return enter(at)
    if (pressed === 'Shift') return { kind: 'none' }
    if (pressed.length !== 1) {
      clear()
      return { kind: 'none' }
    }
    const last = times.at(-1)
    if (last !== undefined && at - last > longestPauseMs) clear()
    text += pressed
    times.push(at)
    return { kind: times.length === 1 ? 'begin' : 'none' }
  }

  function enter(at: number): ScanVerdict {
    const code = text
    const last = times.at(-1)
    const twelfthFromEnd = times.at(-burstLength)
    clear()
    if (last === undefined || twelfthFromEnd === undefined) return { kind: 'none' }
    const fast = last - twelfthFromEnd <= burstMs && at - last <= burstMs
    return fast ? { kind: 'scan', code } : { kind: 'none' }
  }

  function clear(): void {
    text = ''
    times = []
  }

  function taken(): void {
    if (times.length === 1) clear()
  }

  return { key, taken }
}
