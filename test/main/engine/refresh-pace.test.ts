import { expect, it, onTestFinished } from 'vitest'
import type { Carrier } from '../../../src-main/carriers/carrier.ts'
import { createCarrierHttp } from '../../../src-main/carriers/kit/create-carrier-http.ts'
import { carriers } from '../../../src-main/carriers/registry.ts'
import { secretKey } from '../../../src-main/engine/account-secrets.ts'
import { createCarrierLines } from '../../../src-main/engine/carrier-lines.ts'
import { createTrackingSync } from '../../../src-main/engine/services/tracking-sync.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import { sampleShop } from '../../../src-main/sandbox/sample/sample-shop.ts'
import { createSandbox } from '../../../src-main/sandbox/sandbox.ts'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import { sandboxAccount } from '../../support/composition.ts'
import { countRequestsUnderWay } from '../../support/requests-under-way.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { cleanUpStores, openTemporary, storeFile } from '../store/temporary-store.ts'

cleanUpStores()

const minute = 60_000
const callsAMinute = 60
const open = 10_000
const start = Date.parse('2026-11-16T09:00:00-03:00')

/** The carriers as they are, but for what they allow. */
const limited: readonly Carrier[] = carriers.map((carrier) => ({
  ...carrier,
  budget: { ...carrier.budget, perSecond: callsAMinute / 60, burst: 1 },
}))

it('refreshes 10,000 open parcels within half an hour at 60 calls a minute, and no minute has one call more', async () => {
  const underWay = countRequestsUnderWay()
  const clock = createVirtualClock(start, () => underWay() > 0)
  const sandbox = createSandbox({ clock, seed: 'pace' })
  const shop = sampleShop({ seed: 'pace', now: start, parcels: open })
  sandbox.load(shop.journeys)
  const sandboxUrl = await sandbox.start()
  onTestFinished(() => sandbox.stop())

  const store = await openTemporary()
  await storeFile(
    store,
    shop.parcels.map((data, index) => ({ line: index + 1, data })),
    { at: start },
  )
  const { secrets, ...account } = sandboxAccount
  const id = await store.write.accounts.save({ ...account, secretsEnteredAt: start }, start)
  const vault = createMemoryVault()
  await vault.set(secretKey(Number(id), 'accessCode'), secrets.accessCode)
  const lines = createCarrierLines({
    isOff: () => false,
    accounts: store.read.accounts,
    vault,
    clock,
    wallClock: clock,
    random: () => 0.5,
    sandboxUrl,
    connect: createCarrierHttp,
    log: silentLog,
    healthChanged: () => undefined,
  })
  onTestFinished(() => lines.close())
  const sync = createTrackingSync({
    store,
    carriers: limited,
    lines,
    switches: { offSince: () => null },
    clock,
    random: () => 0.5,
    changes: { add: () => undefined, flush: () => undefined },
    log: silentLog,
  })

  const summary = await sync.runDue(new AbortController().signal, () => undefined)

  expect(summary).toMatchObject({ failed: 0, unasked: 0 })
  expect(summary.checked).toBeGreaterThanOrEqual(open)
  const asOf = { now: clock.now(), today: '2026-11-16' } as const
  const checkedLast = await store.read.parcels.window(
    { sort: { by: 'checkedAt', direction: 'desc' } },
    { first: 0, limit: 1 },
    asOf,
  )
  expect(checkedLast.total).toBe(open)
  expect((checkedLast.rows[0]?.checkedAt ?? Infinity) - start).toBeLessThanOrEqual(30 * minute)
  const unchecked = await store.read.parcels.window(
    { sort: { by: 'checkedAt', direction: 'asc' } },
    { first: open - 1, limit: 1 },
    asOf,
  )
  expect(unchecked.rows[0]?.checkedAt).not.toBeNull()
  for (const { id: carrier } of limited) {
    const times = sandbox.ledger.since(0, carrier).map(({ at }) => at)
    expect(times.length).toBeGreaterThan(100)
    const tooSoon = times.filter((at, index) => (times[index + callsAMinute] ?? Infinity) - at < minute)
    expect([carrier, tooSoon]).toEqual([carrier, []])
  }
}, 120_000)
