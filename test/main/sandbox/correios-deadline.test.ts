import { describe, expect, it } from 'vitest'
import { correiosUnderTest, query, type Refusal } from './correios-under-test.ts'

const path = (product: string, fields: Record<string, string>) => `/prazo/v1/nacional/${product}${query(fields)}`
const spToRio = { cepOrigem: '01310100', cepDestino: '20040002', dtEvento: '16-11-2026' }

describe('one deadline', () => {
  it('is a day at 23:58, as many working days after posting as it says', async () => {
    const { get } = await correiosUnderTest()
    const { status, body } = await get(path('03220', spToRio))
    expect(status).toBe(200)
    expect(body).toEqual({
      coProduto: '03220',
      prazoEntrega: 2,
      dataMaxima: '2026-11-18T23:58:00',
      entregaDomiciliar: 'S',
      entregaSabado: 'S',
      entregaDomingo: 'N',
    })
    // A weekend and 20 November, which is a holiday, lie between.
    expect((await get(path('03298', spToRio))).body).toMatchObject({
      prazoEntrega: 6,
      dataMaxima: '2026-11-25T23:58:00',
      entregaSabado: 'N',
    })
  })

  it('begins today where no day is given', async () => {
    const { get } = await correiosUnderTest()
    const { dtEvento: _day, ...places } = spToRio
    expect((await get(path('03158', places))).body).toMatchObject({
      prazoEntrega: 1,
      dataMaxima: '2026-11-17T23:58:00',
    })
    const today = { ...places, cepDestino: '01001000' }
    expect((await get(path('03204', today))).body).toMatchObject({ prazoEntrega: 0, dataMaxima: '2026-11-16T23:58:00' })
  })

  it('can count calendar days, with the same last day', async () => {
    const { get, quotes } = await correiosUnderTest()
    await quotes({ deadlineCounts: 'calendar' })
    expect((await get(path('03298', spToRio))).body).toMatchObject({
      prazoEntrega: 9,
      dataMaxima: '2026-11-25T23:58:00',
    })
  })

  it('is longer inland, further away and from the last Friday of November on', async () => {
    const { get, quotes } = await correiosUnderTest()
    const days = async (change: Record<string, string>, product = '03298') =>
      (await get(path(product, { ...spToRio, ...change }))).body['prazoEntrega']
    expect(await days({ cepDestino: '28900000' })).toBe(7)
    expect(await days({ cepDestino: '69301000' })).toBe(12)
    expect([await days({ dtEvento: '26-11-2026' }), await days({ dtEvento: '27-11-2026' })]).toEqual([6, 8])
    expect(await days({ dtEvento: '27-11-2026' }, '03158')).toBe(1)
    await quotes({ peakDays: 0 })
    expect(await days({ dtEvento: '27-11-2026' })).toBe(6)
  })

  it('warns where parcels are collected, and where delivery is risky', async () => {
    const { get, quotes } = await correiosUnderTest()
    const told = async (cepDestino: string) => (await get(path('03298', { ...spToRio, cepDestino }))).body
    expect(await told('69850000')).toMatchObject({
      entregaDomiciliar: 'N',
      msgPrazo: expect.stringContaining('retirado') as string,
    })
    expect(await told('21040360')).toMatchObject({
      entregaDomiciliar: 'S',
      msgPrazo: expect.stringContaining('dias úteis') as string,
    })
    await quotes({ agencyPickup: [], riskAreas: ['200'] })
    expect(await told('69850000')).not.toHaveProperty('msgPrazo')
    expect(await told('20040002')).toHaveProperty('msgPrazo')
  })
})

describe('refusals', () => {
  it.each([
    [
      'a CEP with a hyphen',
      '03220',
      { cepDestino: '20040-002' },
      /^PRZ-101: O valor do\(s\) parâmetro\(s\) cepDestino é/,
    ],
    ['no destination', '03220', { cepDestino: '' }, /^PRZ-116: Parâmetro 'cepDestino' obrigatório/],
    ['no service', '12345', {}, /^PRZ-101: .*coProduto/],
    ['no day', '03220', { dtEvento: '31-02-2026' }, /^PRZ-101: .*dtEvento/],
    ['a pair that is not served', '03140', { cepDestino: '69010000' }, /^ERP-006: /],
  ])('alone with 400: %s', async (_what, product, change, text) => {
    const { get } = await correiosUnderTest()
    const { status, body } = await get<Refusal>(path(product, { ...spToRio, ...change }))
    expect(status).toBe(400)
    expect(body.msgs).toEqual([expect.stringMatching(text)])
  })

  it('in a batch with 200 and txErro, beside the deadlines of the others', async () => {
    const { post, quotes } = await correiosUnderTest()
    const item = { coProduto: '03220', cepOrigem: '01310100', cepDestino: '20040002' }
    const lot = (...items: object[]) => post('/prazo/v1/nacional', { idLote: '1', parametrosPrazo: items })
    const { status, body } = await lot(
      { ...item, nuRequisicao: '1', dtEvento: '16/11/2026' },
      { ...item, nuRequisicao: '2', cepDestino: '2004' },
      { ...item, nuRequisicao: '3', dataPostagem: '17/11/2026' },
    )
    expect(status).toBe(200)
    expect(body).toEqual([
      expect.objectContaining({ nuRequisicao: '1', dataMaxima: '2026-11-18T23:58:00' }),
      { coProduto: '03220', nuRequisicao: '2', txErro: expect.stringMatching(/^PRZ-101/) as string },
      expect.objectContaining({ nuRequisicao: '3', dataMaxima: '2026-11-19T23:58:00' }),
    ])
    await quotes({ batchLimit: 2 })
    expect((await lot(item, item, item)).status).toBe(400)
  })
})
