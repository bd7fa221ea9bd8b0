import { expect, it } from 'vitest'
import { sampleShop } from '../../../src-main/sandbox/sample/sample-shop.ts'
import { correiosUnderTest, type Refusal } from './correios-under-test.ts'
import { monday } from './sandbox-under-test.ts'

const path = (cep: string) => `/cep/v2/enderecos/${cep}`

it('knows the addresses of the sample shop', async () => {
  const { get } = await correiosUnderTest()
  const parcels = sampleShop({ seed: 'test', now: monday }).parcels.filter(({ country }) => country === 'BR')
  for (const { postalCode, street, district, city, state } of parcels.slice(0, 60)) {
    const { status, body } = await get(path(postalCode ?? ''))
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ cep: postalCode, logradouro: street, bairro: district, localidade: city, uf: state }),
    ])
  }
})

it.each([
  ['01310100', 'SP', 'São Paulo'],
  ['28999999', 'RJ', null],
  ['29000000', 'ES', 'Vitória'],
  ['69299999', 'AM', null],
  ['69310000', 'RR', 'Boa Vista'],
  ['69400000', 'AM', null],
  ['72800000', 'GO', null],
  ['73000000', 'DF', 'Brasília'],
  ['73700000', 'GO', null],
  ['99999999', 'RS', null],
])('has a place behind %s in %s', async (cep, uf, city) => {
  const { get } = await correiosUnderTest()
  const { status, body } = await get(path(cep))
  expect(status).toBe(200)
  expect(body).toMatchObject({ cep, uf, localidade: city ?? (expect.any(String) as string) })
})

it('tells no street where a town has one CEP', async () => {
  const { get } = await correiosUnderTest()
  const { body } = await get(path('78800000'))
  expect(body).toMatchObject({ uf: 'MT' })
  expect(body).not.toHaveProperty('logradouro')
})

it.each(['01310-100', '0131010', '00100000', '78950000', 'abc'])('refuses %s with 400', async (cep) => {
  const { get } = await correiosUnderTest()
  const { status, body } = await get<Refusal>(path(cep))
  expect(status).toBe(400)
  expect(body.msgs).toHaveLength(1)
})

it('does not know what the settings have struck off, in prices and deadlines either', async () => {
  const { get, quotes } = await correiosUnderTest()
  await quotes({ unknownPostalCodes: ['20040'] })
  expect((await get(path('20040002'))).status).toBe(400)
  expect((await get(path('20041002'))).status).toBe(200)
  const places = 'cepOrigem=01310100&cepDestino=20040002'
  expect((await get(`/prazo/v1/nacional/03220?${places}`)).status).toBe(400)
  expect((await get(`/preco/v1/nacional/03220?${places}&psObjeto=300`)).status).toBe(400)
})
