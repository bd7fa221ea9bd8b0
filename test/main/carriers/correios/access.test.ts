import { describe, expect, it } from 'vitest'
import { checkAccess } from '../../../../src-main/carriers/correios/access.ts'
import { fetchTracking } from '../../../../src-main/carriers/correios/client.ts'
import { json, type Arrival, type Reply } from '../../../support/loopback-server.ts'
import { bench, type Bench, codes, credentials, isToken, objects, refusal, token } from './bench.ts'
import { askedItems, cardToken, deadlines, isBatch, prices } from './quote-bench.ts'

describe('what went wrong with the access', () => {
  it.each<[string, Reply, string]>([
    ['a wrong user or access code, no body', { status: 401 }, 'carrier.credentials'],
    ['a wrong user or access code, HTML', { status: 401, body: '<html>' }, 'carrier.credentials'],
    ['no access code', refusal(401, 'Senha não foi informada'), 'carrier.credentials'],
    ['an expired access code', refusal(401, 'Código de acesso expirado'), 'carrier.credentials-expired'],
    [
      'an unknown posting card',
      refusal(400, 'TOK-003: Cartão de postagem não localizado: 12345678'),
      'carrier.posting-card-unknown',
    ],
    ['a card of somebody else', refusal(400, 'Cartão não vinculado ao CNPJ'), 'carrier.posting-card-unknown'],
    [
      'a message of objects',
      json({ msgs: [{ texto: 'TOK-003: Cartão de postagem não localizado: 1' }] }, 400),
      'carrier.posting-card-unknown',
    ],
    ['Bearer where Basic is due', refusal(401, "GTW-014: Utilize 'Authorization: Basic'"), 'carrier.rejected'],
    ['the service not on the card', refusal(403, 'CON-011: serviço não contratado'), 'carrier.not-enabled'],
    ['the gateway down, no body', { status: 503 }, 'carrier.down'],
    ['HTML instead of a token', { status: 200, body: '<html>' }, 'carrier.malformed-answer'],
    ['an answer without a token', json({ id: 'x' }, 201), 'carrier.malformed-answer'],
    ['a page that is not there', { status: 404, body: '<html>' }, 'carrier.malformed-answer'],
  ])('%s: %s', async (_, reply, code) => {
    const { context } = await bench(objects, () => reply)
    const { failure, permissions } = await checkAccess(credentials, context)
    expect(failure?.code).toBe(code)
    expect(permissions.map(({ state }) => state)).toEqual(['missing', ...Array.from({ length: 7 }, () => 'not-tried')])
  })

  it('is this computer’s clock when the carrier refuses and its own clock says another time', async () => {
    const headers = { date: 'Fri, 20 Nov 2026 09:00:00 GMT' }
    const { context } = await bench(objects, () => ({ status: 401, headers }), true)
    expect((await checkAccess(credentials, context)).failure).toMatchObject({
      code: 'carrier.clock-wrong',
      clockOffMs: 3 * 3_600_000,
    })
  })

  it('shows in the health until the access is accepted', async () => {
    let wrong = true
    const under = await bench(objects, () => (wrong ? refusal(401) : token('t')))
    const { http } = under.context
    await fetchTracking(codes(1), credentials, under.context)
    expect(http.health()).toMatchObject({ state: 'refused', reason: 'carrier.credentials' })
    wrong = false
    await checkAccess(credentials, under.context)
    expect(http.health()).toMatchObject({ state: 'up', reason: null })
  })
})

describe('checkAccess', () => {
  const states = async (under: Bench) => {
    const { failure, permissions } = await checkAccess(credentials, under.context)
    return {
      failure: failure?.code ?? null,
      ...Object.fromEntries(permissions.map(({ name, state }) => [name, state])),
    }
  }

  const company = '/meucontrato/v1/empresas/11222333000181/contratos'
  const services = ['03298', '03220', '38202', '38210', '86720', '38229', '38237', '86738']
  /** A Correios that answers everything, but what `instead` says by the beginning of the path. */
  const carrier =
    (instead: Record<string, (arrival: Arrival) => Reply> = {}, onCard: readonly string[] = services) =>
    (arrival: Arrival): Reply => {
      const [, own] = Object.entries(instead).find(([path]) => arrival.path.startsWith(path)) ?? []
      if (own) return own(arrival)
      if (isBatch(arrival)) return arrival.path.startsWith('/prazo/') ? deadlines(arrival) : prices(arrival)
      if (arrival.path.startsWith('/cep/')) return json({ cep: '01001000', uf: 'SP', localidade: 'São Paulo' })
      if (/\/servicos/.test(arrival.path))
        return json({ itens: onCard.map((codigo) => ({ codigo, descricao: 'SERVICO' })) })
      if (/\/cartoes/.test(arrival.path)) return json({ itens: [{ nuCartaoPostagem: '0012345678', status: 'ATIVO' }] })
      if (arrival.path.startsWith(company)) {
        return json([{ nuContrato: '9912345678', dtFimVigencia: '2027-03-31', status: 'ATIVO' }])
      }
      return objects(arrival)
    }
  const granted = {
    failure: null,
    token: 'granted',
    price: 'granted',
    deadline: 'granted',
    'postal-code': 'granted',
    'pre-posting': 'granted',
    tracking: 'granted',
    suspension: 'granted',
    contract: 'granted',
  }
  const gtw = (api: number) => () => json({ msg: `GTW-012: API ${api} restrita` }, 403)

  it('asks each API one harmless question, and knows the contract', async () => {
    const under = await bench(carrier(), cardToken)
    expect(await states(under)).toEqual(granted)
    const asked = under.server.ledger.filter((arrival) => !isToken(arrival))
    expect(asked.every(({ method }) => method === 'GET' || method === 'POST')).toBe(true)
    expect(asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/preco/v1/nacional',
      '/prazo/v1/nacional',
    ])
    expect(asked.filter(isBatch).flatMap(askedItems)).toHaveLength(2)
    const { contract } = await checkAccess(credentials, under.context)
    expect(contract).toEqual({
      cnpj: '11222333000181',
      contract: '9912345678',
      endsOn: '2027-03-31',
      cards: [
        {
          number: '0012345678',
          active: true,
          endsOn: null,
          services: [
            { code: '03298', name: 'SERVICO' },
            { code: '03220', name: 'SERVICO' },
          ],
        },
      ],
    })
  })

  it.each<[string, string, () => Reply, string]>([
    ['price', '/preco/', gtw(34), '38202'],
    ['deadline', '/prazo/', gtw(35), '38210'],
    ['postal-code', '/cep/', gtw(41), '86738'],
    ['tracking', '/srorastro/', gtw(87), '38229'],
  ])('finds that %s is in the token and not in the contract', async (name, path, reply, service) => {
    const under = await bench(carrier({ [path]: reply }), cardToken)
    expect(await states(under)).toEqual({
      ...granted,
      [name]: 'missing',
      failure: name === 'tracking' ? 'carrier.not-enabled' : null,
    })
    const { permissions } = await checkAccess(credentials, under.context)
    expect(permissions.find((permission) => permission.name === name)).toEqual({ name, state: 'missing', service })
  })

  it('finds that Meu Contrato itself is closed', async () => {
    const under = await bench(carrier({ [company]: gtw(566) }), cardToken)
    expect(await states(under)).toEqual({ ...granted, contract: 'missing' })
    expect(await checkAccess(credentials, under.context)).not.toHaveProperty('contract')
  })

  it('finds by the services of the card what it does not try', async () => {
    const under = await bench(carrier({}, ['03298', '38202', '38229']), cardToken)
    expect(await states(under)).toEqual({ ...granted, 'pre-posting': 'missing', suspension: 'missing' })
  })

  it('takes the token’s word where the card tells no services of APIs', async () => {
    expect(await states(await bench(carrier({}, ['03298']), cardToken))).toEqual(granted)
  })

  it('asks nothing of what the token does not open', async () => {
    const under = await bench(carrier(), (n) => cardToken(n, { cartaoPostagem: { api: [87] }, api: [5] }))
    expect(await states(under)).toEqual({
      ...Object.fromEntries(Object.keys(granted).map((name) => [name, 'missing'])),
      failure: null,
      token: 'granted',
      tracking: 'granted',
    })
    expect(under.server.ledger.filter((arrival) => !isToken(arrival))).toHaveLength(1)
  })

  it.each<[string, () => Reply]>([
    ['down', () => ({ status: 503 })],
    ['HTML', () => ({ status: 200, body: '<html>' })],
  ])('does not know of an API that is %s', async (_, reply) => {
    const under = await bench(carrier({ '/preco/': reply, '/cep/': reply, [company]: reply }), cardToken)
    expect(await states(under)).toEqual({
      ...granted,
      price: 'not-tried',
      'postal-code': 'not-tried',
      contract: 'not-tried',
    })
  })

  it('takes a refused question for permission', async () => {
    const no = () => refusal(400, 'ERP-006: CEP de origem nao pode postar para CEP de destino')
    const under = await bench(
      carrier({ '/preco/': no, '/prazo/': no, '/cep/': () => refusal(400, 'CEP inexistente') }),
      cardToken,
    )
    expect(await states(under)).toEqual(granted)
  })

  it('tries the card of SEDEX as well', async () => {
    const account = { ...credentials, sedexCard: '0076543210' }
    const tokens = (n: number) => cardToken(n)
    const closed = await bench(
      carrier({
        '/preco/': (arrival) => (askedItems(arrival)[0]?.coProduto === '03220' ? gtw(34)() : prices(arrival)),
      }),
      tokens,
    )
    const { failure, permissions } = await checkAccess(account, closed.context)
    expect(failure).toBeNull()
    expect(permissions.find(({ name }) => name === 'price')).toMatchObject({ state: 'missing' })

    const unknown = await startWithUnknownSedexCard()
    const found = await checkAccess(account, unknown.context)
    expect(found.failure?.code).toBe('carrier.posting-card-unknown')
    expect(found.permissions.find(({ name }) => name === 'tracking')).toMatchObject({ state: 'granted' })
  })

  const startWithUnknownSedexCard = () =>
    bench(carrier(), (n) =>
      n === 2 ? refusal(400, 'TOK-003: Cartão de postagem não localizado: 0076543210') : cardToken(n),
    )

  it('takes any answer about the probe’s object for permission', async () => {
    expect(await states(await bench(() => refusal(400, 'SRO-019: Objeto inválido')))).toMatchObject({
      failure: null,
      tracking: 'granted',
    })
  })

  it('does not know what a token opens that lists nothing', async () => {
    const under = await bench(objects, () => json({ token: 't' }, 201))
    expect(await states(under)).toMatchObject({ failure: null, tracking: 'granted', price: 'not-tried' })
  })

  it('asks anew each time', async () => {
    const under = await bench(objects, () => refusal(401))
    await checkAccess(credentials, under.context)
    await checkAccess(credentials, under.context)
    expect(under.tokens()).toBe(2)
  })
})
