import { expect, it, vi } from 'vitest'
import type { Composition } from '../../../src-main/compose.ts'
import type { Sandbox } from '../../../src-main/sandbox/sandbox.ts'
import { createSilenceWatch, patienceMs } from '../../../src-main/engine/silence.ts'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

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

it('is silence only when nothing has come for the whole time, and ends with the next sign', async () => {
  const clock = createVirtualClock(0)
  const watch = createSilenceWatch(clock, () => undefined)
  const only = vi.fn()
  const done = watch.working('a')
  const first = watch.asking('a')
  const second = watch.asking('a')
  void watch.untilOnlySilence(new AbortController().signal).then(only)
  await clock.sleep(patienceMs - 1)
  first()
  // The other call is out since the beginning, but the carrier has just answered.
  await clock.sleep(patienceMs - 1)
  expect(watch.silentSince('a')).toBeNull()
  await clock.sleep(2)
  expect(watch.silentSince('a')).toBe(patienceMs - 1)
  expect(only).toHaveBeenCalledOnce()
  second()
  done()
  expect(watch.silentSince('a')).toBeNull()
})

it('waits for a carrier that answers, whoever else is silent', async () => {
  const clock = createVirtualClock(0)
  const watch = createSilenceWatch(clock, () => undefined)
  const only = vi.fn()
  const [, quick] = [watch.working('dead'), watch.working('quick')]
  void watch.untilOnlySilence(new AbortController().signal).then(only)
  watch.asking('dead')
  for (let call = 0; call < 5; call++) {
    const over = watch.asking('quick')
    await clock.sleep(1_000)
    over()
  }
  expect(watch.silentSince('dead')).toBe(0)
  expect(only).not.toHaveBeenCalled()
  quick()
  await Promise.resolve()
  expect(only).toHaveBeenCalledOnce()
})
