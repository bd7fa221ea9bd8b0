import { expect, it } from 'vitest'
import { correios } from '../../../src-main/carriers/correios/index.ts'
import type { FaultRule } from '../../../src-main/sandbox/faults.ts'
import { clientUnderTest, type ClientUnderTest } from './client-under-test.ts'
import { hour, monday } from './sandbox-under-test.ts'

const tracking = '/srorastro'
const { fetch } = correios.capabilities.tracking

type Tested = ClientUnderTest & {
  readonly codes: readonly string[]
  /** Asks about all codes, and sums up each answer in a word. */
  ask(): Promise<readonly string[]>
}

/** A client and parcels that are out for delivery. */
async function withParcels(count: number, options: { timeoutMs?: number } = {}): Promise<Tested> {
  const client = await clientUnderTest(correios, options)
  const { sandbox, credentials, context } = client
  const codes = Array.from({ length: count }, () => {
    const made = sandbox.maker.make({ carrier: 'correios', template: 'sedex', startAt: monday - 48 * hour })
    if (!made.ok) throw new Error(made.error)
    sandbox.load([made.value])
    return made.value.code
  })
  return {
    ...client,
    codes,
    async ask() {
      const answers = await fetch(codes, credentials, context)
      expect([...answers.keys()]).toEqual(codes)
      return [...answers.values()].map((answer) => (answer.ok ? answer.value.kind : answer.error.code))
    },
  }
}

const requestsTo = ({ sandbox }: Tested, path: string) =>
  sandbox.ledger.since(0).filter((entry) => entry.path.startsWith(path))

const statuses = (tested: Tested, path: string) => requestsTo(tested, path).map(({ status }) => status)

it('asks about 120 parcels in three requests with one token, within its budget', async () => {
  const tested = await withParcels(120)
  expect(new Set(await tested.ask())).toEqual(new Set(['known']))
  expect(statuses(tested, '/token')).toEqual([201])
  expect(statuses(tested, tracking)).toEqual([200, 200, 200])
  const counters = tested.sandbox.ledger.counters('correios')
  expect(counters).toMatchObject({ codesAsked: 120, codesAnswered: 120 })
  expect(counters.maxConcurrency).toBeLessThanOrEqual(correios.budget.concurrency)
})

it('waits as long as Retry-After says', async () => {
  const tested = await withParcels(3)
  tested.sandbox.faults.add({ match: tracking, kind: 'rate-limit', retryAfter: 7, times: 1 })
  expect(await tested.ask()).toEqual(['known', 'known', 'known'])
  const [refused, again] = requestsTo(tested, tracking)
  expect([refused?.status, again?.status]).toEqual([429, 200])
  expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(7000)
})

it('gives a 429 without Retry-After some seconds, and does not hammer', async () => {
  const tested = await withParcels(3)
  tested.sandbox.faults.add({ match: tracking, kind: 'rate-limit', times: 2 })
  expect(await tested.ask()).toEqual(['known', 'known', 'known'])
  const times = requestsTo(tested, tracking).map(({ at }) => at)
  const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(pauses).toHaveLength(2)
  expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0)
})

it.each([500, 502, 503, 504])(
  'tries again after a %i, with growing pauses, and then says the carrier is down',
  async (status) => {
    const tested = await withParcels(2)
    tested.sandbox.faults.add({ match: tracking, kind: 'status', status, times: 2 })
    expect(await tested.ask()).toEqual(['known', 'known'])
    expect(statuses(tested, tracking)).toEqual([status, status, 200])
    tested.sandbox.faults.add({ match: tracking, kind: 'status', status })
    expect(await tested.ask()).toEqual(['carrier.down', 'carrier.down'])
  },
)

it('gives up waiting for an answer that does not come, and tries again', async () => {
  const tested = await withParcels(2, { timeoutMs: 500 })
  tested.sandbox.faults.add({ match: tracking, kind: 'timeout', times: 1 })
  expect(await tested.ask()).toEqual(['known', 'known'])
  await expect.poll(() => statuses(tested, tracking)).toEqual([0, 200])
})

it('tries again when the connection is broken off', async () => {
  const tested = await withParcels(2)
  tested.sandbox.faults.add({ match: tracking, kind: 'reset', times: 1 })
  expect(await tested.ask()).toEqual(['known', 'known'])
  expect(statuses(tested, tracking)).toEqual([0, 200])
})

it.each<[string, FaultRule]>([
  ['JSON that is cut off', { kind: 'cut' }],
  ['HTML', { kind: 'html' }],
  ['an empty body', { kind: 'empty' }],
])('takes %s for one batch as no answer, and leaves the others alone', async (_what, fault) => {
  const tested = await withParcels(60)
  const [first = ''] = tested.codes
  tested.sandbox.faults.add({ ...fault, match: first })
  const answers = await tested.ask()
  expect(new Set(answers.slice(0, 50))).toEqual(new Set(['carrier.malformed-answer']))
  expect(new Set(answers.slice(50))).toEqual(new Set(['known']))
})

it.each<[string, FaultRule]>([
  ['fields nobody has heard of', { kind: 'extra-fields' }],
  ['letters in the wrong encoding', { kind: 'wrong-charset' }],
])('reads an answer with %s all the same', async (_what, fault) => {
  const tested = await withParcels(2)
  tested.sandbox.faults.add({ ...fault, match: tracking })
  expect(await tested.ask()).toEqual(['known', 'known'])
})

it('does not take a message instead of parcels for an answer about them', async () => {
  const tested = await withParcels(2)
  tested.sandbox.faults.add({ match: tracking, kind: 'msg-body' })
  for (const answer of await tested.ask()) expect(answer).toMatch(/^carrier\./)
})

it('renews a token that ends while batches are under way, once for all', async () => {
  const tested = await withParcels(150)
  await tested.ask()
  tested.sandbox.settings('correios')?.change({ revokeTokens: true })
  expect(new Set(await tested.ask())).toEqual(new Set(['known']))
  expect(statuses(tested, '/token')).toEqual([201, 201])
  expect(statuses(tested, tracking).filter((status) => status === 200)).toHaveLength(6)
})

it('does not let an invalid and an unknown code spoil the batch', async () => {
  const { sandbox, context, credentials, codes } = await withParcels(1)
  const asked = ['AA123456789BR', ...codes, 'AA123456785BR']
  const answers = await fetch(asked, credentials, context)
  const words = asked.map((code) => {
    const answer = answers.get(code)
    return answer?.ok ? answer.value.kind : answer?.error.carrierCode
  })
  expect(words).toEqual(['SRO-019', 'known', 'not-found'])
  expect(sandbox.ledger.counters('correios')).toMatchObject({ codesAsked: 3, codesAnswered: 1 })
})

const card = { number: '0012345678', dr: 72, apis: [34, 35, 87] }
const account = { user: 'lojaexemplo', cnpj: '11222333000181', contract: '9912345678' }
const accessCode = 'codigo-de-acesso-da-demonstracao'

it.each([
  ['a wrong code', { ...account, accessCode: 'outro', cards: [card] }, 'carrier.credentials'],
  ['an expired code', { ...account, accessCode, expiresAt: monday, cards: [card] }, 'carrier.credentials-expired'],
  ['a fresh code', { ...account, accessCode, activeFrom: monday + hour, cards: [card] }, 'carrier.credentials'],
  ['an unknown card', { ...account, accessCode, cards: [] }, 'carrier.posting-card-unknown'],
  ['no API 87', { ...account, accessCode, cards: [{ ...card, apis: [34] }] }, 'carrier.not-enabled'],
  ['everything right', { ...account, accessCode, cards: [card] }, undefined],
])('tells %s apart when the connection is tried', async (_what, configured, code) => {
  const { sandbox, context, credentials } = await withParcels(1)
  sandbox.settings('correios')?.change({ accounts: [configured] })
  const { failure } = await correios.capabilities.access.check(credentials, context)
  expect(failure?.code).toBe(code)
})
