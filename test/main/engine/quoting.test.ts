import { expect, it } from 'vitest'
import type { Quote } from '../../../src-main/contract/quotes.contract.ts'
import { ask, composeForTest, correiosSandbox, get, sandboxAccount } from '../../support/composition.ts'

const longest = 60_000

const fields = { ...sandboxAccount.fields, originPostalCode: '01310100', extraDays: '2', extraValue: '10%' }
const box = { to: '22250040', weightG: 800, format: 'box', lengthMm: 200, widthMm: 150, heightMm: 100 } as const

async function desk(more: Parameters<typeof composeForTest>[0] = {}) {
  const { sandbox, url } = await correiosSandbox(2)
  const despacho = await composeForTest({ sandboxUrl: url, ...more })
  const { id } = await get(despacho, 'accounts.save', { ...sandboxAccount, fields })
  const asked = (path: string) => sandbox.ledger.since(0, 'correios').filter((entry) => entry.path.startsWith(path))
  return {
    sandbox,
    url,
    despacho,
    id,
    asked,
    quote: (input: object = {}) => get(despacho, 'quotes.single', { ...box, ...input }),
  }
}

const offerOf = (quote: Quote, name: RegExp) => {
  const found = quote.offers.find(({ service }) => name.test(service.name))
  if (!found) throw new Error(`no ${name} in ${quote.offers.map(({ service }) => service.name).join()}`)
  return found
}

it(
  'every service of the contract has its price and deadline, and what the customer is told beside it',
  { timeout: longest },
  async () => {
    const { quote, asked } = await desk()
    const answer = await quote()
    expect(answer).toMatchObject({ waiting: false, shipment: { from: '01310100', ...box } })
    const pac = offerOf(answer, /^PAC/)
    const sedex = offerOf(answer, /^SEDEX CONTRATO/)
    for (const { price, deadline, customer, problems } of [pac, sedex]) {
      expect(problems).toEqual([])
      expect(price).toMatchObject({ source: 'carrier', of: null })
      expect(price?.value.total).toBeGreaterThan(500)
      expect(customer?.total).toBe(Math.round((price?.value.total ?? 0) * 1.1))
      expect(customer?.days).toBe((deadline?.value.days ?? 0) + 2)
      expect(String(customer?.latestOn) > String(deadline?.value.latestOn)).toBe(true)
    }
    expect(answer.cheapest).toBe(
      [...answer.offers].sort((a, b) => (a.price?.value.total ?? 1e9) - (b.price?.value.total ?? 1e9))[0]?.service.code,
    )
    // All services in one request each for prices and for deadlines.
    expect(asked('/preco/')).toHaveLength(1)
    expect(asked('/prazo/')).toHaveLength(1)
  },
)

it(
  'the same question is answered from what was said, with its time, and the carrier is not asked again',
  { timeout: longest },
  async () => {
    const { quote, asked } = await desk()
    const first = await quote()
    const second = await quote()
    expect(asked('/preco/')).toHaveLength(1)
    expect(asked('/prazo/')).toHaveLength(1)
    const [before, after] = [offerOf(first, /^PAC/), offerOf(second, /^PAC/)]
    expect(after.price).toMatchObject({ source: 'kept', value: before.price?.value })
    expect(after.price?.at).toBe(before.price?.at)
    await quote({ weightG: 801 })
    expect(asked('/preco/')).toHaveLength(2)
  },
)

it('a service that refuses does not hide the others', { timeout: longest }, async () => {
  const { sandbox, quote } = await desk()
  sandbox.settings('correios')?.change({
    quotes: { unserved: [{ product: '03220', from: '01310100', to: '22250040' }] },
  })
  const answer = await quote()
  expect(offerOf(answer, /^SEDEX CONTRATO/)).toMatchObject({
    price: null,
    customer: null,
    problems: expect.arrayContaining([expect.objectContaining({ part: 'price', code: 'quote.route-not-served' })]),
  })
  expect(offerOf(answer, /^PAC/).price).not.toBeNull()
  expect(answer.cheapest).not.toBe('03220')
})

it('what the carrier would refuse is said before it is asked, by how much', { timeout: longest }, async () => {
  const { quote, asked } = await desk()
  const answer = await quote({ weightG: 31_000 })
  for (const { problems, price } of answer.offers) {
    expect(price).toBeNull()
    expect(problems[0]).toMatchObject({ part: 'shipment', code: 'quote.too-heavy', detail: { is: 31_000 } })
  }
  expect(asked('/preco/')).toEqual([])
})

it(
  'with the carrier down the last known price of the lane is there, marked with its age, and never a zero',
  { timeout: longest },
  async () => {
    const { sandbox, quote } = await desk()
    const before = await quote()
    sandbox.faults.add({ kind: 'status', status: 503, match: '/preco' })
    sandbox.faults.add({ kind: 'status', status: 503, match: '/prazo' })
    const answer = await quote({ to: '22250999', weightG: 790 })
    const pac = offerOf(answer, /^PAC/)
    expect(pac.price).toMatchObject({
      source: 'last-known',
      of: '22250040',
      value: { total: offerOf(before, /^PAC/).price?.value.total },
    })
    expect(pac.price?.at).toBe(offerOf(before, /^PAC/).price?.at)
    expect(pac.deadline).toMatchObject({ source: 'last-known' })
    expect(pac.problems.map(({ part, code }) => [part, code])).toEqual([
      ['price', 'carrier.down'],
      ['deadline', 'carrier.down'],
    ])
    const elsewhere = offerOf(await quote({ to: '69005010' }), /^PAC/)
    expect(elsewhere).toMatchObject({ price: null, customer: null })
  },
)

it(
  'after two seconds without an answer the person has what there is, and the answer when it comes',
  { timeout: longest },
  async () => {
    const { sandbox, despacho, quote } = await desk()
    await quote()
    sandbox.faults.add({ kind: 'timeout', ms: 4000, match: '/preco' })
    const told: { readonly at: number; readonly quote: Quote }[] = []
    const began = Date.now()
    const reply = await ask(
      despacho,
      'quotes.single',
      { ...box, weightG: 700 },
      {
        onProgress: (progress) => told.push({ at: Date.now() - began, quote: progress as Quote }),
      },
    )
    expect(told).toHaveLength(1)
    expect(told[0]?.at).toBeLessThan(2000)
    expect(told[0]?.quote.waiting).toBe(true)
    const meanwhile = offerOf(told[0]?.quote as Quote, /^PAC/)
    expect(meanwhile.price).toMatchObject({ source: 'last-known' })
    expect(meanwhile.deadline).toMatchObject({ source: 'carrier' })
    expect(meanwhile.problems).toMatchObject([{ part: 'price', code: 'waiting' }])
    const final = reply.ok ? offerOf(reply.value, /^PAC/) : null
    expect(final).toMatchObject({ price: { source: 'carrier' }, problems: [] })
  },
)

it('off line nobody is asked, and the known services have their last known prices', { timeout: longest }, async () => {
  const { despacho, quote, asked } = await desk({ needsNetwork: true })
  await quote()
  despacho.setOnline(false)
  const count = asked('/').length
  const pac = offerOf(await quote({ weightG: 700 }), /^PAC/)
  expect(asked('/')).toHaveLength(count)
  expect(pac.price).toMatchObject({ source: 'last-known' })
  expect(pac.problems).toMatchObject([{ code: 'off-line' }, { code: 'off-line' }])
})

it('the last quotes are kept, the newest first, also after a restart', { timeout: longest }, async () => {
  const { despacho, url, quote } = await desk()
  await quote()
  await quote({ weightG: 2000 })
  await despacho.stop()
  const again = await composeForTest({ sandboxUrl: url, dataDir: despacho.dataDir })
  const recent = await get(again, 'quotes.recent', {})
  expect(recent.map(({ shipment }) => shipment.weightG)).toEqual([2000, 800])
})

it('says that an account or an origin is missing', { timeout: longest }, async () => {
  const { url } = await correiosSandbox(2)
  const despacho = await composeForTest({ sandboxUrl: url })
  expect(await ask(despacho, 'quotes.single', box)).toMatchObject({ ok: false, error: { code: 'no-quoting-account' } })
  await get(despacho, 'accounts.save', sandboxAccount)
  expect(await ask(despacho, 'quotes.single', box)).toMatchObject({ ok: false, error: { code: 'origin-missing' } })
  expect(await ask(despacho, 'quotes.single', { ...box, from: '01310100' })).toMatchObject({ ok: true })
})
