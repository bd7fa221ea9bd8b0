import { expect, it, vi } from 'vitest'
import type { LedgerEntry } from '../../../src-main/sandbox/ledger.ts'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

/** Many threads and a server; the machine may be busy. */
const longest = 60_000

it(
  'believes what is true: after a run every status is the one that the carrier’s ledger has',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(240)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)

    const summary = await get(despacho, 'sync.run', {})

    const { rows } = await get(despacho, 'parcels.search', { limit: 1000 })
    const believed = Object.fromEntries(rows.map(({ code, status }) => [code, status]))
    const truths = parcels.map(({ code }) => sandbox.journeys.truth(code))
    const told = truths.filter((truth) => truth?.known)
    expect(believed).toMatchObject(Object.fromEntries(told.map((truth) => [truth?.code, truth?.status])))
    expect(summary).toMatchObject({
      failed: 0,
      unasked: 0,
      checked: parcels.length,
      notFound: parcels.length - told.length,
    })
    expect((await get(despacho, 'sync.state', {})).due).toBe(0)
    expect((await get(despacho, 'store.check', {})).found).toEqual([])
  },
  longest,
)

it(
  'asks the next account about what the first does not get to see',
  async () => {
    const { url, parcels } = await correiosSandbox(12)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', { ...sandboxAccount, name: 'Old', secrets: { accessCode: 'no longer good' } })
    await get(despacho, 'accounts.save', sandboxAccount)
    const summary = await get(despacho, 'sync.run', {})
    expect(summary).toMatchObject({ failed: 0, checked: parcels.length })
  },
  longest,
)

it(
  'without an account parcels wait, and the state says why; with one they are asked about',
  async () => {
    const { url, parcels } = await correiosSandbox(8)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ checked: 0, unasked: parcels.length })
    const correios = (await get(despacho, 'sync.state', {})).carriers.find(({ carrier }) => carrier === 'correios')
    expect(correios).toMatchObject({ state: 'no-account', waiting: parcels.length })
    await get(despacho, 'accounts.save', sandboxAccount)
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ checked: parcels.length, unasked: 0 })
  },
  longest,
)

it(
  'asks about exactly the selected, due or not, and reports how far it is',
  async () => {
    const { url, parcels } = await correiosSandbox(30)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)
    const [first, second] = (await get(despacho, 'parcels.search', { limit: 2 })).rows
    const selection = { kind: 'ids', ids: [first?.id, second?.id] }
    for (let time = 1; time <= 2; time++) {
      const progress: unknown[] = []
      const reply = await ask(despacho, 'sync.run', { selection }, { onProgress: (state) => progress.push(state) })
      expect(reply).toMatchObject({ ok: true, value: { checked: 2 } })
      expect(progress.at(-1)).toMatchObject({ done: 2, total: 2, carrier: 'correios' })
    }
    const checked = (await get(despacho, 'parcels.search', { limit: 100 })).rows.filter(
      ({ checkedAt }) => checkedAt !== null,
    )
    expect(checked.map(({ id }) => id)).toEqual([first?.id, second?.id])
  },
  longest,
)

it(
  'names the parcels that failed, and trying those again touches no others',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(12)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)
    await get(despacho, 'sync.run', {})
    const ids = (await get(despacho, 'parcels.search', { limit: 3 })).rows.map(({ id }) => id)
    const fault = sandbox.faults.add({ carrier: 'correios', kind: 'html', match: '/srorastro' })
    const failed = await get(despacho, 'sync.run', { selection: { kind: 'ids', ids } })
    expect(failed).toMatchObject({ checked: 0, failed: 3, failures: { 'carrier.malformed-answer': 3 } })
    expect([...(failed.failedIds ?? [])].sort()).toEqual([...ids].sort())
    expect((await get(despacho, 'parcels.counts', {})).failing).toBe(3)
    sandbox.faults.remove(fault.id)
    const before = sandbox.ledger.since(0).length
    const again = await get(despacho, 'sync.run', { selection: { kind: 'ids', ids: failed.failedIds } })
    expect(again).toMatchObject({ checked: 3, failed: 0, failedIds: [] })
    expect(sandbox.ledger.since(0).length - before).toBe(1)
    expect((await get(despacho, 'parcels.counts', {})).failing).toBe(0)
  },
  longest,
)

it(
  'what was answered when a run is stopped is stored, the rest stays due',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(240)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)
    const abort = new AbortController()
    sandbox.faults.add({ carrier: 'correios', kind: 'timeout', match: '/srorastro', every: 2 })
    const running = ask(despacho, 'sync.run', {}, { signal: abort.signal })
    const isAnswered = ({ path, status }: LedgerEntry) => path.startsWith('/srorastro') && status === 200
    await vi.waitFor(() => expect(sandbox.ledger.since(0).some(isAnswered)).toBe(true), { timeout: longest })
    abort.abort()
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    const { rows } = await get(despacho, 'parcels.search', { limit: 1000 })
    const answered = rows.filter(({ checkedAt }) => checkedAt !== null).length
    expect(rows.filter(({ checkFailure }) => checkFailure !== null)).toEqual([])
    expect((await get(despacho, 'sync.state', {})).due).toBe(parcels.length - answered)
  },
  longest,
)
