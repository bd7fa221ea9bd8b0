import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listenToKeys } from '../../../src-renderer/commands/listen-to-keys.ts'
import { createScanDetector } from '../../../src-renderer/commands/scan-detector.ts'

const code = 'AA123456785BR'

/** Presses the keys of a text with a pause between them, then Enter; gives what the detector made of the Enter. */
function press(text: string, pauseMs: number, detector = createScanDetector(), from = 1000) {
  let at = from
  for (const key of text) {
    detector.key(key, at)
    at += pauseMs
  }
  return detector.key('Enter', at)
}

describe('a scanner and a person', () => {
  it('takes a burst for a scan', () => {
    expect(press(code, 5)).toEqual({ kind: 'scan', code })
  })

  it('takes the fastest typist for a person', () => {
    expect(press(code, 60).kind).toBe('none')
  })

  it('wants twelve characters', () => {
    expect(press('AA123456785', 5).kind).toBe('none')
    expect(press('AA1234567850', 5).kind).toBe('scan')
  })

  it('wants the Enter at once', () => {
    const detector = createScanDetector()
    for (const [index, key] of [...code].entries()) detector.key(key, 1000 + index * 5)
    expect(detector.key('Enter', 2000).kind).toBe('none')
  })

  it('does not mix what was typed before with what is scanned', () => {
    const detector = createScanDetector()
    detector.key('x', 100)
    expect(press(code, 5, detector)).toEqual({ kind: 'scan', code })
  })

  it('ignores the shift that a scanner presses for capitals', () => {
    const detector = createScanDetector()
    let at = 0
    for (const key of code) {
      detector.key('Shift', at)
      detector.key(key, at + 1)
      at += 6
    }
    expect(detector.key('Enter', at)).toEqual({ kind: 'scan', code })
  })
})

describe('keys of the window', () => {
  const scanned = vi.fn()
  const pressed = vi.fn(() => true)
  let stop: () => void

  beforeEach(() => {
    document.body.innerHTML = '<input id="field" value="abc"><button id="button"></button>'
    stop = listenToKeys(window, { press: pressed, scanned })
  })
  afterEach(() => {
    stop()
    vi.clearAllMocks()
  })

  const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement

  function key(target: HTMLElement, name: string, at: number, more: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })
    Object.defineProperty(event, 'timeStamp', { value: at })
    target.dispatchEvent(event)
    if (target instanceof HTMLInputElement && name.length === 1 && !event.defaultPrevented) target.value += name
    return event
  }

  it('takes a scan out of the field it fell into', () => {
    const field = element('field') as HTMLInputElement
    ;[...code].forEach((character, index) => key(field, character, 5000 + index * 4))
    const enter = key(field, 'Enter', 5000 + code.length * 4)
    expect(scanned).toHaveBeenCalledWith(code)
    expect(field.value).toBe('abc')
    expect(enter.defaultPrevented).toBe(true)
  })

  it('does not mix a key that a command took with what is scanned right after it', () => {
    const field = element('field') as HTMLInputElement
    key(element('button'), '+', 4960)
    expect(pressed).toHaveBeenCalledWith('+')
    ;[...code].forEach((character, index) => key(field, character, 5000 + index * 4))
    key(field, 'Enter', 5000 + code.length * 4)
    expect(scanned).toHaveBeenCalledWith(code)
    expect(field.value).toBe('abc')
  })

  it('leaves what is typed in a field to the field', () => {
    key(element('field'), '?', 100)
    key(element('field'), 'a', 900, { ctrlKey: true })
    expect(pressed).not.toHaveBeenCalled()
  })

  it('runs a shortcut anywhere, a sign where nobody writes', () => {
    key(element('field'), 'k', 100, { ctrlKey: true })
    key(element('button'), '?', 900, { shiftKey: true })
    expect(pressed.mock.calls).toEqual([['Ctrl+K'], ['?']])
  })

  it('leaves a key to the list or dialog that took it', () => {
    element('button').addEventListener('keydown', (event) => event.preventDefault(), { once: true })
    key(element('button'), 'Escape', 100)
    expect(pressed).not.toHaveBeenCalled()
  })
})
