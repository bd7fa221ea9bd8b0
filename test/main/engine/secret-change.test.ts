import { expect, it } from 'vitest'
import { sampleCorreiosAccount } from '../../../src-main/carriers/correios/sandbox/accounts.ts'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import { composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

const longest = { timeout: 60_000 }
const newCode = 'codigo-novo-do-portal'

async function desk() {
  const { sandbox, url, parcels } = await correiosSandbox(4)
  const vault = createMemoryVault()
  const despacho = await composeForTest({ sandboxUrl: url, vault })
  await storeParcels(despacho, parcels)
  const { id } = await get(despacho, 'accounts.save', sandboxAccount)
  const takes = (...codes: readonly string[]) =>
    sandbox
      .settings('correios')
      ?.change({ accounts: codes.map((accessCode) => ({ ...sampleCorreiosAccount, accessCode })) })
  const enter = (accessCode: string) =>
    get(despacho, 'accounts.save', { ...sandboxAccount, id, secrets: { accessCode }, beside: true })
  const view = async () => (await get(despacho, 'accounts.list', {}))[0]
  return { sandbox, despacho, vault, id, takes, enter, view, url, check: () => get(despacho, 'accounts.check', { id }) }
}

it(
  'a new code waits beside the old one, which works on, until the carrier takes it; then the old one is gone',
  longest,
  async () => {
    const { despacho, vault, id, takes, enter, view, check } = await desk()
    const before = await view()
    await enter(newCode)
    expect(await check()).toMatchObject({ verdict: 'connected', next: { state: 'waiting' } })
    expect(await view()).toMatchObject({ secretsEnteredAt: before?.secretsEnteredAt })
    expect((await view())?.nextSecretsEnteredAt).toBeGreaterThan(0)
    expect(await get(despacho, 'sync.run', {})).toMatchObject({ failed: 0 })

    takes(newCode)
    expect(await check()).toMatchObject({ verdict: 'connected', next: null })
    const after = await view()
    expect(after).toMatchObject({ nextSecretsEnteredAt: null })
    expect(after?.secretsEnteredAt).toBeGreaterThan(before?.secretsEnteredAt ?? Infinity)
    expect(await vault.get(`account/${id}/accessCode`)).toEqual({ ok: true, value: newCode })
    expect(await vault.get(`account/${id}/accessCode/next`)).toEqual({ ok: true, value: null })
    expect(await get(despacho, 'sync.run', { selection: { kind: 'query', query: {} } })).toMatchObject({ failed: 0 })
  },
)

it(
  'a new code that the carrier does not take leaves the old one in use, says until when it is tried, and can be thrown away',
  longest,
  async () => {
    const { despacho, vault, id, enter, check } = await desk()
    await enter('errado')
    const { next } = await check()
    expect(next).toMatchObject({ state: 'waiting' })
    expect((next?.until ?? 0) - (next?.enteredAt ?? 0)).toBe(2 * 3_600_000)
    await get(despacho, 'accounts.discardNext', { id })
    expect(await check()).toMatchObject({ verdict: 'connected', next: null })
    expect(await vault.get(`account/${id}/accessCode/next`)).toEqual({ ok: true, value: null })
  },
)

it('what waits is tried again after a restart', longest, async () => {
  const { despacho, vault, url, takes, enter, check } = await desk()
  await enter(newCode)
  expect((await check()).next?.state).toBe('waiting')
  await despacho.stop()
  takes(newCode)
  const again = await composeForTest({ sandboxUrl: url, dataDir: despacho.dataDir, vault })
  const [account] = await get(again, 'accounts.list', {})
  expect(account?.nextSecretsEnteredAt).toBeGreaterThan(0)
  expect(await get(again, 'accounts.check', { id: account?.id })).toMatchObject({ verdict: 'connected', next: null })
})

it('trying a new code says nothing bad of the connection in use', longest, async () => {
  const { despacho, enter, check } = await desk()
  await get(despacho, 'sync.run', {})
  await enter('errado')
  await check()
  const { carriers } = await get(despacho, 'sync.state', {})
  expect(carriers.find(({ carrier }) => carrier === 'correios')).toMatchObject({ state: 'up' })
})

it('an access code of Correios has 180 days from when it was entered', longest, async () => {
  const { view } = await desk()
  const account = await view()
  expect((account?.secretsEndAt ?? 0) - (account?.secretsEnteredAt ?? 0)).toBe(180 * 86_400_000)
})
