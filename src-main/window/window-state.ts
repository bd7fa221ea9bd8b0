import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Size = z.strictObject({
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  maximized: z.boolean(),
  /** Electron's zoom level: 0 is 100 %, each step a fifth more or less. Files of before have none. */
  zoom: z.number().min(-4).max(5).default(0),
})
const Remembered = Size.extend({ x: z.int(), y: z.int() })

/** Where the window was, how large, and how large things are in it. */
export type WindowState = z.output<typeof Size> & { readonly x?: number; readonly y?: number }

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Smaller the screens do not fit. */
export const smallestWindow = { width: 1024, height: 640 } as const

const firstState: WindowState = { width: 1366, height: 768, maximized: false, zoom: 0 }

/** How much of the title bar has to be on a screen for a person to get hold of the window. */
const grip = { width: 120, height: 40 }

/** What was remembered, as far as it still fits the screens; otherwise where a first window goes. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  let state: z.output<typeof Remembered>
  try {
    state = Remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return firstState
  }
  const { x, y, maximized, zoom } = state
  const width = Math.max(state.width, smallestWindow.width)
  const height = Math.max(state.height, smallestWindow.height)
  const visible = screens.some((screen) => canBeGrabbed(x, y, width, screen))
  return visible ? { x, y, width, height, maximized, zoom } : { width, height, maximized, zoom }
}

/** Remembers for the next start; a folder that can't be written costs no more than that. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // The window opens at its first place next time.
  }
}

function canBeGrabbed(x: number, y: number, width: number, screen: Rectangle): boolean {
  const overlap = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return overlap >= grip.width && y >= screen.y && y <= screen.y + screen.height - grip.height
}
