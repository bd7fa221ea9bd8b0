import { expect, it } from 'vitest'
import { sampleCorreiosAccount } from '../../../src-main/carriers/correios/sandbox/accounts.ts'
import { composeForTest, correiosSandbox, get, sandboxAccount } from '../../support/composition.ts'

const longest = { timeout: 60_000 }

it(
  'says what was granted before and is no longer, until it is again; and the first day on which something ends',
  longest,
  async () => {
    const { sandbox, url } = await correiosSandbox(2)
    const despacho = await composeForTest({ sandboxUrl: url })
    const { id } = await get(despacho, 'accounts.save', sandboxAccount)
    const access = async () => (await get(despacho, 'accounts.list', {}))[0]?.access
    const [card] = sampleCorreiosAccount.cards
    if (!card) throw new Error('the sandbox has no card')
    const has = (apis: readonly number[]) =>
      sandbox.settings('correios')?.change({
        revokeTokens: true,
        accounts: [
          {
            ...sampleCorreiosAccount,
            validUntil: '2027-06-30',
            cards: [{ ...card, apis, validUntil: '2027-03-31' }],
          },
        ],
      })
    expect(await access()).toBeNull()
    has(card.apis)
    await get(despacho, 'accounts.check', { id })
    expect(await access()).toMatchObject({ lost: [], endsOn: '2027-03-31' })
    has(card.apis.filter((api) => api !== 34))
    await get(despacho, 'accounts.check', { id })
    expect(await access()).toMatchObject({ lost: ['price'], endsOn: '2027-03-31' })
    await get(despacho, 'accounts.check', { id })
    expect(await access()).toMatchObject({ lost: ['price'] })
    has(card.apis)
    await get(despacho, 'accounts.check', { id })
    expect(await access()).toMatchObject({ lost: [] })
  },
)

it('a test that got no answer changes nothing of what is known', longest, async () => {
  const { sandbox, url } = await correiosSandbox(2)
  const despacho = await composeForTest({ sandboxUrl: url })
  const { id } = await get(despacho, 'accounts.save', sandboxAccount)
  await get(despacho, 'accounts.check', { id })
  const before = (await get(despacho, 'accounts.list', {}))[0]?.access
  expect(before).not.toBeNull()
  sandbox.settings('correios')?.change({ revokeTokens: true })
  sandbox.faults.add({ kind: 'status', status: 503 })
  await get(despacho, 'accounts.check', { id })
  expect((await get(despacho, 'accounts.list', {}))[0]?.access).toEqual(before)
})
