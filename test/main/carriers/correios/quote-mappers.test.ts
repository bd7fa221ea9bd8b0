import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { centavosIn, wholeIn } from '../../../../src-main/carriers/correios/amounts.ts'
import { mapDeadline } from '../../../../src-main/carriers/correios/deadline-mapper.ts'
import { mapPrice } from '../../../../src-main/carriers/correios/price-mapper.ts'
import { refusalOf } from '../../../../src-main/carriers/correios/quote-refusals.ts'
import type { QuoteRefusal } from '../../../../src-main/domain/quote.ts'

describe('an amount', () => {
  it.each<[string | number | undefined, number | null]>([
    ['19,92', 1992],
    ['1.234,56', 123_456],
    ['1.234.567,89', 123_456_789],
    ['1.234', 123_400],
    ['0,07', 7],
    ['7', 700],
    ['7,5', 750],
    ['12,3400', 1234],
    ['0,29', 29],
    ['1,15', 115],
    ['R$ 4,35', 435],
    ['12.34', 1234],
    [19.92, 1992],
    [0.29, 29],
    [1234, 123_400],
    ['0,001', null],
    ['12,345', null],
    ['-1,00', null],
    ['1,234.56', null],
    ['', null],
    ['grátis', null],
    [1e21, null],
    [Number.NaN, null],
    [undefined, null],
  ])('%j is %j centavos', (text, centavos) => {
    expect(centavosIn(text)).toBe(centavos)
  })

  it.each<[string | number | undefined, number | null]>([
    ['300', 300],
    [5025, 5025],
    ['1.300', 1300],
    ['300,00', 300],
    ['0,5', null],
    ['leve', null],
  ])('%j is the whole number %j', (text, whole) => {
    expect(wholeIn(text)).toBe(whole)
  })
})

const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>

describe('a price', () => {
  it('is read from the manual’s sample: declared value and receipt by SEDEX', () => {
    expect(mapPrice(sample('price-manual'))).toEqual({
      ok: true,
      value: {
        total: 1992,
        service: 1113,
        extras: [
          { code: '019', price: 179 },
          { code: '001', price: 700 },
        ],
        chargedWeightG: 300,
        byVolume: false,
      },
    })
  })

  it('is read from the sample of a contract with a variation', () => {
    expect(mapPrice(sample('price-contract'))).toEqual({
      ok: true,
      value: {
        total: 3455,
        service: 2639,
        extras: [
          { code: '019', price: 76 },
          { code: '001', price: 740 },
        ],
        chargedWeightG: 300,
        byVolume: false,
      },
    })
  })

  it('does without what is not told', () => {
    expect(mapPrice({ pcFinal: '19,92', servicoAdicional: { coServAdicional: 1, pcServicoAdicional: 7 } })).toEqual({
      ok: true,
      value: {
        total: 1992,
        service: 1292,
        extras: [{ code: '001', price: 700 }],
        chargedWeightG: null,
        byVolume: null,
      },
    })
  })

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no object', 'x'],
    ['a price of zero', { pcFinal: '0,00' }],
    ['an amount that is none', { pcFinal: 'grátis' }],
    [
      'extras for more than the whole',
      { pcFinal: '5,00', servicoAdicional: [{ coServAdicional: '001', pcServicoAdicional: '7,00' }] },
    ],
    ['an extra without its price', { pcFinal: '10,00', servicoAdicional: [{ coServAdicional: '019' }] }],
  ])('is never made of %s', (_, item) => {
    expect(mapPrice(item)).toMatchObject({ ok: false, error: { code: 'carrier.malformed-answer' } })
  })

  it('is refused where the item says so, whatever else it has', () => {
    const txErro = 'ERP-006: CEP de origem nao pode postar para CEP de destino'
    for (const item of [{ txErro }, { txErro, pcFinal: '0,00' }, { txErro, pcFinal: '10,00' }, { mensagem: txErro }]) {
      expect(mapPrice(item)).toEqual({
        ok: false,
        error: { code: 'quote.route-not-served', carrierSays: txErro, carrierCode: 'ERP-006' },
      })
    }
  })
})

describe('a deadline', () => {
  const item = {
    coProduto: '03298',
    prazoEntrega: 7,
    dataMaxima: '2026-12-01T23:58:00',
    entregaDomiciliar: 'S',
    entregaSabado: 'N',
    entregaDomingo: 'N',
  }
  const value = {
    days: 7,
    latestOn: '2026-12-01',
    homeDelivery: true,
    onSaturdays: false,
    onSundays: false,
    warning: null,
  }

  it.each<[string, object, object]>([
    ['as it is', {}, {}],
    ['with days as text', { prazoEntrega: '7' }, {}],
    ['with the day as dd/mm/yyyy', { dataMaxima: '01/12/2026' }, {}],
    ['without a day', { dataMaxima: undefined }, { latestOn: null }],
    ['without flags', { entregaDomiciliar: '', entregaSabado: null }, { homeDelivery: null, onSaturdays: null }],
    ['of the same day', { prazoEntrega: 0 }, { days: 0 }],
    [
      'with a warning',
      { entregaDomiciliar: 'N', msgPrazo: 'Entrega na ag&ecirc;ncia' },
      { homeDelivery: false, warning: 'Entrega na agência' },
    ],
    [
      'with an error that is a warning',
      { txErro: '011: até sete dias a mais' },
      { warning: '011: até sete dias a mais' },
    ],
  ])('%s', (_, more, changed) => {
    expect(mapDeadline({ ...item, ...more })).toEqual({ ok: true, value: { ...value, ...changed } })
  })

  it('is refused by an error without days', () => {
    const txErro = 'PRZ-101: O valor do(s) parâmetro(s) cepDestino é(são) inválido(s).'
    for (const prazoEntrega of [undefined, 0, '0']) {
      expect(mapDeadline({ txErro, prazoEntrega })).toMatchObject({
        ok: false,
        error: { code: 'quote.postal-code', carrierCode: 'PRZ-101', carrierSays: txErro },
      })
    }
  })

  it.each([[{}], ['x'], [{ prazoEntrega: 'logo' }]])('is never made of %j', (odd) => {
    expect(mapDeadline(odd)).toMatchObject({ ok: false, error: { code: 'carrier.malformed-answer' } })
  })
})

describe('a refusal', () => {
  it.each<[string, Partial<QuoteRefusal>]>([
    [
      'PRC-101: O valor do(s) parâmetro(s) cepOrigem é(são) inválido(s).',
      { code: 'quote.postal-code', carrierCode: 'PRC-101' },
    ],
    [
      'PRC-101: O valor do(s) parâmetro(s) psObjeto é(são) inválido(s).',
      { code: 'quote.refused', carrierCode: 'PRC-101' },
    ],
    [
      'PRC-124: O numero do contrato e/ou numero da DR informado nao e o mesmo apresentado no token de acesso.',
      { code: 'quote.contract-mismatch' },
    ],
    ["PRZ-116: Parâmetro 'cepDestino' obrigatório para obter o prazo.", { code: 'quote.postal-code' }],
    ['ERP-006: CEP de origem nao pode postar para CEP de destino', { code: 'quote.route-not-served' }],
    ['ERP-007: CEP de origem nao pode postar para o CEP de destino informado(-1).', { code: 'quote.route-not-served' }],
    [
      '-888: CEP de origem nao pode postar para o CEP de destino informado(-1).',
      { code: 'quote.route-not-served', carrierCode: null },
    ],
    ['ERP-010: produto nao contratado', { code: 'quote.service-not-contracted' }],
    ['CON-011: Serviço não disponível para o cartão', { code: 'quote.service-not-contracted' }],
    [
      'ERP-013: Valor declarado deve estar entre 25,63 e 4.668,29',
      { code: 'quote.declared-value-range', detail: { least: 2563, most: 466_829 } },
    ],
    ['ERP-013: Valor declarado fora da faixa', { code: 'quote.declared-value-range' }],
    ['ERP-052: vlDeclarado sem servico adicional', { code: 'quote.extra-not-offered' }],
    [
      'ERP-054: Servico adicional 019 nao pode ser prestado com o servico informado (03298).',
      { code: 'quote.extra-not-offered', detail: { extra: '019' } },
    ],
    ['ERP-999: qualquer coisa', { code: 'quote.refused', carrierCode: 'ERP-999' }],
    ['Peso excede o permitido', { code: 'quote.refused', carrierCode: null }],
  ])('%s', (words, refusal) => {
    expect(refusalOf(words)).toMatchObject({ ...refusal, carrierSays: words })
  })

  it('tells no secret', () => {
    expect(refusalOf('ERP-999: senha=abc123 Bearer eyJhbGci.abc.def')).toMatchObject({
      carrierSays: 'ERP-999: senha=[secret] Bearer [secret]',
    })
  })
})
