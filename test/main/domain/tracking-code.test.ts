import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkS10,
  cleanCode,
  groupCode,
  gs1CheckDigit,
  readCode,
  s10CheckDigit,
} from '../../../src-main/domain/tracking-code.ts'

describe('checkS10', () => {
  it.each([
    'DL746686536BR',
    'DL760237272BR',
    'PH185560916BR',
    'DG049186230BR',
    'PJ236077302BR',
    'SL999221795BR',
    'YJ460348417BR',
    'QP302718234BR',
    'LX697446262CN',
    'RR473124829PL',
    'RB123456785GB',
  ])('%s is right', (code) => {
    expect(checkS10(code)).toEqual({ kind: 'valid' })
  })

  it.each([
    ['RU012345678BR', 'RU012345675BR'],
    ['AA123456789BR', 'AA123456785BR'],
    ['SL123456789BR', 'SL123456785BR'],
    ['AA987654321BR', 'AA987654326BR'],
  ])('%s should be %s', (code, expected) => {
    expect(checkS10(code)).toEqual({ kind: 'wrong-digit', expected })
  })

  it.each(['', 'AA12345678BR', 'AA1234567890BR', '520113017830399002575123', 'aa123456785br', 'AA123456785B1'])(
    '%j is of another shape',
    (code) => {
      expect(checkS10(code)).toEqual({ kind: 'other' })
    },
  )

  it('uses 5 where the rest is 0 and 0 where it is 1', () => {
    expect(s10CheckDigit('12345674')).toBe(5)
    expect(s10CheckDigit('04918623')).toBe(0)
  })

  it('finds any single digit that was typed wrongly', () => {
    const serial = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(8, '0'))
    fc.assert(
      fc.property(serial, fc.nat(7), fc.integer({ min: 1, max: 9 }), (right, position, shift) => {
        const digit = (Number(right[position]) + shift) % 10
        const wrong = right.slice(0, position) + digit + right.slice(position + 1)
        const check = s10CheckDigit(right)
        // Rests 0 and 6 both give 5: the one pair that the rule can't tell apart.
        fc.pre(s10CheckDigit(wrong) !== check || check !== 5)
        expect(checkS10(`QB${wrong}${check}BR`).kind).toBe('wrong-digit')
      }),
    )
  })
})

describe('readCode', () => {
  it.each([
    [' aa 123 456 785 br ', 'AA123456785BR'],
    ['AA-123.456.785-BR', 'AA123456785BR'],
    ["'520113017830399002575123", '520113017830399002575123'],
    ['(00) 7 5900773 1 51200062 1', '00759007731512000621'],
    ['AA123456785BR\u200b', 'AA123456785BR'],
    ['AA\u00a0123456785\u00a0BR', 'AA123456785BR'],
  ])('%j is %s', (cell, code) => {
    expect(readCode(cell)).toEqual({ kind: 'code', code })
  })

  it.each(['1,12E+11', '5.2E+23', '5E23', '6,2e+23'])('%s was spoiled by a spreadsheet program', (cell) => {
    expect(readCode(cell)).toEqual({ kind: 'scientific' })
  })

  it.each(['', '   ', "'", '-', '( )'])('%j is empty', (cell) => {
    expect(readCode(cell)).toEqual({ kind: 'empty' })
  })

  it('leaves a clean code as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cleanCode(cleanCode(text))).toBe(cleanCode(text))
      }),
    )
  })
})

describe('groups and other digits', () => {
  it.each([
    ['AA123456785BR', 'AA 123 456 785 BR'],
    ['520113017830399002575123', '5201 1301 7830 3990 0257 5123'],
    ['1Z5R89390357567127', '1Z5R89390357567127'],
  ])('%s reads %s', (code, grouped) => {
    expect(groupCode(code)).toBe(grouped)
  })

  it.each([
    ['0065900773056815834', 1],
    ['0034043416109401590', 2],
  ])('GS1 digit of %s is %i', (digits, check) => {
    expect(gs1CheckDigit(digits)).toBe(check)
  })
})
