import { expect, it, onTestFinished } from 'vitest'
import { openDemonstration } from '../../src-main/demonstration.ts'
import { composeForTest, get } from '../support/composition.ts'

it('is a shop at work: 600 parcels, an account, carriers that answer, a time that runs', async () => {
  const demonstration = await openDemonstration()
  onTestFinished(() => demonstration.stop())
  const { url, clock, vault } = demonstration
  const despacho = await composeForTest({ demo: true, sandboxUrl: url, clock, vault })
  await demonstration.fill(despacho)

  const info = await get(despacho, 'app.info', {})
  expect(info).toMatchObject({ demo: true, sandbox: url, firstStart: false, keychain: 'available' })
  const [account] = await get(despacho, 'accounts.list', {})
  expect(account).toMatchObject({ carrier: 'correios', environment: 'sandbox', secrets: { accessCode: true } })
  expect(await get(despacho, 'accounts.check', { id: account?.id })).toMatchObject({ verdict: 'connected' })

  const correios = { kind: 'query', query: { filter: { carrier: ['correios'] } } }
  expect(await get(despacho, 'sync.run', { selection: correios })).toMatchObject({ failed: 0, unasked: 0 })
  const { total, status } = await get(despacho, 'parcels.counts', {})
  expect(total).toBe(600)
  expect(Object.values(status).filter((count) => count > 0).length).toBeGreaterThan(8)

  const [here, wall] = [clock.now(), Date.now()]
  await expect.poll(() => clock.now() - here).toBeGreaterThan(10_000)
  expect(clock.now() - here).toBeGreaterThan(20 * (Date.now() - wall))
}, 60_000)
