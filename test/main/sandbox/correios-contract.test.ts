import { expect, it } from 'vitest'
import { correiosUnderTest, type CorreiosUnderTest, type Fields, type Refusal } from './correios-under-test.ts'
import { sampleUser } from './sandbox-under-test.ts'

const company = '/meucontrato/v1/empresas/11222333000181/contratos'
const cards = `${company}/9912345678/cartoes`

type Page = { itens: readonly Fields[]; page: Fields }

const sample = {
  user: sampleUser.user,
  accessCode: sampleUser.accessCode,
  cnpj: '11222333000181',
  contract: '9912345678',
}
const apis = [34, 35, 41, 87, 566]

/** Gives the sample account a second card, and its company a second contract. */
const withMore = ({ control }: CorreiosUnderTest) =>
  control('POST', '/carriers/correios', {
    accounts: [
      {
        ...sample,
        validUntil: '2026-12-01',
        cards: [
          { number: '0012345678', dr: 72, apis, services: ['03220', '38202'] },
          { number: '0087654321', dr: 74, apis, services: ['03298'], status: 'SUSPENSO', validUntil: '2026-11-15' },
        ],
      },
      { ...sample, user: 'outra', contract: '9900000001', status: 'CANCELADO', cards: [] },
    ],
  })

it('tells a company its contracts, with any token', async () => {
  const { get } = await correiosUnderTest()
  for (const scope of ['user', 'contract', 'card'] as const) {
    const { status, body } = await get<readonly Fields[]>(`${company}?status=ATIVO&vigente=S`, scope)
    expect(status).toBe(200)
    expect(body).toEqual([
      {
        cnpj: '11222333000181',
        nuContrato: '9912345678',
        nuSe: 72,
        nuCombo: 0,
        categoria: 'BRONZE 1',
        dtInicioVigencia: '2025-01-02',
        dtFimVigencia: '2035-01-01',
        status: 'ATIVO',
      },
    ])
  }
})

it('tells contracts and cards by status and validity', async () => {
  const correios = await correiosUnderTest()
  await withMore(correios)
  const numbers = async (path: string, field: string) => {
    const { body } = await correios.get<readonly Fields[] | Page>(path, 'user')
    return ('itens' in body ? body.itens : body).map((one) => one[field])
  }
  expect(await numbers(company, 'nuContrato')).toEqual(['9912345678', '9900000001'])
  expect(await numbers(`${company}?status=CANCELADO`, 'nuContrato')).toEqual(['9900000001'])
  expect(await numbers(cards, 'dtFimVigencia')).toEqual(['2035-01-01', '2026-11-15'])
  expect(await numbers(`${cards}?vigente=N`, 'nuCartaoPostagem')).toEqual(['0087654321'])
  expect(await numbers(`${cards}?status=ATIVO&vigente=S`, 'nuCartaoPostagem')).toEqual(['0012345678'])
})

it('tells the services of a card and of all cards', async () => {
  const correios = await correiosUnderTest()
  await withMore(correios)
  const services = async (path: string) =>
    (await correios.get<Page>(path, 'user')).body.itens.map(({ codigo }) => codigo)
  expect(await services(`${cards}/0012345678/servicos?page=0&size=500`)).toEqual(['03220', '38202'])
  expect(await services(`${company}/9912345678/servicos`)).toEqual(['03220', '38202', '03298'])
  expect(await services(`${company}/9912345678/servicos?nuCartaoPostagem=0087654321`)).toEqual(['03298'])
})

it('gives lists by the page', async () => {
  const { get } = await correiosUnderTest()
  const page = async (query: string) => (await get<Page>(`${cards}/0012345678/servicos${query}`)).body
  const all = await page('?size=500')
  expect(all.page).toEqual({ number: 0, size: 500, totalElements: 15, totalPages: 1 })
  expect(all.itens).toContainEqual(expect.objectContaining({ codigo: '38202', descricao: 'API PRECOS' }))
  expect(all.itens).toContainEqual(expect.objectContaining({ codigo: '03301', inDescontoLogisticaReversa: 'S' }))
  const second = await page('?page=1&size=10')
  expect(second.page).toEqual({ number: 1, size: 10, totalElements: 15, totalPages: 2 })
  expect(second.itens).toEqual(all.itens.slice(10))
  expect((await page('?page=2&size=10')).itens).toEqual([])
})

it('tells the category of a contract', async () => {
  const { get } = await correiosUnderTest()
  expect((await get(`${company}/9912345678/categoria`)).body).toEqual({ categoria: 'BRONZE 1' })
})

it('refuses a strange company, and contracts and cards that are not there', async () => {
  const { get } = await correiosUnderTest()
  const status = async (path: string) => {
    const { status, body } = await get<Refusal>(path)
    return [status, body.msgs.length]
  }
  expect(await status('/meucontrato/v1/empresas/99888777000100/contratos')).toEqual([403, 1])
  expect(await status(`${company}/9900000009/cartoes`)).toEqual([404, 1])
  expect(await status(`${cards}/0000000009/servicos`)).toEqual([404, 1])
  expect(await status(`${cards}/0012345678/etiquetas`)).toEqual([404, 1])
})
