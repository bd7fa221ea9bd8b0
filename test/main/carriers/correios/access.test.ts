import { describe, expect, it } from 'vitest'
import { checkAccess } from '../../../../src-main/carriers/correios/access.ts'
import { fetchTracking } from '../../../../src-main/carriers/correios/client.ts'
import { json, type Reply } from '../../../support/loopback-server.ts'
import { bench, type Bench, codes, credentials, objects, refusal, token } from './bench.ts'

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

  it('lists what the token opens, and tries the tracking', async () => {
    expect(await states(await bench(objects))).toEqual({
      failure: null,
      token: 'granted',
      price: 'granted',
      deadline: 'missing',
      'postal-code': 'missing',
      'pre-posting': 'missing',
      tracking: 'granted',
      suspension: 'missing',
      contract: 'granted',
    })
  })

  it('finds a tracking API that is in the token and not in the contract', async () => {
    const under = await bench(() => json({ msg: 'GTW-012: API 87 restrita' }, 403))
    expect(await states(under)).toMatchObject({
      failure: 'carrier.not-enabled',
      token: 'granted',
      tracking: 'missing',
      price: 'granted',
    })
    const { permissions } = await checkAccess(credentials, under.context)
    expect(permissions.find(({ name }) => name === 'tracking')?.service).toBe('38229')
  })

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
