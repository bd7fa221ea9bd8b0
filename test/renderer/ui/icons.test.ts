import { icons } from '@iconify-json/lucide'
import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../../../src-renderer/**/*.{ts,vue}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('names only icons that the bundled set has, for none is asked of the network', () => {
  const known = new Set([...Object.keys(icons.icons), ...Object.keys(icons.aliases ?? {})])
  const named = Object.entries(sources).flatMap(([file, text]) =>
    [...text.matchAll(/i-lucide-([a-z0-9-]+)/g)].map(([, icon]) => ({ file, icon: icon ?? '' })),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(({ icon }) => !known.has(icon))).toEqual([])
})
