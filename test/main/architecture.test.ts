import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, it } from 'vitest'
import { rooms } from '../../rooms.config.ts'

const forbidden = [
  {
    name: 'no-circular',
    severity: 'error' as const,
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only' as const] } },
  },
  ...Object.entries(rooms).map(([room, seen]) => ({
    name: `${room}-sees-only-its-neighbours`,
    severity: 'error' as const,
    // A carrier's sandbox stands in the carrier's folder and is mounted by the sandbox room.
    from: { path: `^src-main/${room}/`, ...(room === 'carriers' ? { pathNot: '/sandbox' } : {}) },
    to: { path: '^src-main/[^/]+/', pathNot: `^src-main/(${[room, ...seen].join('|')})/` },
  })),
  {
    name: 'carriers-do-not-know-each-other',
    severity: 'error' as const,
    from: { path: '^src-main/carriers/([^/]+)/', pathNot: '^src-main/carriers/kit/' },
    to: { path: '^src-main/carriers/([^/]+)/', pathNot: '^src-main/carriers/(kit|$1)/' },
  },
  {
    name: 'page-sees-the-contract-alone',
    severity: 'error' as const,
    from: { path: '^src-renderer/' },
    to: { path: '^src-main/', pathNot: '^src-main/contract/' },
  },
  {
    name: 'electron-only-at-the-edge',
    severity: 'error' as const,
    from: {
      path: '^src-main/',
      pathNot: '^src-main/(window/|preload/|ipc/electron-transport|index\\.ts|compose\\.ts)',
    },
    to: { path: '^(node_modules/)?electron(/|$)' },
  },
]

it('lets every room import only the rooms that rooms.config.ts lists', async () => {
  const { output } = await cruise(['src-main', 'src-renderer'], {
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.vue', '.js'] },
  })
  const violations = (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  )
  expect(violations).toEqual([])
}, 60_000)
