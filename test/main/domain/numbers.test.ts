import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal, scaled } from '../../../src-main/domain/decimal-number.ts'
import { readDimensions, readLength, readWeight } from '../../../src-main/domain/measure.ts'
import { readMoney } from '../../../src-main/domain/money-text.ts'

describe('numbers as people write them', () => {
  const value = (text: string, three: 'fraction' | 'thousands' = 'fraction') => {
    const decimal = readDecimal(text, three)
    return decimal && scaled(decimal, 3)
  }

  it.each([
    ['1.234,56', 1_234_560],
    ['1,234.56', 1_234_560],
    ['1 234,56', 1_234_560],
    ['1\u00a0234,56', 1_234_560],
    ["1'234.56", 1_234_560],
    ['1.234.567', 1_234_567_000],
    ['12.5', 12_500],
    [',5', 500],
    ['0,350', 350],
    ['-3', -3000],
    ['007', 7000],
    ['0,0005', 1],
    ['1,0004', 1000],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected))

  it.each(['', 'x', '1,2,3', '1.23.4', '1,234.56.7', '1.234,56,7', '12 34', '1e5', '--1', '1-', '.', ',', '١٢'])(
    '%j is none',
    (text) => expect(value(text)).toBeNull(),
  )

  it('takes one separator before three digits as the column means it', () => {
    expect(value('1.250')).toBe(1250)
    expect(value('1.250', 'thousands')).toBe(1_250_000)
    expect(value('0.250', 'thousands')).toBe(250)
  })

  it('loses nothing to binary fractions, in either notation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom(['.', ','], [',', '.']),
        fc.boolean(),
        (cents, [group = '', mark = ''], grouped) => {
          const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, grouped ? group : '')
          const money = readMoney(`${whole}${mark}${String(cents % 100).padStart(2, '0')}`, 'BRL')
          expect(money).toEqual({ amount: cents, currency: 'BRL' })
        },
      ),
    )
  })

  it('reads the numbers of workbooks to the last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        expect(readMoney(cents / 100, 'BRL')?.amount).toBe(cents)
      }),
    )
  })
})

describe('weights', () => {
  it.each([
    ['0,350', 'kg', 350],
    ['1.250', 'kg', 1250],
    ['1.250', 'g', 1250],
    ['1,5 kg', 'g', 1500],
    ['350 g', 'kg', 350],
    ['350gr', 'kg', 350],
    [0.35, 'kg', 350],
    [350, 'g', 350],
    ['1.000', 'kg', 1000],
  ] as const)('%s of a column in %s', (cell, unit, grams) => expect(readWeight(cell, unit)).toBe(grams))

  it.each([
    ['-1', 'kg'],
    ['1 250', 'kg'],
    ['2000', 'kg'],
    ['muito', 'kg'],
    ['0,350', 'g'],
    ['10 lb', 'kg'],
  ] as const)('%s of a column in %s is none', (cell, unit) => expect(readWeight(cell, unit)).toBeNull())
})

describe('lengths', () => {
  it('goes by the unit in the cell, else by the column', () => {
    expect(readLength('20', 'cm')).toBe(200)
    expect(readLength('20,5', 'cm')).toBe(205)
    expect(readLength('200 mm', 'cm')).toBe(200)
    expect(readLength('0,2 m', 'cm')).toBe(200)
    expect(readLength('2000', 'cm')).toBeNull()
  })

  it.each([
    ['20x15x10', [200, 150, 100]],
    ['20 X 15,5 X 10 cm', [200, 155, 100]],
    ['200×150×100mm', [200, 150, 100]],
    ['20cm x 15cm x 100mm', [200, 150, 100]],
    ['20*15*10', [200, 150, 100]],
    ['20x15', null],
    ['axbxc', null],
  ])('%s', (cell, lengths) => expect(readDimensions(cell, 'cm')).toEqual(lengths))
})

describe('money', () => {
  it.each([
    ['R$ 1.234,56', 123_456, 'BRL'],
    ['1.234', 123_400, 'BRL'],
    ['12,00 zł', 1200, 'PLN'],
    ['PLN 12', 1200, 'PLN'],
    ['€ 9,90', 990, 'EUR'],
    ['US$ 5', 500, 'USD'],
  ])('%s', (text, amount, currency) => expect(readMoney(text, 'BRL')).toEqual({ amount, currency }))

  it('is never negative', () => expect(readMoney('-5,00', 'BRL')).toBeNull())
})
