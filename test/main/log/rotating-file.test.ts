import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openRotatingFile } from '../../../src-main/log/rotating-file.ts'
import { folderForTest } from '../../support/composition.ts'

it('sets a full file aside, keeps so many and throws the oldest away', () => {
  const path = join(folderForTest(), 'logs', 'engine.log')
  const file = openRotatingFile(path, { bytes: 20, files: 3 })
  for (let number = 1; number <= 8; number++) file.write(`line ${number} ----\n`)
  file.close()
  const text = (end: string) => readFileSync(path + end, 'utf8')
  expect(text('')).toBe('line 8 ----\n')
  expect(text('.1')).toBe('line 7 ----\n')
  expect(text('.2')).toBe('line 6 ----\n')
  expect(existsSync(`${path}.3`)).toBe(false)
})

it('goes on in the file of the last time', () => {
  const path = join(folderForTest(), 'engine.log')
  for (const line of ['one\n', 'two\n']) {
    const file = openRotatingFile(path)
    file.write(line)
    file.close()
  }
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n')
})

it('writes nothing after its end, and does not mind', () => {
  const path = join(folderForTest(), 'engine.log')
  const file = openRotatingFile(path)
  file.close()
  file.write('late\n')
  expect(existsSync(path)).toBe(false)
})
