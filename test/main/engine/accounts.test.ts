import { expect, it } from 'vitest'
import { fail, ok } from '../../../src-main/domain/result.ts'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import type { Vault } from '../../../src-main/secrets/vault.ts'
import { ask, composeForTest, get, sandboxAccount } from '../../support/composition.ts'

const longest = 60_000

it(
  'stores fields in the store and secrets in the vault, cleaned by the carrier',
  async () => {
    const vault = createMemoryVault()
    const despacho = await composeForTest({ vault })
    const fields = { user: ' loja ', postingCard: '12345678' }
    const { id } = await get(despacho, 'accounts.save', { ...sandboxAccount, fields, secrets: { accessCode: 'first' } })
    const [view] = await get(despacho, 'accounts.list', {})
    expect(view).toMatchObject({
      id,
      fields: { user: 'loja', postingCard: '0012345678' },
      secrets: { accessCode: true },
      parcels: 0,
    })
    expect(view?.secretsEnteredAt).toBeGreaterThan(0)
    expect(await vault.get(`account/${id}/accessCode`)).toEqual(ok('first'))

    // Without a secret the stored one stays, and its age with it.
    await get(despacho, 'accounts.save', { ...sandboxAccount, id, name: 'Outra', secrets: undefined })
    const [renamed] = await get(despacho, 'accounts.list', {})
    expect(renamed).toMatchObject({ name: 'Outra', secretsEnteredAt: view?.secretsEnteredAt })
    expect(await vault.get(`account/${id}/accessCode`)).toEqual(ok('first'))

    await get(despacho, 'accounts.remove', { id })
    expect(await vault.get(`account/${id}/accessCode`)).toEqual(ok(null))
    expect(await get(despacho, 'accounts.list', {})).toEqual([])
  },
  longest,
)

it(
  'refuses what can’t be an account, and says which field',
  async () => {
    const despacho = await composeForTest()
    const save = (more: object) => ask(despacho, 'accounts.save', { ...sandboxAccount, ...more })
    const refused = (code: string, field?: string) => ({
      ok: false,
      error: { code, ...(field && { detail: { field } }) },
    })
    expect(await save({ carrier: 'none' })).toMatchObject(refused('carrier-unknown'))
    expect(await save({ id: 7 })).toMatchObject(refused('account-unknown'))
    expect(await save({ secrets: {} })).toMatchObject(refused('secret-missing', 'accessCode'))
    expect(await save({ secrets: { accessCode: '  ' } })).toMatchObject(refused('secret-missing', 'accessCode'))
    expect(await save({ fields: { user: 'a' } })).toMatchObject(refused('field-invalid', 'postingCard'))
    expect(await save({ fields: { ...sandboxAccount.fields, shoe: '42' } })).toMatchObject(
      refused('field-invalid', 'shoe'),
    )
    expect(await save({ fields: { ...sandboxAccount.fields, accessCode: 'x' } })).toMatchObject(
      refused('field-invalid', 'accessCode'),
    )
    expect(await get(despacho, 'accounts.list', {})).toEqual([])
    await get(despacho, 'accounts.save', sandboxAccount)
    expect(await save({})).toMatchObject(refused('name-taken'))
    expect(await ask(despacho, 'accounts.remove', { id: 99 })).toMatchObject(refused('account-unknown'))
  },
  longest,
)

it(
  'stores nothing when the keychain can’t be used, or takes nothing',
  async () => {
    const unavailable = fail({ code: 'keychain-unavailable', message: 'locked' } as const)
    const dead: Vault = {
      get: async () => unavailable,
      set: async () => unavailable,
      remove: async () => unavailable,
      probe: async () => unavailable,
    }
    for (const vault of [dead, { ...createMemoryVault(), set: dead.set }]) {
      const despacho = await composeForTest({ vault })
      expect(await ask(despacho, 'accounts.save', sandboxAccount)).toMatchObject({
        error: { code: 'keychain-unavailable' },
      })
      expect(await get(despacho, 'accounts.list', {})).toEqual([])
    }
  },
  longest,
)
