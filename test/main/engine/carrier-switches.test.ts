import { expect, it } from 'vitest'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

/** Many threads and a server; the machine may be busy. */
const longest = 60_000

it(
  'a carrier switched off is asked nothing, by itself or by hand, after a restart too; on again, everything is caught up',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(12)
    const first = await composeForTest({ sandboxUrl: url })
    await storeParcels(first, parcels)
    await get(first, 'accounts.save', sandboxAccount)
    await get(first, 'sync.switchCarrier', { carrier: 'correios', on: false })
    await first.stop()

    const despacho = await composeForTest({ sandboxUrl: url, dataDir: first.dataDir })
    const selection = { kind: 'query', query: {} }
    const none = { checked: 0, failed: 0, unasked: 0, switchedOff: parcels.length }
    expect(await get(despacho, 'sync.run', {})).toMatchObject(none)
    expect(await get(despacho, 'sync.run', { selection })).toMatchObject(none)
    expect(sandbox.ledger.since(0, 'correios')).toEqual([])
    const state = await get(despacho, 'sync.state', {})
    expect(state.carriers.filter(({ carrier }) => carrier === 'correios')).toMatchObject([
      { state: 'off', since: expect.any(Number) as number, waiting: parcels.length },
    ])
    expect(await despacho.engine.store.read.parcels.counts({}, despacho.engine.asOf())).toMatchObject({ failing: 0 })

    await get(despacho, 'sync.switchCarrier', { carrier: 'correios', on: true })
    await get(despacho, 'accounts.save', { ...sandboxAccount, name: 'Outra' })
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ checked: parcels.length, switchedOff: 0 })
  },
  longest,
)

it('there is no switch for a carrier that nobody knows', async () => {
  const despacho = await composeForTest()
  expect(await ask(despacho, 'sync.switchCarrier', { carrier: 'nobody', on: false })).toMatchObject({
    ok: false,
    error: { code: 'carrier-unknown' },
  })
})

it(
  'counts answers that can’t be read by carrier and fault, and asks again later',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(8)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)
    expect(await get(despacho, 'sync.malformed', {})).toEqual([])
    sandbox.faults.add({ carrier: 'correios', kind: 'html', match: '/srorastro' })
    expect(await get(despacho, 'sync.run', {})).toMatchObject({
      failures: { 'carrier.malformed-answer': parcels.length },
    })
    sandbox.faults.clear()
    const selection = { kind: 'query', query: {} }
    expect(await get(despacho, 'sync.run', { selection })).toMatchObject({ checked: parcels.length })
    const [fault, ...others] = await get(despacho, 'sync.malformed', {})
    expect(others).toEqual([])
    expect(fault).toMatchObject({ carrier: 'correios', count: parcels.length })
    expect(fault?.what).toMatch(/not the JSON of tracked objects|Correios answered/)
    expect(fault?.firstAt).toBeLessThanOrEqual(fault?.lastAt ?? 0)
    expect((await get(despacho, 'store.check', {})).found).toEqual([])
  },
  longest,
)
