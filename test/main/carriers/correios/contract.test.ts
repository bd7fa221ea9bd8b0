import { describe, expect, it } from 'vitest'
import { contractFacts, contractServices } from '../../../../src-main/carriers/correios/contract.ts'
import { findPostalCode } from '../../../../src-main/carriers/correios/postal-codes.ts'
import { json, type Arrival, type Reply } from '../../../support/loopback-server.ts'
import { bench, credentials, isToken, refusal } from './bench.ts'
import { cardToken } from './quote-bench.ts'

const cards: Readonly<Record<string, readonly [string, string][]>> = {
  '0012345678': [
    ['03298', 'PAC CONTRATO AG'],
    ['3220', 'SEDEX CONTRATO AG'],
    ['03301', 'PAC REVERSO'],
    ['05991', 'LOGISTICA REVERSA SEDEX PC'],
    ['38202', 'API PRECOS'],
    ['04227', 'CORREIOS MINI ENVIOS CTR AG'],
    ['07777', 'PAC NOVO AG'],
    ['80250', 'CARTA COMERCIAL'],
  ],
  '0076543210': [
    ['03220', 'SEDEX DO OUTRO CARTAO'],
    ['03298', 'PAC DO OUTRO CARTAO'],
  ],
}
const contract = '/meucontrato/v1/empresas/11222333000181/contratos'

const meuContrato = ({ path }: Arrival): Reply => {
  const [, card = ''] = /\/cartoes\/(\d+)\/servicos/.exec(path) ?? []
  if (card !== '')
    return json({ itens: (cards[card] ?? []).map(([codigo, descricao]) => ({ codigo, descricao })), page: {} })
  if (path.startsWith(`${contract}/9912345678/cartoes`)) {
    return json({
      itens: [
        { nuCartaoPostagem: '0099999999', dtFimVigencia: '2026-01-31T00:00:00', status: 'CANCELADO' },
        { nuCartaoPostagem: 12345678, dtFimVigencia: '2027-01-31', status: 'ATIVO' },
        { nuCartaoPostagem: '0076543210', dtFimVigencia: '31/12/2026', status: 'ATIVO' },
        'lixo',
      ],
      page: { number: 0 },
    })
  }
  if (path === `${contract}?vigente=S`) {
    return json([
      { nuContrato: '9900000000', dtFimVigencia: '2020-01-01' },
      { cnpj: '11222333000181', nuContrato: 9912345678, dtFimVigencia: '2027-03-31', status: 'ATIVO' },
    ])
  }
  return { status: 404 }
}

const gtw = json({ msg: 'GTW-012: API 566 restrita' }, 403)

describe('services of an account', () => {
  const services = async (answer: (arrival: Arrival) => Reply, account = credentials, tokens = cardToken) => {
    const { context } = await bench(answer, (n) => tokens(n))
    const found = await contractServices(account, context)
    return found.ok ? found.value.map(({ code, name }) => `${code} ${name}`) : found.error.code
  }
  const common = [
    '03298 PAC CONTRATO AG',
    '03220 SEDEX CONTRATO AG',
    '03158 SEDEX 10 CONTRATO AG',
    '03140 SEDEX 12 CONTRATO AG',
    '03204 SEDEX HOJE CONTRATO AG',
    '04227 CORREIOS MINI ENVIOS CTR AG',
  ]

  it('are those of its card that parcels are sent by', async () => {
    expect(await services(meuContrato)).toEqual([
      '03298 PAC CONTRATO AG',
      '03220 SEDEX CONTRATO AG',
      '04227 CORREIOS MINI ENVIOS CTR AG',
      '07777 PAC NOVO AG',
    ])
  })

  it('are those of the card that each is asked with', async () => {
    expect(await services(meuContrato, { ...credentials, sedexCard: '0076543210' })).toEqual([
      '03298 PAC CONTRATO AG',
      '04227 CORREIOS MINI ENVIOS CTR AG',
      '07777 PAC NOVO AG',
      '03220 SEDEX DO OUTRO CARTAO',
    ])
  })

  it.each<[string, (arrival: Arrival) => Reply]>([
    ['is not enabled', () => gtw],
    ['is down', () => ({ status: 503 })],
    ['answers HTML', () => ({ status: 200, body: '<html>' })],
    ['says something else', () => json({ mensagem: 'Nenhum registro' })],
    ['knows none', () => json({ itens: [] })],
  ])('are the common ones where Meu Contrato %s', async (_, answer) => {
    expect(await services(answer)).toEqual(common)
  })

  it('are the common ones where the token names no company', async () => {
    expect(await services(meuContrato, credentials, (n) => cardToken(n, { cnpj: undefined }))).toEqual(common)
  })

  it('are none where the access is refused', async () => {
    expect(await services(meuContrato, credentials, () => refusal(401))).toBe('carrier.credentials')
  })
})

describe('facts of a contract', () => {
  it('are its end and its cards, the account’s own first, with what is sent by them', async () => {
    const { context } = await bench(meuContrato, (n) => cardToken(n))
    expect(await contractFacts(credentials, context)).toEqual({
      ok: true,
      value: {
        cnpj: '11222333000181',
        contract: '9912345678',
        endsOn: '2027-03-31',
        cards: [
          {
            number: '0012345678',
            active: true,
            endsOn: '2027-01-31',
            services: [
              { code: '03298', name: 'PAC CONTRATO AG' },
              { code: '03220', name: 'SEDEX CONTRATO AG' },
              { code: '04227', name: 'CORREIOS MINI ENVIOS CTR AG' },
              { code: '07777', name: 'PAC NOVO AG' },
            ],
          },
          { number: '0099999999', active: false, endsOn: '2026-01-31', services: [] },
          {
            number: '0076543210',
            active: true,
            endsOn: '2026-12-31',
            services: [
              { code: '03220', name: 'SEDEX DO OUTRO CARTAO' },
              { code: '03298', name: 'PAC DO OUTRO CARTAO' },
            ],
          },
        ],
      },
    })
  })

  it('are a failure where Meu Contrato is not enabled', async () => {
    const { context } = await bench(
      () => gtw,
      (n) => cardToken(n),
    )
    expect(await contractFacts(credentials, context)).toMatchObject({
      ok: false,
      error: { code: 'carrier.not-enabled' },
    })
  })

  it('ask about cards of another contract by their own token', async () => {
    const world = await bench(meuContrato, (n) =>
      cardToken(n, n === 1 ? {} : { cartaoPostagem: { contrato: '9955555555', dr: 20, api: [566] } }),
    )
    const account = { ...credentials, sedexCard: '0076543210' }
    expect(await contractFacts(account, world.context)).toMatchObject({ ok: true, value: { contract: '9912345678' } })
    expect(world.server.ledger.filter(isToken).map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { numero: '0012345678', contrato: '9912345678', dr: 72 },
      { numero: '0076543210' },
    ])
  })
})

describe('a postal code', () => {
  const find = async (answer: () => Reply, code = '01001000') => {
    const world = await bench(answer, (n) => cardToken(n))
    const found = await findPostalCode(code, credentials, world.context)
    return {
      found: found.ok ? found.value : found.error.code,
      asked: world.server.ledger.filter((one) => !isToken(one)),
    }
  }
  const sé = {
    cep: '01001000',
    uf: 'SP',
    localidade: 'São Paulo',
    logradouro: 'Praça da Sé',
    bairro: 'Sé',
    tipoCEP: 2,
  }

  it('is a place', async () => {
    const { found, asked } = await find(() => json(sé))
    expect(found).toEqual({ code: '01001000', state: 'SP', city: 'São Paulo', district: 'Sé', street: 'Praça da Sé' })
    expect(asked.map(({ path }) => path)).toEqual(['/cep/v2/enderecos/01001000'])
  })

  it('of a whole town has neither district nor street', async () => {
    const { found } = await find(() =>
      json({ cep: '01001-000', uf: 'sp', localidade: 'Águas', bairro: '', logradouro: null }),
    )
    expect(found).toEqual({ code: '01001000', state: 'SP', city: 'Águas', district: null, street: null })
  })

  it.each<[string, Reply, string | null]>([
    ['unknown', refusal(400, 'CEP inexistente'), null],
    ['unknown by a message with 200', json({ mensagem: 'CEP não encontrado' }), null],
    ['unknown with 404', refusal(404, 'CEP-003: não encontrado'), null],
    ['of another place', json({ ...sé, cep: '20040002' }), 'carrier.malformed-answer'],
    ['closed to the contract', json({ msg: 'GTW-012: API 41 restrita' }, 403), 'carrier.not-enabled'],
    ['answered by HTML', { status: 200, body: '<html>' }, 'carrier.malformed-answer'],
    ['refused without a word', { status: 400 }, 'carrier.rejected'],
    ['down', { status: 503 }, 'carrier.down'],
  ])('%s', async (_, reply, expected) => {
    expect((await find(() => reply)).found).toBe(expected)
  })

  it('that is none is not asked about', async () => {
    const { found, asked } = await find(() => json(sé), '0100-000')
    expect(found).toBeNull()
    expect(asked).toEqual([])
  })
})
