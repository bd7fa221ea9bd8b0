import { expect, it } from 'vitest'
import { sampleCorreiosAccount } from '../../../src-main/carriers/correios/sandbox/accounts.ts'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

/** Many threads and a server; the machine may be busy. */
const longest = 60_000
const selection = { kind: 'query', query: {} }

it(
  'with its only account off a carrier is asked nothing, after a restart too; on again, everything is caught up',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(12)
    const first = await composeForTest({ sandboxUrl: url })
    await storeParcels(first, parcels)
    const { id } = await get(first, 'accounts.save', sandboxAccount)
    await get(first, 'accounts.switch', { id, on: false })
    await first.stop()

    const despacho = await composeForTest({ sandboxUrl: url, dataDir: first.dataDir })
    const [view] = await get(despacho, 'accounts.list', {})
    expect(view?.offSince).toBeGreaterThan(0)
    const none = { checked: 0, notFound: 0, failed: 0, unasked: 0, switchedOff: parcels.length, nextAt: null }
    expect(await get(despacho, 'sync.run', {})).toMatchObject(none)
    expect(await get(despacho, 'sync.run', { selection })).toMatchObject(none)
    expect(sandbox.ledger.since(0, 'correios')).toEqual([])
    const { carriers } = await get(despacho, 'sync.state', {})
    expect(carriers.filter(({ carrier }) => carrier === 'correios')).toMatchObject([
      { account: id, state: 'off', since: view?.offSince, waiting: parcels.length },
    ])
    expect(await get(despacho, 'parcels.counts', {})).toMatchObject({ failing: 0 })

    await get(despacho, 'accounts.switch', { id, on: true })
    await get(despacho, 'accounts.save', { ...sandboxAccount, id })
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ checked: parcels.length, switchedOff: 0 })
  },
  longest,
)

it(
  'what only the account that is off knows waits for it while the others are asked, and is not called not found',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(20, sampleCorreiosAccount.contract)
    const other = { ...sampleCorreiosAccount, user: 'outraloja', contract: '9900000001' }
    sandbox.settings('correios')?.change({ accounts: [sampleCorreiosAccount, other] })
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    const { id } = await get(despacho, 'accounts.save', sandboxAccount)
    const fields = { ...sandboxAccount.fields, user: other.user, contract: other.contract }
    await get(despacho, 'accounts.save', { ...sandboxAccount, name: 'Outra', fields })
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ checked: parcels.length, failed: 0 })
    const { rows: watched } = await get(despacho, 'parcels.search', { filter: { watch: 'watched' }, limit: 100 })

    await get(despacho, 'accounts.switch', { id, on: false })
    const before = sandbox.ledger.since(0).length
    const alone = await get(despacho, 'sync.run', { selection })
    expect(alone).toMatchObject({ checked: 0, notFound: 0, failed: 0, switchedOff: parcels.length })
    const asked = sandbox.ledger.since(0).slice(before)
    expect(asked.flatMap(({ codes }) => codes).length).toBeGreaterThanOrEqual(parcels.length)
    expect(asked.filter(({ authorisedAs }) => authorisedAs?.startsWith(sampleCorreiosAccount.user))).toEqual([])
    const { rows } = await get(despacho, 'parcels.search', { filter: { failing: true }, limit: 100 })
    expect(rows.map(({ checkFailure }) => checkFailure)).toEqual(parcels.map(() => 'account-off'))

    await get(despacho, 'accounts.switch', { id, on: true })
    expect(watched.length).toBeGreaterThan(0)
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ checked: watched.length, failed: 0, switchedOff: 0 })
    expect((await get(despacho, 'store.check', {})).found).toEqual([])
  },
  longest,
)

it('an account that is off can be tested by hand, which says so', async () => {
  const { sandbox, url } = await correiosSandbox(1)
  const despacho = await composeForTest({ sandboxUrl: url })
  const { id } = await get(despacho, 'accounts.save', sandboxAccount)
  await get(despacho, 'accounts.switch', { id, on: false })
  expect(await get(despacho, 'accounts.check', { id })).toMatchObject({ verdict: 'connected', off: true })
  expect(sandbox.ledger.since(0, 'correios').length).toBeGreaterThan(0)
  await get(despacho, 'accounts.switch', { id, on: true })
  expect(await get(despacho, 'accounts.check', { id })).toMatchObject({ verdict: 'connected', off: false })
})

it('there is no switch for an account that is not there', async () => {
  const despacho = await composeForTest()
  expect(await ask(despacho, 'accounts.switch', { id: 77, on: false })).toMatchObject({
    ok: false,
    error: { code: 'account-unknown' },
  })
})
