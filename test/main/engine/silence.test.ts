import { expect, it, vi } from 'vitest'
import type { Composition } from '../../../src-main/compose.ts'
import type { Sandbox } from '../../../src-main/sandbox/sandbox.ts'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

/** Many threads and a server; the machine may be busy. */
const longest = 60_000

/** Parcels stored while nothing is asked by itself, at a Correios that takes calls and says nothing. */
async function behindASilentCarrier(count: number) {
  const { sandbox, url, parcels } = await correiosSandbox(count)
  const despacho = await composeForTest({ sandboxUrl: url, background: true })
  await get(despacho, 'sync.pause', { paused: true })
  await get(despacho, 'accounts.save', sandboxAccount)
  await storeParcels(despacho, parcels)
  sandbox.faults.add({ carrier: 'correios', kind: 'timeout' })
  return { sandbox, despacho, parcels }
}

const correiosHealth = async (despacho: Composition) =>
  (await get(despacho, 'sync.state', {})).carriers.find(({ carrier }) => carrier === 'correios')

const answered = (sandbox: Sandbox) => sandbox.ledger.since(0, 'correios').filter(({ status }) => status === 200).length

it(
  'nobody waits for a carrier that says nothing: after two seconds the answer comes, and the asking goes on',
  async () => {
    const { sandbox, despacho, parcels } = await behindASilentCarrier(12)
    const begin = Date.now()
    const summary = await get(despacho, 'sync.run', { selection: { kind: 'query', query: {} } })
    const waited = Date.now() - begin
    expect(waited).toBeLessThan(3_500)
    expect(summary).toMatchObject({ checked: 0, failed: 0, continuing: parcels.length })
    const health = await correiosHealth(despacho)
    expect(health).toMatchObject({ state: 'silent' })
    expect(health?.since).toBeGreaterThanOrEqual(begin - 100)
    expect(answered(sandbox)).toBe(0)

    // Somebody else's turn does not wait for it either.
    const second = Date.now()
    expect(await get(despacho, 'sync.run', { selection: { kind: 'query', query: {} } })).toMatchObject({
      continuing: parcels.length,
    })
    expect(Date.now() - second).toBeLessThan(3_500)

    // The carrier is back: what was put off is asked about first, by itself.
    sandbox.faults.clear()
    await get(despacho, 'sync.run', { selection: { kind: 'ids', ids: [1] } })
    await get(despacho, 'sync.pause', { paused: false })
    await vi.waitFor(
      async () => {
        const { rows } = await get(despacho, 'parcels.search', { limit: 100 })
        expect(rows.every(({ checkedAt }) => checkedAt !== null)).toBe(true)
      },
      { timeout: longest, interval: 200 },
    )
    expect(await correiosHealth(despacho)).toMatchObject({ state: 'up' })
  },
  longest,
)

it(
  'without a screen to wait at, a run is waited for to its end',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(4)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    await get(despacho, 'accounts.save', sandboxAccount)
    sandbox.faults.add({ carrier: 'correios', kind: 'timeout', ms: 2_500, times: 1 })
    const reply = await ask(despacho, 'sync.run', {})
    expect(reply).toMatchObject({ ok: true, value: { checked: parcels.length, continuing: 0 } })
  },
  longest,
)
