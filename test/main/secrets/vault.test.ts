import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ok } from '../../../src-main/domain/result.ts'
import { createKeyringVault } from '../../../src-main/secrets/keyring-vault.ts'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import type { Vault } from '../../../src-main/secrets/vault.ts'
import { watchVault } from '../../../src-main/secrets/watched-vault.ts'

const hasKeychain = process.platform !== 'linux' || process.env['DBUS_SESSION_BUS_ADDRESS'] !== undefined

const vaults: readonly (readonly [string, () => Vault])[] = [
  ['memory', createMemoryVault],
  ...(hasKeychain
    ? [['the system’s keychain', () => createKeyringVault(`despacho-test-${randomUUID()}`)] as const]
    : []),
]

describe.each(vaults)('a vault in %s', (_, make) => {
  it('keeps, replaces and forgets a secret', async () => {
    const vault = make()
    onTestFinished(async () => void (await vault.remove('account/1/accessCode')))
    expect(await vault.get('account/1/accessCode')).toEqual(ok(null))
    expect(await vault.set('account/1/accessCode', 'first')).toEqual(ok(undefined))
    expect(await vault.get('account/1/accessCode')).toEqual(ok('first'))
    expect(await vault.set('account/1/accessCode', 'çö"\n second')).toEqual(ok(undefined))
    expect(await vault.get('account/1/accessCode')).toEqual(ok('çö"\n second'))
    expect(await vault.remove('account/1/accessCode')).toEqual(ok(undefined))
    expect(await vault.get('account/1/accessCode')).toEqual(ok(null))
  })

  it('keeps secrets of different names apart', async () => {
    const vault = make()
    onTestFinished(async () => {
      await vault.remove('account/1/accessCode')
      await vault.remove('account/11/accessCode')
    })
    await vault.set('account/1/accessCode', 'one')
    await vault.set('account/11/accessCode', 'eleven')
    await vault.remove('account/1/accessCode')
    expect(await vault.get('account/11/accessCode')).toEqual(ok('eleven'))
  })

  it('does not mind removing what is not there, and says that it answers', async () => {
    const vault = make()
    expect(await vault.remove('account/9/none')).toEqual(ok(undefined))
    expect(await vault.probe()).toEqual(ok(undefined))
  })
})

if (!hasKeychain) {
  const title = 'a vault in the system’s keychain (no DBUS_SESSION_BUS_ADDRESS; `npm test` provides one)'
  if (process.env['CI'] !== 'true') it.skip(title)
  else {
    it(title, () => {
      throw new Error('not run: CI has no session bus; run the tests with `npm test`')
    })
  }
}

const withoutService = 'without a Secret Service nothing is kept, and every call says so'

/** Only Linux can be without: elsewhere the keychain is a part of the system, and the report says that this was not run. */
if (process.platform === 'linux') it(withoutService, withoutServiceNothingIsKept)
else it.skip(`${withoutService} (only Linux has a keychain that may be missing)`)

async function withoutServiceNothingIsKept(): Promise<void> {
  const vault = createKeyringVault('despacho-test')
  const bus = process.env['DBUS_SESSION_BUS_ADDRESS']
  process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nowhere/bus'
  onTestFinished(() => {
    if (bus === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = bus
  })
  for (const call of [vault.probe(), vault.set('a', 'b'), vault.get('a'), vault.remove('a')]) {
    expect(await call).toMatchObject({ ok: false, error: { code: 'keychain-unavailable' } })
  }
}

it('a watched vault tells of every secret that passes', async () => {
  const seen: string[] = []
  const vault = watchVault(createMemoryVault(), (secret) => seen.push(secret))
  await vault.set('a', 'one')
  await vault.get('a')
  await vault.get('b')
  expect(seen).toEqual(['one', 'one'])
})
