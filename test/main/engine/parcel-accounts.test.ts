import { expect, it } from 'vitest'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount, storeParcels } from '../../support/composition.ts'

const longest = 60_000

it(
  'remembers the account that a parcel was known for, asks it first, and does not let it go unasked',
  async () => {
    const { sandbox, url, parcels } = await correiosSandbox(40)
    const despacho = await composeForTest({ sandboxUrl: url })
    await storeParcels(despacho, parcels)
    const old = await get(despacho, 'accounts.save', {
      ...sandboxAccount,
      name: 'Old',
      secrets: { accessCode: 'no longer good' },
    })
    const good = await get(despacho, 'accounts.save', sandboxAccount)
    await get(despacho, 'sync.run', {})
    const { rows } = await get(despacho, 'parcels.search', { filter: { watch: 'watched' }, limit: 100 })
    const details = await Promise.all(rows.map(({ id }) => get(despacho, 'parcels.get', { id })))
    const known = details.filter(({ account }) => account !== null)
    expect(known.length).toBeGreaterThan(2)
    expect(known[0]?.account).toEqual({ id: good.id, name: 'Loja' })

    const before = sandbox.ledger.since(0).length
    await get(despacho, 'sync.run', { selection: { kind: 'ids', ids: known.map(({ parcel }) => parcel.id) } })
    const asked = sandbox.ledger.since(0).slice(before)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(({ status }) => status !== 200)).toEqual([])

    const refused = await ask(despacho, 'accounts.remove', { id: good.id })
    expect(refused).toMatchObject({ error: { code: 'account-in-use', detail: { count: known.length, name: 'Loja' } } })
    const nobody = await ask(despacho, 'accounts.remove', { id: good.id, parcels: { kind: 'move', to: good.id } })
    expect(nobody).toMatchObject({ error: { code: 'account-unknown' } })
    expect(await get(despacho, 'accounts.list', {})).toHaveLength(2)

    await get(despacho, 'accounts.remove', { id: good.id, parcels: { kind: 'move', to: old.id } })
    const [left] = await get(despacho, 'accounts.list', {})
    expect(left).toMatchObject({ id: old.id, dependents: rows.length })
    expect(await ask(despacho, 'accounts.remove', { id: old.id })).toMatchObject({
      error: { code: 'account-in-use', detail: { count: rows.length } },
    })

    await get(despacho, 'accounts.remove', { id: old.id, parcels: { kind: 'stop' } })
    expect(await get(despacho, 'accounts.list', {})).toEqual([])
    const [first] = known
    const after = await get(despacho, 'parcels.get', { id: first?.parcel.id })
    expect(after).toMatchObject({ parcel: { watch: 'silent', nextCheckAt: null }, account: null })
    expect(after.history[0]).toMatchObject({ kind: 'watch', detail: { from: 'watched', to: 'silent' } })
    expect((await get(despacho, 'store.check', {})).found).toEqual([])
  },
  longest,
)
