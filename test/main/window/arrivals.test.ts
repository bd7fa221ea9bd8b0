import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createArrivals } from '../../../src-main/window/arrivals.ts'
import { folderForTest } from '../../support/composition.ts'

function underTest() {
  const folder = folderForTest()
  const path = join(folder, 'pedidos.csv')
  writeFileSync(path, 'codigo\n')
  const sent: unknown[] = []
  const arrivals = createArrivals({ issue: (file) => `token of ${file}` }, (files) => sent.push(files))
  return { arrivals, path, sent, file: { file: `token of ${path}`, name: 'pedidos.csv', size: 7 } }
}

it('keeps files until the page is there, then hands them over at once', () => {
  const { arrivals, path, sent, file } = underTest()
  arrivals.handOver([path])
  expect(sent).toEqual([])
  arrivals.pageCame()
  expect(sent).toEqual([[file]])
  arrivals.handOver([path, path])
  expect(sent).toEqual([[file], [file, file]])
})

it('keeps what comes while a page is loaded anew', () => {
  const { arrivals, path, sent, file } = underTest()
  arrivals.pageCame()
  arrivals.pageLeft()
  arrivals.handOver([path])
  expect(sent).toEqual([])
  arrivals.pageCame()
  expect(sent).toEqual([[file]])
})

it('leaves out files that are gone', () => {
  const { arrivals, path, sent } = underTest()
  arrivals.handOver([`${path}.gone`])
  arrivals.pageCame()
  expect(sent).toEqual([])
})
