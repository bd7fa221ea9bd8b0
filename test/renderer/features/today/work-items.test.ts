import { expect, it } from 'vitest'
import { contract } from '../../../../src-main/contract/index.ts'
import type { ParcelCounts } from '../../../../src-main/contract/parcels.contract.ts'
import type { CarrierHealth, SyncState } from '../../../../src-main/contract/sync.contract.ts'
import { workItems, type WorkFacts } from '../../../../src-renderer/features/today/work-items.ts'
import { statusLooks, type ParcelStatus } from '../../../../src-renderer/ui/status-look.ts'

const noStatus = Object.fromEntries(Object.keys(statusLooks).map((status) => [status, 0])) as Record<
  ParcelStatus,
  number
>
const counts = (more: Partial<ParcelCounts> = {}): ParcelCounts => ({
  total: 100,
  status: noStatus,
  late: 0,
  stalled: 0,
  silent: 0,
  failing: 0,
  ...more,
})
const facts = (more: Partial<WorkFacts> = {}): WorkFacts => ({
  counts: counts(),
  watched: counts(),
  sync: null,
  unmapped: 0,
  watchedFolder: null,
  accounts: [],
  now: 0,
  ...more,
})
const health = (more: Partial<CarrierHealth>): CarrierHealth => ({
  carrier: 'correios',
  account: null,
  state: 'up',
  since: null,
  nextTryAt: null,
  reason: null,
  waiting: 0,
  lastAnswerAt: null,
  ...more,
})
const state = (carriers: CarrierHealth[]): SyncState => ({
  running: false,
  paused: false,
  online: true,
  due: 0,
  watched: 0,
  nextAt: null,
  carriers,
})

it('has nothing to say when nothing waits', () => {
  expect(workItems(facts())).toEqual([])
})

it('counts as late what is still on its way, not what came late last month', () => {
  const [late] = workItems(facts({ counts: counts({ late: 84 }), watched: counts({ late: 3 }) }))
  expect(late).toMatchObject({ kind: 'late', count: 3 })
})

it('leads to parcels by a query that the list understands', () => {
  const everything = facts({
    counts: counts({
      status: { ...noStatus, exception: 1, 'delivery-failed': 1, 'awaiting-pickup': 1, customs: 1, returning: 1 },
      stalled: 1,
      silent: 1,
      failing: 1,
    }),
    watched: counts({ late: 1 }),
  })
  const links = workItems(everything).map((item) => item.to)
  expect(links).toHaveLength(9)
  for (const link of links) {
    const query: unknown = JSON.parse(new URLSearchParams(link.split('?')[1]).get('q') ?? '')
    expect(contract['parcels.window'].input.shape.query.safeParse(query).success, link).toBe(true)
  }
})

it('puts a carrier that keeps parcels waiting first, each by itself', () => {
  const sync = state([
    health({ state: 'refused', waiting: 5 }),
    health({ carrier: 'other', state: 'no-account', waiting: 2 }),
    health({ state: 'no-account' }),
  ])
  const work = workItems(facts({ sync, counts: counts({ failing: 9 }) }))
  expect(work.map(({ kind, carrier, count }) => [kind, carrier, count])).toEqual([
    ['account-refused', 'correios', 5],
    ['account-missing', 'other', 2],
    ['failing', undefined, 9],
  ])
})

it('files of the watched folder that need somebody are work, and so is a folder that is gone', () => {
  expect(workItems(facts({ watchedFolder: { pending: 0, problem: null } }))).toEqual([])
  const items = workItems(facts({ watchedFolder: { pending: 3, problem: 'folder-gone' } }))
  expect(items.map(({ kind, count, to }) => [kind, count, to])).toEqual([
    ['watched-folder-problem', 1, '/settings?section=watched'],
    ['watched-folder', 3, '/settings?section=watched'],
  ])
})

it.each([
  [16, null, []],
  [15, null, [['access-code-ending', 15, 'warning']]],
  [5, null, [['access-code-ending', 5, 'error']]],
  [1, null, [['access-code-ending', 1, 'error']]],
  [0, null, [['access-code-ended', 1, 'error']]],
  [1, 7, []],
] as const)(
  '%i days before an access code ends, with a new one entered at %j, there is %j to do',
  (days, next, work) => {
    const account = { name: 'Loja', secretsEndAt: days * 86_400_000, nextSecretsEnteredAt: next, access: null }
    const items = workItems(facts({ accounts: [account] }))
    expect(items.map(({ kind, count, role }) => [kind, count, role])).toEqual(work)
  },
)

it.each([
  ['2026-12-27', []],
  ['2026-12-26', [['contract-ending', 30]]],
  ['2026-11-27', [['contract-ending', 1]]],
  ['2026-11-26', [['contract-ended', 1]]],
  [null, []],
] as const)('a contract that ends on %s is %j to do', (endsOn, work) => {
  const account = {
    name: 'Loja',
    secretsEndAt: null,
    nextSecretsEnteredAt: null,
    access: { checkedAt: 0, lost: [], endsOn },
  }
  const items = workItems(facts({ accounts: [account], now: new Date(2026, 10, 27, 12).getTime() }))
  expect(items.map(({ kind, count }) => [kind, count])).toEqual(work)
})

it('an API that is no longer granted is work', () => {
  const access = { checkedAt: 0, lost: ['price' as const, 'deadline' as const], endsOn: null }
  const items = workItems(
    facts({ accounts: [{ name: 'Loja', secretsEndAt: null, nextSecretsEnteredAt: null, access }] }),
  )
  expect(items).toMatchObject([{ kind: 'access-lost', count: 2, role: 'error', account: 'Loja' }])
})
