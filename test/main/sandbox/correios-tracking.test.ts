import { expect, it } from 'vitest'
import type { Journey } from '../../../src-main/sandbox/journey.ts'
import { hour, monday, sandboxUnderTest } from './sandbox-under-test.ts'

const code = 'QN123456785BR'
const place = { kind: 'Agência dos Correios', name: 'AC CAMPINAS', city: 'CAMPINAS', state: 'SP' }
const hub = { kind: 'Unidade de Tratamento', name: 'CTE JAGUARE', city: 'SAO PAULO', state: 'SP' }

const journey = {
  carrier: 'correios',
  code,
  promisedOn: '2026-11-23',
  facts: { weightG: 60 },
  events: [
    { code: 'PO/01', at: monday + hour, place, status: 'posted' },
    { code: 'RO/01', at: monday + 2 * hour, place, destination: hub, status: 'in-transit' },
    { code: 'OEC/01', at: monday + 3 * hour, place, status: 'out-for-delivery' },
  ],
}

it('is silent about a code before its first event, and tells events as time goes on', async () => {
  const { control, track, wall } = await sandboxUnderTest()
  await control('POST', '/journeys', journey)
  expect((await track([code])).objetos[0]).toEqual({
    codObjeto: code,
    mensagem: 'SRO-020: Objeto não encontrado na base de dados dos Correios.',
  })
  wall.advance(2 * hour)
  const [object] = (await track([code])).objetos
  expect(object).toMatchObject({ codObjeto: code, peso: 0.06, dtPrevista: '2026-11-23T20:59:59' })
  expect(object?.eventos).toMatchObject([
    {
      codigo: 'RO',
      tipo: '01',
      dtHrCriado: '2026-11-16T11:00:00',
      descricao: 'Objeto encaminhado',
      unidade: { nome: 'AC CAMPINAS', endereco: { cidade: 'CAMPINAS', uf: 'SP' } },
      unidadeDestino: { nome: 'CTE JAGUARE', endereco: { cidade: 'SAO PAULO', uf: 'SP' } },
    },
    { codigo: 'PO', tipo: '01', dtHrCriado: '2026-11-16T10:00:00' },
  ])
})

it('tells the last event of many, all of one, the first on demand', async () => {
  const { ask, control, token, track, wall } = await sandboxUnderTest()
  await control('POST', '/journeys', journey)
  wall.advance(5 * hour)
  const kinds = (body: Awaited<ReturnType<typeof track>>) => body.objetos[0]?.eventos?.map(({ codigo }) => codigo)
  expect(kinds(await track([code], ''))).toEqual(['OEC'])
  expect(kinds(await track([code], '&resultado=P'))).toEqual(['PO'])
  expect(kinds(await track([code], '&resultado=T'))).toEqual(['OEC', 'RO', 'PO'])
  const one = await ask(`/correios/srorastro/v1/objetos/${code}`, {
    headers: { authorization: `Bearer ${await token()}` },
  })
  expect(kinds((await one.json()) as Awaited<ReturnType<typeof track>>)).toEqual(['OEC', 'RO', 'PO'])
})

it('answers each code by itself: known, unknown, invalid', async () => {
  const { control, track, wall } = await sandboxUnderTest()
  await control('POST', '/journeys', journey)
  wall.advance(5 * hour)
  const { objetos, quantidade } = await track(['AA123456789BR', code, 'AA123456785BR', 'ABC'])
  expect(quantidade).toBe(4)
  expect(objetos.map(({ mensagem }) => mensagem?.slice(0, 7))).toEqual(['SRO-019', undefined, 'SRO-020', 'SRO-019'])
})

it('takes codes repeated or in a list, 50 at most and one at least', async () => {
  const { ask, token, track } = await sandboxUnderTest()
  expect((await track([`${code},AA123456785BR`])).quantidade).toBe(2)
  expect((await track(Array.from({ length: 50 }, () => code))).quantidade).toBe(50)
  const status = async (codes: string) => {
    const headers = { authorization: `Bearer ${await token()}` }
    const answer = await ask(`/correios/srorastro/v1/objetos?${codes}`, { headers })
    return [answer.status, Array.isArray(((await answer.json()) as { msgs?: unknown }).msgs)]
  }
  expect(await status(`codigosObjetos=${Array.from({ length: 51 }, () => code).join(',')}`)).toEqual([400, true])
  expect(await status('')).toEqual([400, true])
  expect(await status(`codigosObjetos=${code}&resultado=X`)).toEqual([400, true])
})

it('answers the parcels of the asking contract alone', async () => {
  const { control, track, wall } = await sandboxUnderTest()
  await control('POST', '/journeys', [
    { ...journey, owner: '9999999999' },
    { ...journey, code: 'QN123456799BR', owner: '9912345678' },
  ])
  wall.advance(5 * hour)
  const { objetos } = await track([code, 'QN123456799BR'])
  expect(objetos.map(({ mensagem }) => mensagem === undefined)).toEqual([false, true])
})

it('lets 55 requests through at once and 50 a second after that', async () => {
  const { ask, token, wall } = await sandboxUnderTest()
  const headers = { authorization: `Bearer ${await token()}` }
  const statuses = async (requests: number) => {
    const answers = await Promise.all(
      Array.from({ length: requests }, () => ask(`/correios/srorastro/v1/objetos/${code}`, { headers })),
    )
    return answers.filter(({ status }) => status === 200).length
  }
  expect(await statuses(60)).toBe(55)
  const refused = await ask(`/correios/srorastro/v1/objetos/${code}`, { headers })
  expect([refused.status, await refused.text()]).toEqual([429, ''])
  expect(refused.headers.get('x-ratelimit-replenish-rate')).toBe('50')
  expect(refused.headers.get('x-ratelimit-burst-capacity')).toBe('55')
  wall.advance(1000)
  expect(await statuses(60)).toBe(50)
})

it('hands out valid codes for templates, others each time', async () => {
  const { control } = await sandboxUnderTest()
  const made = await control<{ journeys: Journey[] }>('POST', '/journeys', [
    { carrier: 'correios', template: 'pac' },
    { carrier: 'correios', template: 'pac' },
    { carrier: 'correios', template: 'customs' },
  ])
  const codes = made.body.journeys.map((journey) => journey.code)
  expect(new Set(codes).size).toBe(3)
  expect(codes[2]).toMatch(/^LX\d{9}CN$/)
})
