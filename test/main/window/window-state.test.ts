import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readWindowState, smallestWindow, writeWindowState } from '../../../src-main/window/window-state.ts'
import { folderForTest } from '../../support/composition.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const first = { width: 1366, height: 768, maximized: false, zoom: 0 }

it('opens where it was closed', () => {
  const file = join(folderForTest(), 'window.json')
  const state = { x: 40, y: 30, width: 1400, height: 900, maximized: true, zoom: 3 }
  writeWindowState(file, state)
  expect(readWindowState(file, [screen])).toEqual(state)
})

it.each([
  ['on a screen that is no longer there', { x: 2500, y: 100 }],
  ['above all screens', { x: 10, y: -200 }],
  ['with only a sliver to grab', { x: 1900, y: 100 }],
])('keeps the size but not a place %s', (_, place) => {
  const file = join(folderForTest(), 'window.json')
  writeWindowState(file, { ...place, width: 1400, height: 900, maximized: false, zoom: 0 })
  expect(readWindowState(file, [screen])).toEqual({ width: 1400, height: 900, maximized: false, zoom: 0 })
})

it('opens at 100 % from a file that knows of no zoom, or of one that nobody can see', () => {
  const file = join(folderForTest(), 'window.json')
  const before = { x: 40, y: 30, width: 1400, height: 900, maximized: false }
  writeFileSync(file, JSON.stringify(before))
  expect(readWindowState(file, [screen])).toEqual({ ...before, zoom: 0 })
  writeFileSync(file, JSON.stringify({ ...before, zoom: 99 }))
  expect(readWindowState(file, [screen])).toEqual(first)
})

it.each(['', 'null', '{"width":"wide"}', '{"x":1,"y":1,"width":0,"height":9,"maximized":false}'])(
  'starts anew from %s',
  (text) => {
    const file = join(folderForTest(), 'window.json')
    writeFileSync(file, text)
    expect(readWindowState(file, [screen])).toEqual(first)
  },
)

it('is never smaller than screens need, and a folder that can’t be written does not matter', () => {
  const file = join(folderForTest(), 'window.json')
  writeWindowState(file, { x: 0, y: 0, width: 300, height: 200, maximized: false, zoom: 0 })
  expect(readWindowState(file, [screen])).toMatchObject(smallestWindow)
  writeWindowState(join(file, 'not', 'a', 'folder'), first)
  expect(readWindowState(join(file, 'missing'), [screen])).toEqual(first)
})
