import { expect, it } from 'vitest'
import { askForToken, basic, hour, monday, sampleUser, sandboxUnderTest } from './sandbox-under-test.ts'

type TokenBody = { token: string; emissao: string; expiraEm: string; zoneOffset: string; cartaoPostagem: object }
type Refusal = { msgs: string[]; path: string; method: string }

const account = {
  user: 'outraloja',
  accessCode: 'segredo',
  cnpj: '11222333000181',
  contract: '9900000001',
  cards: [{ number: '0000000001', dr: 50, apis: [34, 35, 36] }],
}

it('issues a token of 24 hours for a posting card', async () => {
  const { ask } = await sandboxUnderTest()
  const answer = await askForToken(ask, {})
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({
    cartaoPostagem: { numero: '0012345678', contrato: '9912345678', dr: 72 },
    emissao: '2026-11-16T09:00:00',
    expiraEm: '2026-11-17T09:00:00',
    zoneOffset: '-03:00',
  })
})

it('gives the same token again until its last half hour, then a new one', async () => {
  const { ask, wall } = await sandboxUnderTest()
  const tokenNow = async () => ((await (await askForToken(ask, {})).json()) as TokenBody).token
  const first = await tokenNow()
  wall.advance(23.4 * hour)
  expect(await tokenNow()).toBe(first)
  wall.advance(0.2 * hour)
  const second = await tokenNow()
  expect(second).not.toBe(first)
  expect(await tokenNow()).toBe(second)
})

it('answers three requests a second and refuses the fourth with an empty 429', async () => {
  const { ask, wall } = await sandboxUnderTest()
  for (let i = 0; i < 3; i++) expect((await askForToken(ask, {})).status).toBe(201)
  const refused = await askForToken(ask, {})
  expect([refused.status, await refused.text(), refused.headers.get('retry-after')]).toEqual([429, '', null])
  wall.advance(1000)
  expect((await askForToken(ask, {})).status).toBe(201)
})

it.each(['12345678', '9999999999', '012345678'])('does not find posting card %s', async (card) => {
  const { ask } = await sandboxUnderTest()
  const answer = await askForToken(ask, { card })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    msgs: [`TOK-003: Cartão de postagem não localizado: ${card}`],
    method: 'POST',
    path: '/token/v1/autentica/cartaopostagem',
  })
})

it('refuses a Bearer where Basic is due', async () => {
  const { ask } = await sandboxUnderTest()
  const answer = await askForToken(ask, { authorization: 'Bearer abc' })
  expect(((await answer.json()) as Refusal).msgs[0]).toMatch(/^GTW-014.*Utilize 'Authorization: Basic'/)
})

it('refuses a wrong user, a wrong code and a missing code', async () => {
  const { ask } = await sandboxUnderTest()
  const wrong = [basic('ninguem', sampleUser.accessCode), basic(sampleUser.user, 'errado'), basic(sampleUser.user, '')]
  for (const authorization of wrong) expect((await askForToken(ask, { authorization })).status).toBe(401)
})

it('refuses in whichever shape the control API chose', async () => {
  const { ask, control } = await sandboxUnderTest()
  const bodies: Record<string, string> = {}
  for (const shape of ['msgs', 'msg', 'mensagem', 'detail', 'empty', 'html']) {
    await control('POST', '/carriers/correios', { unauthorisedBody: shape })
    const answer = await askForToken(ask, { authorization: basic(`ninguem-${shape}`, 'errado') })
    expect(answer.status).toBe(401)
    bodies[shape] = await answer.text()
  }
  expect(bodies['msgs']).toContain('"msgs":[')
  expect(bodies['msg']).toContain('"msg":"')
  expect(bodies['mensagem']).toContain('"mensagem":"')
  expect(bodies['detail']).toContain('"detail":"')
  expect(bodies['empty']).toBe('')
  expect(bodies['html']).toContain('<html>')
})

it('refuses a code that was made a moment ago until it is active, and one that has expired', async () => {
  const { ask, control, wall } = await sandboxUnderTest()
  const activeFrom = monday + 2 * hour
  const expiresAt = new Date(monday + 10 * hour).toISOString()
  await control('POST', '/carriers/correios', { accounts: [{ ...account, activeFrom, expiresAt }] })
  const status = async () =>
    (await askForToken(ask, { authorization: basic('outraloja', 'segredo'), card: '0000000001' })).status
  expect(await status()).toBe(401)
  wall.advance(2 * hour)
  expect(await status()).toBe(201)
  wall.advance(8 * hour)
  expect(await status()).toBe(401)
})

it('restricts tracking to tokens of cards whose contract has API 87', async () => {
  const { ask, control } = await sandboxUnderTest()
  await control('POST', '/carriers/correios', { accounts: [account] })
  const authorization = basic('outraloja', 'segredo')
  const asked = [
    { authorization, card: '0000000001' },
    { authorization, path: '' },
    { authorization, card: '9900000001', path: '/contrato' },
  ]
  for (const request of asked) {
    const issued = await askForToken(ask, request)
    expect(issued.status).toBe(201)
    const { token } = (await issued.json()) as TokenBody
    const answer = await ask('/correios/srorastro/v1/objetos/QN123456785BR', {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(403)
    expect(((await answer.json()) as Refusal).msgs[0]).toMatch(/^GTW-012.*API 87 restrita/)
  }
})

it('does not know an expired, a revoked and an invented token', async () => {
  const { ask, control, token, wall } = await sandboxUnderTest()
  const refusalOf = async (bearer: string) => {
    const answer = await ask('/correios/srorastro/v1/objetos/QN123456785BR', {
      headers: { authorization: `Bearer ${bearer}` },
    })
    return [answer.status, ((await answer.json()) as Partial<Refusal>).msgs?.[0]?.slice(0, 7)]
  }
  expect(await refusalOf('aaa.bbb.ccc')).toEqual([403, 'GTW-008'])
  const expired = await token()
  expect(await refusalOf(expired)).toEqual([200, undefined])
  wall.advance(24 * hour)
  expect(await refusalOf(expired)).toEqual([403, 'GTW-008'])
  const revoked = await token()
  await control('POST', '/carriers/correios', { revokeTokens: true })
  expect(await refusalOf(revoked)).toEqual([403, 'GTW-008'])
  expect(await refusalOf(await token())).toEqual([200, undefined])
})
