import { describe, expect, it } from 'vitest'
import { checkShipment } from '../../../../src-main/carriers/correios/limits.ts'
import type { Shipment } from '../../../../src-main/domain/shipment.ts'
import { shipment } from './quote-bench.ts'

const names = {
  '03298': 'PAC CONTRATO AG',
  '03220': 'SEDEX CONTRATO AG',
  '03158': 'SEDEX 10 CONTRATO AG',
  '03140': 'SEDEX 12 CONTRATO AG',
  '03204': 'SEDEX HOJE CONTRATO AG',
  '04227': 'CORREIOS MINI ENVIOS CTR AG',
  '03328': 'PAC CONTR GRAND FORMATO',
  '04219': 'SEDEX KIT ISENCAO',
  '99999': 'SEDEX QUE NINGUEM CONHECE',
  '88888': 'OUTRA COISA',
} as const
type Code = keyof typeof names

const check = (code: Code, more: Partial<Shipment>) =>
  checkShipment({ code, name: names[code] }, shipment(more)).map(({ code: refused, detail, carrierSays }) => {
    expect(carrierSays).toBeNull()
    return [refused, ...Object.values(detail ?? {})]
  })
const box = (lengthMm: number, widthMm: number, heightMm: number): Partial<Shipment> => ({
  format: 'box',
  lengthMm,
  widthMm,
  heightMm,
})
const roll = (lengthMm: number, widthMm: number): Partial<Shipment> => ({
  format: 'roll',
  lengthMm,
  widthMm,
  heightMm: null,
})
const envelope = (lengthMm: number, widthMm: number): Partial<Shipment> => ({
  ...roll(lengthMm, widthMm),
  format: 'envelope',
})

describe('weight', () => {
  it.each<[Code, number, (string | number)[][]]>([
    ['03298', 30_000, []],
    ['03298', 30_001, [['quote.too-heavy', 30_000, 30_001]]],
    ['03220', 30_001, [['quote.too-heavy', 30_000, 30_001]]],
    ['03158', 10_000, []],
    ['03158', 10_001, [['quote.too-heavy', 10_000, 10_001]]],
    ['03140', 10_001, [['quote.too-heavy', 10_000, 10_001]]],
    ['03204', 10_001, [['quote.too-heavy', 10_000, 10_001]]],
    ['04227', 1000, []],
    ['04227', 1001, [['quote.too-heavy', 1000, 1001]]],
    ['03328', 50_000, []],
    ['99999', 30_001, [['quote.too-heavy', 30_000, 30_001]]],
    ['88888', 900_000, []],
  ])('%s with %i g', (code, weightG, refusals) => {
    expect(check(code, { weightG })).toEqual(refusals)
  })
})

describe('size', () => {
  it.each<[string, Code, Partial<Shipment>, (string | number)[][]]>([
    ['the smallest box', '03298', box(150, 100, 10), []],
    ['a box in any order of its sides', '03298', box(10, 150, 100), []],
    ['105 cm, where sources disagree', '03298', box(1050, 100, 10), []],
    ['longer than both', '03298', box(1051, 100, 10), [['quote.too-large', 'length', 1050, 1051]]],
    ['200 cm together', '03298', box(1000, 500, 500), []],
    ['a millimetre more', '03298', box(1000, 501, 500), [['quote.too-large', 'sum', 2000, 2001]]],
    [
      'too short, narrow and flat',
      '03298',
      box(149, 99, 9),
      [
        ['quote.too-small', 'length', 150, 149],
        ['quote.too-small', 'width', 100, 99],
        ['quote.too-small', 'height', 10, 9],
        ['quote.too-small', 'sum', 260, 257],
      ],
    ],
    ['a large format', '03328', box(1500, 1000, 500), []],
    [
      'larger than a large format',
      '03328',
      box(1501, 1000, 500),
      [
        ['quote.too-large', 'length', 1500, 1501],
        ['quote.too-large', 'sum', 3000, 3001],
      ],
    ],
    ['the smallest roll', '03220', roll(180, 50), []],
    ['a thin roll', '03220', roll(200, 49), [['quote.too-small', 'diameter', 50, 49]]],
    [
      'a thick roll',
      '03220',
      roll(180, 911),
      [
        ['quote.too-large', 'diameter', 910, 911],
        ['quote.too-large', 'sum', 2000, 2002],
      ],
    ],
    ['a roll of length + 2 x diameter', '03220', roll(1001, 500), [['quote.too-large', 'sum', 2000, 2001]]],
    ['the smallest envelope', '03298', envelope(160, 110), []],
    ['the largest envelope', '03298', envelope(600, 600), []],
    [
      'an envelope that is none',
      '03298',
      envelope(601, 100),
      [
        ['quote.too-large', 'length', 600, 601],
        ['quote.too-small', 'width', 110, 100],
      ],
    ],
  ])('%s', (_, code, measures, refusals) => {
    expect(check(code, measures)).toEqual(refusals)
  })
})

describe('declared value and extras', () => {
  it.each<[string, Code, Partial<Shipment>, (string | number)[][]]>([
    ['SEDEX up to 10.000', '03220', { declaredValue: 1_000_000 }, []],
    [
      'SEDEX above',
      '03220',
      { declaredValue: 1_000_001 },
      [['quote.declared-value-range', 1850, 1_000_000, 1_000_001]],
    ],
    ['PAC as seen in 2026', '03298', { declaredValue: 466_829 }, []],
    ['PAC above', '03298', { declaredValue: 466_830 }, [['quote.declared-value-range', 1850, 466_829, 466_830]]],
    ['PAC below any', '03298', { declaredValue: 1849 }, [['quote.declared-value-range', 1850, 466_829, 1849]]],
    ['Mini Envios above 100', '04227', { declaredValue: 10_001 }, [['quote.declared-value-range', 1, 10_000, 10_001]]],
    ['a service without', '04219', { declaredValue: 5000 }, [['quote.extra-not-offered', 'declared-value']]],
    ['Mini Envios with a receipt', '04227', { receipt: true }, []],
    ['Mini Envios in own hands', '04227', { ownHands: true }, [['quote.extra-not-offered', '002']]],
    ['PAC with both', '03298', { receipt: true, ownHands: true }, []],
    ['a stranger: the carrier knows', '88888', { declaredValue: 1, receipt: true, ownHands: true }, []],
  ])('%s', (_, code, more, refusals) => {
    expect(check(code, more)).toEqual(refusals)
  })

  it('names the worst first', () => {
    expect(
      check('04227', { weightG: 40_000, ...box(1500, 100, 10), declaredValue: 50_000 }).map(([code]) => code),
    ).toEqual(['quote.too-heavy', 'quote.too-large', 'quote.declared-value-range'])
  })
})
