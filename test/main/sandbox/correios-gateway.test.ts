import { expect, it } from 'vitest'
import type { LedgerEntry } from '../../../src-main/sandbox/ledger.ts'
import { correiosUnderTest, manualsQuestion, pricePath, type Fields, type Refusal } from './correios-under-test.ts'
import { sampleUser } from './sandbox-under-test.ts'

const apis = [
  { path: pricePath(manualsQuestion), api: 34, service: '38202' },
  { path: '/prazo/v1/nacional/03220?cepOrigem=01310100&cepDestino=20040002', api: 35, service: '38210' },
  { path: '/cep/v2/enderecos/01310100', api: 41, service: '86738' },
  { path: '/srorastro/v1/objetos/QN123456785BR', api: 87, service: '38229' },
]

const account = {
  user: sampleUser.user,
  accessCode: sampleUser.accessCode,
  cnpj: '11222333000181',
  contract: '9912345678',
}
const allApis = apis.map(({ api }) => api)
const allServices = ['03220', ...apis.map(({ service }) => service)]

it.each(apis)('lets nobody to API $api without the API in the token and $service on the card', async (one) => {
  const { get, control } = await correiosUnderTest()
  const answer = async (card: object) => {
    const cards = [{ number: sampleUser.card, dr: 72, apis: allApis, services: allServices, ...card }]
    await control('POST', '/carriers/correios', { accounts: [{ ...account, cards }] })
    return get<Refusal>(one.path)
  }
  const restricted = { status: 403, body: { msgs: [`GTW-012: Acesso não autorizado - API ${one.api} restrita`] } }
  expect((await answer({})).status).toBe(200)
  expect(await answer({ apis: allApis.filter((api) => api !== one.api) })).toMatchObject(restricted)
  expect(await answer({ services: allServices.filter((code) => code !== one.service) })).toMatchObject(restricted)
  expect(await get(one.path, 'user')).toMatchObject(restricted)
  expect((await get(one.path, null)).status).toBe(401)
})

it('refuses every token as one of another environment while it is told to', async () => {
  const { get, control } = await correiosUnderTest()
  await control('POST', '/carriers/correios', { refuseTokens: true })
  for (const { path } of apis) {
    const { status, body } = await get<Refusal>(path)
    expect([status, body.msgs]).toEqual([403, ['GTW-008: Token não válido para este ambiente.']])
  }
  await control('POST', '/carriers/correios', { refuseTokens: false })
  for (const { path } of apis) expect((await get(path)).status).toBe(200)
})

it('limits the requests a second of an account over all four APIs, and answers the rest with an empty 429', async () => {
  const { ask, token, quotes, wall } = await correiosUnderTest()
  await quotes({ requestsPerSecond: 20 })
  const headers = { authorization: `Bearer ${await token()}` }
  const statuses = async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) => ask(`/correios${apis[at % 3]?.path}`, { headers })),
    )
    return answers.filter(({ status }) => status === 200).length
  }
  expect(await statuses()).toBe(20)
  const refused = await ask(`/correios${apis[0]?.path}`, { headers })
  expect([refused.status, await refused.text(), refused.headers.get('retry-after')]).toEqual([429, '', null])
  wall.advance(1000)
  expect(await statuses()).toBe(20)
  await quotes({ requestsPerSecond: null })
  expect(await statuses()).toBe(24)
})

it('notes which questions a request asked and which it answered, the same question in the same words', async () => {
  const { post, get, control } = await correiosUnderTest()
  const item = { ...manualsQuestion, servicosAdicionais: [{ coServAdicional: '001' }] }
  const parametrosProduto = [
    { ...item, nuRequisicao: 'a' },
    { ...item, nuRequisicao: 'b', cepDestino: '1' },
    { ...item, nuRequisicao: 'c' },
  ]
  await post('/preco/v1/nacional', { idLote: '1', parametrosProduto })
  await get('/prazo/v1/nacional/03220?cepOrigem=01310100&cepDestino=20040002&nuRequisicao=12')
  await get('/cep/v2/enderecos/01310100')
  const { body } = await control<{ entries: LedgerEntry[] }>('GET', '/ledger')
  const [prices, deadline, place] = body.entries.filter(({ codes }) => codes.length > 0)
  expect(prices).toMatchObject({ codes: ['a', 'b', 'c'], answered: ['a', 'c'], status: 200 })
  const line =
    'preco 03220 70902000 71930000 psObjeto=300 tpObjeto=2 comprimento=20 largura=20 altura=20 ' +
    'servicosAdicionais=[{"coServAdicional":"001"}]'
  expect(prices?.questions).toEqual([line, line.replace('71930000', '1'), line])
  expect(deadline).toMatchObject({ codes: ['12'], answered: ['12'], questions: ['prazo 03220 01310100 20040002'] })
  expect(place).toMatchObject({ codes: ['01310100'], answered: ['01310100'], questions: ['cep 01310100'] })
})

it('refuses one item of a batch in words of the settings, as often as they say', async () => {
  const { post, get, quotes } = await correiosUnderTest()
  await quotes({
    refusals: [
      { api: 'price', number: '2', text: 'ERP-999: Sistema temporariamente indisponivel', times: 1 },
      { api: 'deadline', to: '200', text: 'PRZ-999: Sem prazo' },
    ],
  })
  const errors = async (path: string, list: string) => {
    const items = ['1', '2'].map((nuRequisicao) => ({ ...manualsQuestion, cepDestino: '20040002', nuRequisicao }))
    const { status, body } = await post(path, { idLote: '1', [list]: items })
    return [status, ...body.map(({ txErro }) => txErro)]
  }
  const priced = () => errors('/preco/v1/nacional', 'parametrosProduto')
  expect(await priced()).toEqual([200, undefined, 'ERP-999: Sistema temporariamente indisponivel'])
  expect(await priced()).toEqual([200, undefined, undefined])
  expect(await errors('/prazo/v1/nacional', 'parametrosPrazo')).toEqual([
    200,
    'PRZ-999: Sem prazo',
    'PRZ-999: Sem prazo',
  ])
  expect((await get(apis[1]?.path ?? '')).status).toBe(400)
})

it('fails on these paths as it is told to', async () => {
  const { ask, token, control } = await correiosUnderTest()
  const headers = { authorization: `Bearer ${await token()}` }
  const withFault = async (fault: object, path: string) => {
    await control('DELETE', '/faults')
    await control('POST', '/faults', { carrier: 'correios', ...fault })
    const answer = await ask(`/correios${path}`, { headers })
    return { status: answer.status, text: await answer.text() }
  }
  for (const { path } of apis.slice(0, 3)) {
    const match = path.split('?')[0]
    for (const status of [502, 503, 504])
      expect(await withFault({ match, kind: 'status', status }, path)).toEqual({ status, text: '' })
    expect(await withFault({ match, kind: 'rate-limit' }, path)).toEqual({ status: 429, text: '' })
    expect((await withFault({ match, kind: 'html' }, path)).text).toContain('<html')
    expect((await withFault({ match, kind: 'msg-body' }, path)).text).toMatch(/^\{"msg":/)
    expect(await withFault({ match, kind: 'mensagem-body' }, path)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^\{"mensagem":/) as string,
    })
    const { text: cut } = await withFault({ match, kind: 'cut' }, path)
    expect(cut).not.toBe('')
    expect(() => JSON.parse(cut) as unknown).toThrow()
  }
  const byNumber = await withFault({ match: '77', kind: 'status', status: 503 }, `${apis[0]?.path}&nuRequisicao=77`)
  expect(byNumber.status).toBe(503)
})

it('turns what the carrier leaves in the dark', async () => {
  const { get, quotes } = await correiosUnderTest()
  const priced = async (change: Record<string, string>) => get<Fields>(pricePath({ ...manualsQuestion, ...change }))
  const long = { comprimento: '105', largura: '40', altura: '20' }
  expect((await priced(long)).status).toBe(400)
  await quotes({ longestSideCm: 105, omittedFields: ['pcBase', 'psCobrado'], notContracted: 'CON-011' })
  const { status, body } = await priced(long)
  expect(status).toBe(200)
  expect(body).toHaveProperty('pcFinal')
  expect(body).not.toHaveProperty('psCobrado')
  expect((await priced({ coProduto: '03662' })).body).toMatchObject({ msgs: [expect.stringMatching(/^CON-011/)] })
  await quotes({ omittedFields: [], groupedWeight: true, heaviestG: { '04227': 300 } })
  expect((await priced(long)).body).toMatchObject({ psCobrado: '14.000', inPesoCubico: 'S' })
  expect((await priced({ coProduto: '04227', psObjeto: '301' })).status).toBe(400)
  await quotes({ unserved: [{ product: '03220', from: '7', to: '719' }] })
  expect((await priced({})).body).toMatchObject({
    msgs: ['ERP-006: CEP de origem nao pode postar para CEP de destino'],
  })
  expect((await priced({ coProduto: '03298' })).status).toBe(200)
})

it('shows its settings, and refuses those that are none', async () => {
  const { control, quotes } = await correiosUnderTest()
  await quotes({ batchLimit: 5 })
  expect((await control('GET', '/carriers/correios')).body).toMatchObject({
    refuseTokens: false,
    quotes: { batchLimit: 5, requestsPerSecond: null, deadlineCounts: 'working' },
  })
  expect(await quotes({ longestSideCm: 90 })).toMatchObject({ status: 400 })
  expect(await quotes({ song: 1 })).toMatchObject({ status: 400 })
})

it('knows no other paths and methods', async () => {
  const { get, post } = await correiosUnderTest()
  const paths = ['/preco/v1/servicos/03220', '/prazo/v1/coleta/01310100', '/cep/v1/ufs', '/cep/v2/enderecos/1/2']
  for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 404])
  expect((await post('/preco/v1/nacional/03220', {})).status).toBe(405)
  expect((await get('/prazo/v1/nacional')).status).toBe(405)
  expect((await post('/cep/v2/enderecos/01310100', {})).status).toBe(405)
  expect((await post('/meucontrato/v1/empresas/11222333000181/contratos', {})).status).toBe(405)
})
