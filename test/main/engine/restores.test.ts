import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import {
  ask,
  composeForTest,
  correiosSandbox,
  folderForTest,
  get,
  sandboxAccount,
  storeParcels,
} from '../../support/composition.ts'

const longest = 60_000
const planted = 'PLANTED-segredo-çã-7391'

it(
  'a file for another computer has everything but secrets',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(30)
    const here = await composeForTest({ sandboxUrl: url })
    await storeParcels(here, parcels)
    await get(here, 'accounts.save', sandboxAccount)
    await get(here, 'sync.run', {})
    await get(here, 'views.save', { name: 'Santos', query: { text: 'santos' } })
    await get(here, 'accounts.save', { ...sandboxAccount, id: 1, secrets: { accessCode: planted } })
    sandbox.faults.add({ carrier: 'correios', kind: 'html', times: 3 })
    await ask(here, 'accounts.check', { id: 1 })
    const file = join(folderForTest(), 'mudança.sqlite')
    expect(await get(here, 'store.copyTo', { file })).toMatchObject({ parcels: parcels.length })

    const bytes = readFileSync(file)
    const base64 = Buffer.from(planted).toString('base64').replace(/=+$/, '')
    const code = sandboxAccount.secrets.accessCode
    for (const spelling of [planted, encodeURIComponent(planted), base64, code, Buffer.from(code).toString('base64')])
      expect(bytes.includes(spelling), spelling).toBe(false)

    const there = await composeForTest()
    expect(await get(there, 'store.examine', { file })).toMatchObject({
      parcels: parcels.length,
      accounts: 1,
      lost: { parcels: 0, changed: 0, accounts: 0 },
    })
    await get(there, 'store.restore', { file })
    await there.stop()
    const moved = await composeForTest({ dataDir: there.dataDir })
    const [before, after] = [await get(here, 'parcels.counts', {}), await get(moved, 'parcels.counts', {})]
    expect(after).toEqual(before)
    expect(await get(moved, 'views.list', {})).toMatchObject([{ name: 'Santos' }])
    expect((await get(moved, 'store.check', {})).found).toEqual([])
  },
  longest,
)

it(
  'after a move accounts ask for their secrets, and never take one that lies under the same number',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(10)
    const here = await composeForTest({ sandboxUrl: url })
    await storeParcels(here, parcels)
    await get(here, 'accounts.save', sandboxAccount)
    const file = join(folderForTest(), 'mudança.sqlite')
    await get(here, 'store.copyTo', { file })

    // The other computer's keychain has a secret of its own under account 1.
    const vault = createMemoryVault()
    const there = await composeForTest({ vault, sandboxUrl: url })
    await get(there, 'accounts.save', {
      ...sandboxAccount,
      name: 'Outra loja',
      secrets: { accessCode: 'of another shop' },
    })
    await get(there, 'store.restore', { file })
    await there.stop()

    const moved = await composeForTest({ dataDir: there.dataDir, vault, sandboxUrl: url })
    expect(await get(moved, 'accounts.list', {})).toMatchObject([
      { name: 'Loja', secrets: { accessCode: false }, secretsEnteredAt: null },
    ])
    expect(await get(moved, 'store.restored', {})).toMatchObject({ parcels: parcels.length, withoutSecrets: 1 })
    const asked = sandbox.ledger.since(0).length
    await ask(moved, 'sync.run', {})
    expect(sandbox.ledger.since(0)).toHaveLength(asked)
    expect(await ask(moved, 'accounts.save', { ...sandboxAccount, id: 1, secrets: undefined })).toMatchObject({
      error: { code: 'secret-missing' },
    })

    await get(moved, 'accounts.save', { ...sandboxAccount, id: 1 })
    expect(await get(moved, 'store.restored', {})).toMatchObject({ withoutSecrets: 0 })
    expect(await get(moved, 'sync.run', {})).toMatchObject({ failed: 0 })
    await get(moved, 'store.restoredSeen', {})
    expect(await get(moved, 'store.restored', {})).toBeNull()
  },
  longest,
)

it(
  'refuses in words of its own what can’t be restored, and everything in the demonstration',
  async () => {
    const despacho = await composeForTest()
    const file = join(folderForTest(), 'lista.csv')
    writeFileSync(file, 'Objeto\nAA123456785BR\n')
    for (const name of ['store.examine', 'store.restore'] as const) {
      expect(await ask(despacho, name, { file })).toMatchObject({ error: { code: 'not-a-store' } })
      expect(await ask(despacho, name, { file: join(file, 'x') })).toMatchObject({ error: { code: 'copy-gone' } })
      expect(await ask(despacho, name, { backup: 'x' })).toMatchObject({ error: { code: 'copy-gone' } })
      expect(await ask(despacho, name, { backup: 'x', file })).toMatchObject({ error: { code: 'invalid_input' } })
    }
    expect(await ask(despacho, 'store.copyTo', { file: join(file, 'x') })).toMatchObject({
      error: { code: 'place-unwritable' },
    })
    const demo = await composeForTest({ demo: true })
    expect(await ask(demo, 'store.restore', { backup: 'x' })).toMatchObject({ error: { code: 'in-demonstration' } })
  },
  longest,
)
