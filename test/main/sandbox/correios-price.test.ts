import { describe, expect, it } from 'vitest'
import { correiosUnderTest, manualsQuestion, pricePath, type Fields, type Refusal } from './correios-under-test.ts'

/** Centavos of a price as the carrier writes it. */
function centavos(value: unknown): number {
  expect(value).toMatch(/^\d{1,3}(\.\d{3})*,\d\d$/)
  return Number(String(value).replace(/[.,]/g, ''))
}

/** What must hold of every price, whatever the tariff. */
function expectConsistent(price: Fields): void {
  const { servicoAdicional, pcProduto, pcFinal } = price
  const extras = (servicoAdicional as readonly Fields[]).reduce(
    (sum, one) => sum + centavos(one['pcServicoAdicional']),
    0,
  )
  expect(centavos(price['pcTotalServicosAdicionais'])).toBe(extras)
  expect(centavos(pcFinal)).toBe(centavos(pcProduto) + extras)
  const [band, further] = [centavos(price['pcFaixa']), centavos(price['pcTotalAdicional'])]
  expect(further).toBe(centavos(price['pcCadaAdicional']) * Number(price['qtAdicional']))
  expect(centavos(pcProduto)).toBe(band + further - centavos(price['vlTotalDescVariacao']))
  const varied = centavos(price['pcFaixaVariacao']) + centavos(price['pcTotalAdicionalVariacao'])
  expect(centavos(pcProduto)).toBe(varied)
}

const withExtras = { ...manualsQuestion, servicosAdicionais: '019,001', vlDeclarado: '200' }

describe('one price', () => {
  it('answers the question of the manual within the rules of its example', async () => {
    const { get } = await correiosUnderTest()
    const { status, body } = await get(pricePath(withExtras))
    expect(status).toBe(200)
    expectConsistent(body)
    // 1 % of what is declared above the automatic cover: 200,00 less 25,63.
    expect(body).toMatchObject({
      coProduto: '03220',
      peAdValorem: '0,0100',
      vlSeguroAutomatico: '25,63',
      inPesoCubico: 'N',
      psCobrado: '300',
      servicoAdicional: [
        { coServAdicional: '019', tpServAdicional: 'V', pcServicoAdicional: '1,74' },
        { coServAdicional: '001', tpServAdicional: 'A', pcServicoAdicional: '7,40' },
      ],
      pcTotalServicosAdicionais: '9,14',
    })
  })

  it('rounds as in the example of 2023: 14.8 % less, and 1 % of 75,50', async () => {
    const { get, quotes } = await correiosUnderTest()
    await quotes({ variation: 0.148, declaredValues: { '019': { cover: 2450, least: 2450, most: 1_000_000 } } })
    const { body } = await get(pricePath({ ...withExtras, vlDeclarado: '100' }))
    expectConsistent(body)
    expect(body).toMatchObject({ peVariacao: '0,1480', pcTotalServicosAdicionais: '8,16', vlSeguroAutomatico: '24,50' })
    const list = centavos(body['pcFaixa'])
    expect(centavos(body['vlTotalDescVariacao'])).toBe(Math.round(list * 0.148))
  })

  it('is the same each time, and in another sandbox', async () => {
    const [one, another] = [await correiosUnderTest(), await correiosUnderTest()]
    const first = await one.get(pricePath(withExtras))
    expect(await one.get(pricePath(withExtras))).toEqual(first)
    expect(await another.get(pricePath(withExtras))).toEqual(first)
  })

  it('grows with distance and weight, and SEDEX costs more than PAC', async () => {
    const { get } = await correiosUnderTest()
    const price = async (change: Record<string, string>) =>
      centavos((await get(pricePath({ ...manualsQuestion, ...change }))).body['pcFinal'])
    const rising = async (...changes: Record<string, string>[]) => {
      const prices: number[] = []
      for (const change of changes) prices.push(await price(change))
      expect(prices).toEqual([...prices].sort((a, b) => a - b))
      expect(new Set(prices).size).toBe(prices.length)
    }
    const to = (cepDestino: string) => ({ cepOrigem: '01310100', cepDestino })
    await rising(to('01001000'), to('13010000'), to('20040002'), to('90010000'), to('50010000'), to('69301000'))
    await rising(...['300', '301', '1001', '9001', '10001', '11001', '30000'].map((psObjeto) => ({ psObjeto })))
    await rising({ coProduto: '04227' }, { coProduto: '03298' }, { coProduto: '03220' }, { coProduto: '03158' })
  })

  it('writes large prices with a thousands dot', async () => {
    const { get, quotes } = await correiosUnderTest()
    await quotes({ declaredValues: { '019': { cover: 2563, least: 2563, most: 10_000_000 } } })
    const far = { ...manualsQuestion, cepOrigem: '99990000', cepDestino: '69301000', psObjeto: '30000' }
    const { body } = await get(pricePath({ ...far, servicosAdicionais: '019', vlDeclarado: '50000' }))
    expectConsistent(body)
    expect(body['pcFinal']).toMatch(/^\d\.\d{3},\d\d$/)
    expect(body).toMatchObject({ qtAdicional: '20', servicoAdicional: [{ pcServicoAdicional: '499,74' }] })
  })

  it.each([
    ['up to 5 kg the weight', { comprimento: '50', largura: '30', altura: '20' }, '300', 'N'],
    ['above 5 kg the volume', { comprimento: '50', largura: '30', altura: '20.004' }, '5001', 'S'],
    [
      'the weight where it is more',
      { comprimento: '50', largura: '40', altura: '30', psObjeto: '10001' },
      '10001',
      'N',
    ],
    ['a roll as length by diameter twice', { tpObjeto: '3', comprimento: '100', diametro: '30' }, '15000', 'S'],
    ['nothing of an envelope', { tpObjeto: '1', comprimento: '60', largura: '60', altura: '40' }, '300', 'N'],
    ['a volume that was given', { comprimento: '', largura: '', altura: '', psCubico: '7000' }, '7000', 'S'],
  ])('charges %s', async (_what, change, psCobrado, inPesoCubico) => {
    const { get } = await correiosUnderTest()
    expect((await get(pricePath({ ...manualsQuestion, ...change }))).body).toMatchObject({ psCobrado, inPesoCubico })
  })

  it('takes contract and directorate when they are those of the token', async () => {
    const { get } = await correiosUnderTest()
    const own = { ...manualsQuestion, nuContrato: '9912345678', nuDR: '72' }
    expect((await get(pricePath(own))).status).toBe(200)
    expect((await get(pricePath(own), 'contract')).status).toBe(200)
  })
})

describe('refusals', () => {
  const cases: readonly [string, Record<string, string>, RegExp][] = [
    ['a CEP with a hyphen', { cepDestino: '71930-000' }, /^PRC-101: .*cepDestino/],
    ['a CEP of no state', { cepOrigem: '00100000' }, /^PRC-101: .*cepOrigem/],
    ['no weight', { psObjeto: '' }, /^PRC-101: .*psObjeto/],
    ['a decimal comma', { servicosAdicionais: '019', vlDeclarado: '100,50' }, /^PRC-101: .*vlDeclarado/],
    ['a service that nobody knows', { coProduto: '12345' }, /^PRC-101: .*coProduto/],
    ['a day written as ISO', { dtEvento: '2026-11-16' }, /^PRC-101: .*dtEvento/],
    ['another directorate', { nuContrato: '9912345678', nuDR: '0' }, /^PRC-124: O numero do contrato/],
    ['another contract', { nuContrato: '9900000000', nuDR: '72' }, /^PRC-124: /],
    ['a contract without its directorate', { nuContrato: '9912345678' }, /^PRC-124: /],
    ['a service that is not on the card', { coProduto: '03662' }, /^ERP-010: .*03662/],
    ['SEDEX 12 across the country', { coProduto: '03140', cepDestino: '69010000' }, /^ERP-006: CEP de origem nao pode/],
    ['SEDEX Hoje into another town', { coProduto: '03204', cepDestino: '74003000' }, /^ERP-006: /],
    ['too small a value', { servicosAdicionais: '019', vlDeclarado: '20' }, /^ERP-013: .*25,63 e 10\.000,00/],
    ['too large a value for PAC', { coProduto: '03298', servicosAdicionais: '064', vlDeclarado: '5000' }, /^ERP-013: .*4\.668,29/],
    ['a declaration without a value', { servicosAdicionais: '019' }, /^ERP-013: /],
    ['a value without its declaration', { vlDeclarado: '100' }, /^ERP-052: .*019/],
    ['the declaration of SEDEX with PAC', { coProduto: '03298', servicosAdicionais: '019', vlDeclarado: '100' }, /^ERP-054: Servico adicional 019 .* \(03298\)\.$/],
    ['the declaration of PAC with SEDEX', { servicosAdicionais: '064', vlDeclarado: '100' }, /^ERP-054: .*064.*03220/],
    ['own hands with Mini Envios', { coProduto: '04227', servicosAdicionais: '002' }, /^ERP-054: .*002.*04227/],
    ['too heavy', { psObjeto: '30001' }, /^Peso do objeto \(30001 g\) superior .* 30000 g\.$/],
    ['too heavy for SEDEX 10', { coProduto: '03158', psObjeto: '10001' }, /10000 g/],
    ['too long', { comprimento: '101' }, /^Dimensao comprimento \(101 cm\) superior .* 100 cm\.$/],
    ['too much in sum', { comprimento: '80', largura: '80', altura: '41' }, /^Dimensao comprimento \+ largura \+ altura \(201 cm\)/],
    ['too small', { largura: '9' }, /^Dimensao largura \(9 cm\) inferior .* 10 cm\.$/],
    ['a roll that is too long', { tpObjeto: '3', comprimento: '100', diametro: '51' }, /dobro do diametro \(202 cm\)/],
  ] // prettier-ignore

  it.each(cases)('alone with 400: %s', async (_what, change, text) => {
    const { get } = await correiosUnderTest()
    const { status, body } = await get<Refusal>(pricePath({ ...manualsQuestion, ...change }))
    expect([status, body.method]).toEqual([400, 'GET'])
    expect(body.msgs).toEqual([expect.stringMatching(text)])
  })

  it('in a batch with 200 and txErro, beside the prices of the others', async () => {
    const { post } = await correiosUnderTest()
    const items = [
      { ...manualsQuestion, nuRequisicao: '7' },
      { ...manualsQuestion, nuRequisicao: 'x-8', coProduto: '03298', servicosAdicionais: [{ coServAdicional: '019' }], vlDeclarado: 100 },
      { ...manualsQuestion, nuRequisicao: 9, coProduto: '03298', servicosAdicionais: [{ coServAdicional: '064' }, { coServAdicional: '002' }], vlDeclarado: '100.50', dtEvento: '16/11/2026' },
    ] // prettier-ignore
    const { status, body } = await post('/preco/v1/nacional', { idLote: '1', parametrosProduto: items })
    expect(status).toBe(200)
    expect(body).toHaveLength(3)
    expect(body[1]).toEqual({
      coProduto: '03298',
      nuRequisicao: 'x-8',
      txErro: expect.stringMatching(/^ERP-054: /) as string,
    })
    for (const at of [0, 2]) expectConsistent(body[at] ?? {})
    expect(body.map(({ nuRequisicao }) => nuRequisicao)).toEqual(['7', 'x-8', '9'])
    expect(body[2]).toMatchObject({ pcTotalServicosAdicionais: '9,55' })
  })

  it('of a batch as a whole: too long, empty, none', async () => {
    const { post, quotes } = await correiosUnderTest()
    const lot = (count: number) => ({
      idLote: '1',
      parametrosProduto: Array.from({ length: count }, () => manualsQuestion),
    })
    const status = async (body: unknown) => (await post('/preco/v1/nacional', body)).status
    expect(await status(lot(100))).toBe(200)
    expect(await status(lot(101))).toBe(400)
    await quotes({ batchLimit: 5 })
    expect([await status(lot(5)), await status(lot(6))]).toEqual([200, 400])
    expect([await status(lot(0)), await status({}), await status('x')]).toEqual([400, 400, 400])
  })
})

describe('additional services', () => {
  const offered = async (product: string, more = '') => {
    const { get } = await correiosUnderTest()
    const { status, body } = await get<readonly Fields[]>(`/preco/v1/servicos-adicionais/${product}${more}`)
    expect(status).toBe(200)
    return body
  }

  it('are those of the family, with the values that may be declared and what that costs', async () => {
    const pac = await offered('03298', '?vlDeclarado=100&dtEvento=2026-11-16')
    expect(pac.map(({ codigo }) => codigo)).toEqual(['001', '002', '011', '017', '025', '064'])
    expect(pac.at(-1)).toMatchObject({
      codigo: '064',
      sigla: 'VD',
      preco: '0,74',
      vlMinDeclarado: '25,63',
      vlMaxDeclarado: '4.668,29',
    })
    expect((await offered('04227')).map(({ codigo }) => codigo)).toEqual(['001', '025', '065'])
  })

  it('are refused for what is no service, and for one that is not on the card', async () => {
    const { get } = await correiosUnderTest()
    const refused = async (path: string) => (await get<Refusal>(`/preco/v1/servicos-adicionais/${path}`)).body.msgs[0]
    expect(await refused('99999')).toMatch(/^PRC-101/)
    expect(await refused('03220?vlDeclarado=1,5')).toMatch(/^PRC-101/)
    expect(await refused('03662')).toMatch(/^ERP-010/)
  })
})
