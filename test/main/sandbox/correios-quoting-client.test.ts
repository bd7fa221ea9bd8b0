import { describe, expect, it } from 'vitest'
import type { QuoteQuestion } from '../../../src-main/carriers/carrier.ts'
import { correios } from '../../../src-main/carriers/correios/index.ts'
import type { Shipment } from '../../../src-main/domain/shipment.ts'
import { chargedWeight } from '../../../src-main/domain/volumetric-weight.ts'
import type { FaultRule } from '../../../src-main/sandbox/faults.ts'
import { clientUnderTest, type ClientUnderTest } from './client-under-test.ts'

const { quoting, contract, postalCodes, access } = correios.capabilities

/** 300 g as in the carrier's manual, from one end of Brasília to the other, on the sandbox's Monday. */
const shipment = (more: Partial<Shipment> = {}): Shipment => ({
  from: '70902000',
  to: '71930000',
  weightG: 300,
  format: 'box',
  lengthMm: 200,
  widthMm: 200,
  heightMm: 200,
  declaredValue: null,
  receipt: false,
  ownHands: false,
  postedOn: '2026-11-23',
  ...more,
})
const question = (service: string, more: Partial<Shipment> = {}, key = service): QuoteQuestion => ({
  key,
  service,
  shipment: shipment(more),
})

const change = ({ sandbox }: ClientUnderTest, settings: object) => sandbox.settings('correios')?.change(settings)
const requestsTo = ({ sandbox }: ClientUnderTest, path: string) =>
  sandbox.ledger.since(0).filter((entry) => entry.path.startsWith(path))

/** What came of each question: `priced`, or the code of its refusal or failure. */
async function ask(
  client: ClientUnderTest,
  questions: readonly QuoteQuestion[],
  api: 'prices' | 'deadlines' = 'prices',
) {
  const answers = await quoting[api](questions, client.credentials, client.context)
  return questions.map(({ key }) => {
    const answer = answers.get(key)
    return answer?.ok ? 'answered' : answer?.error.code
  })
}

describe('prices', () => {
  it('of every service of the contract come in one request and add up', async () => {
    const client = await clientUnderTest(correios)
    const services = await quoting.services(client.credentials, client.context)
    const codes = services.ok ? services.value.map(({ code }) => code) : []
    expect(codes).toEqual(['03220', '03298', '03158', '03140', '03204', '04227'])
    const asked = codes.map((code) => question(code, { declaredValue: 5000, receipt: true }))
    const answers = await quoting.prices(asked, client.credentials, client.context)
    for (const { key, service } of asked) {
      const answer = answers.get(key)
      if (!answer?.ok) throw new Error(`${service}: ${JSON.stringify(answer?.error)}`)
      const { total, service: bare, extras, chargedWeightG, byVolume } = answer.value
      expect(total).toBe(bare + extras.reduce((sum, { price }) => sum + price, 0))
      expect(extras.map(({ code }) => code)).toHaveLength(2)
      expect({ chargedWeightG, byVolume }).toEqual({ chargedWeightG: 300, byVolume: false })
    }
    expect(requestsTo(client, '/preco').map(({ status }) => status)).toEqual([200])
  })

  it.each<[string, Partial<Shipment>]>([
    ['light and large', { lengthMm: 600, widthMm: 500, heightMm: 400 }],
    ['of five kilograms by volume', { lengthMm: 500, widthMm: 300, heightMm: 200 }],
    ['heavier than its volume', { lengthMm: 600, widthMm: 500, heightMm: 400, weightG: 25_000 }],
    ['a roll', { format: 'roll', lengthMm: 900, widthMm: 300, heightMm: null }],
    ['an envelope', { format: 'envelope', lengthMm: 400, widthMm: 300, heightMm: null }],
  ])('charge what is known beforehand: %s', async (_, more) => {
    const client = await clientUnderTest(correios)
    const answers = await quoting.prices([question('03298', more)], client.credentials, client.context)
    const { weightG, byVolume } = chargedWeight(shipment(more))
    expect(answers.get('03298')).toMatchObject({ ok: true, value: { chargedWeightG: weightG, byVolume } })
  })

  it('are asked in batches as large as the carrier takes', async () => {
    const client = await clientUnderTest(correios)
    change(client, { quotes: { batchLimit: 5 } })
    const asked = Array.from({ length: 30 }, (_, i) => question('03298', { weightG: 300 + i }, `k${i}`))
    expect(new Set(await ask(client, asked))).toEqual(new Set(['answered']))
    const taken = requestsTo(client, '/preco').filter(({ status }) => status === 200)
    expect(taken.length).toBeLessThanOrEqual(9)
  })

  it.each<[string, object, QuoteQuestion, string]>([
    [
      'an unserved pair',
      { unserved: [{ product: '03140', from: '70', to: '71' }] },
      question('03140'),
      'quote.route-not-served',
    ],
    ['a service that is not on the card (ERP-010)', {}, question('03662'), 'quote.service-not-contracted'],
    [
      'a service that is not on the card (CON-011)',
      { notContracted: 'CON-011' },
      question('03662'),
      'quote.service-not-contracted',
    ],
    ['a declared value', {}, question('03298', { declaredValue: 500_000 }), 'quote.declared-value-range'],
    ['an extra', {}, question('04227', { ownHands: true }), 'quote.extra-not-offered'],
    ['a postal code', {}, question('03298', { to: '00000000' }), 'quote.postal-code'],
    [
      'a weight that only the carrier knows',
      { heaviestG: { '04227': 300 } },
      question('04227', { weightG: 301 }),
      'quote.refused',
    ],
  ])('are refused for %s, beside one that is not', async (_, quotes, refused, code) => {
    const client = await clientUnderTest(correios)
    change(client, { quotes })
    expect(await ask(client, [refused, question('03220')])).toEqual([code, 'answered'])
  })

  it('renew a token that ends in between', async () => {
    const client = await clientUnderTest(correios)
    await ask(client, [question('03298')])
    change(client, { revokeTokens: true })
    expect(await ask(client, [question('03220')])).toEqual(['answered'])
  })

  it.each<[string, FaultRule, string]>([
    ['HTML', { kind: 'html' }, 'carrier.malformed-answer'],
    ['JSON that is cut off', { kind: 'cut' }, 'carrier.malformed-answer'],
    ['an empty body', { kind: 'empty' }, 'carrier.malformed-answer'],
    ['a 503', { kind: 'status', status: 503 }, 'carrier.down'],
    ['an empty 429', { kind: 'rate-limit' }, 'carrier.rate-limited'],
    ['fields nobody has heard of', { kind: 'extra-fields' }, 'answered'],
  ])('answered by %s', async (_, fault, expected) => {
    const client = await clientUnderTest(correios)
    client.sandbox.faults.add({ ...fault, match: '/preco' })
    expect(await ask(client, [question('03298'), question('03220')])).toEqual([expected, expected])
  })
})

describe('deadlines', () => {
  it('have a last day, and a warning where nobody delivers', async () => {
    const client = await clientUnderTest(correios)
    const asked = [question('03220'), question('03298', { to: '69850000' })]
    const answers = await quoting.deadlines(asked, client.credentials, client.context)
    expect(answers.get('03220')).toMatchObject({ ok: true, value: { homeDelivery: true, warning: null } })
    const far = answers.get('03298')
    expect(far).toMatchObject({ ok: true, value: { homeDelivery: false } })
    if (far?.ok) expect(far.value.warning).not.toBeNull()
    for (const answer of answers.values()) if (answer.ok) expect(answer.value.latestOn).toMatch(/^2026-1[12]-\d\d$/)
  })

  it('are refused for a postal code that is none', async () => {
    const client = await clientUnderTest(correios)
    expect(await ask(client, [question('03298', { to: '00000000' }), question('03220')], 'deadlines')).toEqual([
      'quote.postal-code',
      'answered',
    ])
  })
})

describe('a contract', () => {
  const card = { number: '0012345678', dr: 72, apis: [34, 35, 36, 41, 87, 93, 566] }
  const own = {
    user: 'lojaexemplo',
    accessCode: 'codigo-de-acesso-da-demonstracao',
    cnpj: '11222333000181',
    contract: '9912345678',
  }
  const states = async ({ credentials, context }: ClientUnderTest) => {
    const { permissions } = await access.check(credentials, context)
    return Object.fromEntries(permissions.map(({ name, state }) => [name, state]))
  }

  it('has its end, its cards and their services', async () => {
    const client = await clientUnderTest(correios)
    const found = await contract.facts(client.credentials, client.context)
    expect(found).toMatchObject({
      ok: true,
      value: {
        cnpj: own.cnpj,
        contract: own.contract,
        endsOn: '2035-01-01',
        cards: [{ number: card.number, active: true }],
      },
    })
    const { contract: shown } = await access.check(client.credentials, client.context)
    expect(found).toEqual({ ok: true, value: shown })
  })

  it('grants everything to the sample account', async () => {
    const found = await states(await clientUnderTest(correios))
    expect(new Set(Object.values(found))).toEqual(new Set(['granted']))
  })

  it.each([
    ['price', '38202'],
    ['deadline', '38210'],
    ['postal-code', '86738'],
    ['pre-posting', '86720'],
    ['suspension', '38237'],
    ['tracking', '38229'],
  ])('lacks %s where its card has no service %s', async (name, service) => {
    const client = await clientUnderTest(correios)
    const services = ['03298', '03220', '38202', '38210', '86720', '38229', '38237', '86738'].filter(
      (code) => code !== service,
    )
    change(client, { accounts: [{ ...own, cards: [{ ...card, services }] }] })
    expect(Object.entries(await states(client)).filter(([, state]) => state !== 'granted')).toEqual([[name, 'missing']])
  })

  it('is quoted without Meu Contrato', async () => {
    const client = await clientUnderTest(correios)
    change(client, { accounts: [{ ...own, cards: [{ ...card, apis: [34, 35, 87] }] }] })
    const services = await quoting.services(client.credentials, client.context)
    expect(services.ok && services.value.map(({ code }) => code)).toContain('03298')
    expect(await ask(client, [question('03298')])).toEqual(['answered'])
  })

  it('asks for SEDEX by a second card', async () => {
    const plain = await clientUnderTest(correios)
    const pacOnly = { ...card, services: ['03298', '38202', '38210'] }
    const sedexOnly = { ...card, number: '0076543210', services: ['03220', '38202', '38210'] }
    change(plain, { accounts: [{ ...own, cards: [pacOnly, sedexOnly] }] })
    const both = [question('03298'), question('03220')]
    expect(await ask(plain, both)).toEqual(['answered', 'quote.service-not-contracted'])
    const client = { ...plain, credentials: { ...plain.credentials, sedexCard: sedexOnly.number } }
    expect(await ask(client, both)).toEqual(['answered', 'answered'])
  })
})

describe('a postal code', () => {
  it('is a place, or unknown', async () => {
    const client = await clientUnderTest(correios)
    const find = (code: string) => postalCodes.find(code, client.credentials, client.context)
    expect(await find('01310100')).toMatchObject({ ok: true, value: { code: '01310100', state: 'SP' } })
    expect(await find('00000000')).toEqual({ ok: true, value: null })
  })
})
