import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCountry } from '../../../src-main/domain/country-name.ts'
import { readTaxNumber } from '../../../src-main/domain/cpf-cnpj.ts'
import { readEmail } from '../../../src-main/domain/email-address.ts'
import { readInvoiceKey } from '../../../src-main/domain/invoice-key.ts'
import { readPostalCode } from '../../../src-main/domain/postal-code.ts'

describe('CPF and CNPJ', () => {
  it.each([
    ['529.982.247-25', 'CPF', '52998224725'],
    ['00000000191', 'CPF', '00000000191'],
    ['11.222.333/0001-81', 'CNPJ', '11222333000181'],
    ['12.ABC.345/01DE-35', 'CNPJ', '12ABC34501DE35'],
    ['12abc34501de35', 'CNPJ', '12ABC34501DE35'],
  ])('%s', (text, type, number) => expect(readTaxNumber(text)).toEqual({ kind: 'valid', type, number }))

  it('puts back zeros that a spreadsheet program dropped, when both check digits agree', () => {
    expect(readTaxNumber('1234567890')).toEqual({ kind: 'valid', type: 'CPF', number: '01234567890' })
    expect(readTaxNumber('1234567891')).toEqual({ kind: 'other' })
  })

  it.each([
    ['52998224726', 'CPF'],
    ['11111111111', 'CPF'],
    ['11222333000182', 'CNPJ'],
    ['12ABC34501DE36', 'CNPJ'],
  ])('%s has wrong digits', (text, type) => expect(readTaxNumber(text)).toEqual({ kind: 'wrong-digits', type }))

  it('sees every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('52998224725', '11222333000181'),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (number, place, by) => {
          const at = place % number.length
          const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
          expect(readTaxNumber(wrong).kind).toBe('wrong-digits')
        },
      ),
    )
  })
})

describe('invoice keys', () => {
  const withDigit = (body: string) => {
    for (let digit = 0; digit <= 9; digit++)
      if (readInvoiceKey(`${body}${digit}`).kind === 'valid') return `${body}${digit}`
    throw new Error('no digit fits')
  }
  it('checks 44 digits by modulo 11', () => {
    // The example of the NF-e integrator's manual (MOC 7.0, annex I).
    expect(readInvoiceKey('5206 0433 0099 1100 2506 5501 2000 0007 8002 6730 1615')).toEqual({
      kind: 'valid',
      key: '52060433009911002506550120000007800267301615',
    })
    expect(readInvoiceKey('52060433009911002506550120000007800267301616')).toEqual({ kind: 'wrong-digit' })
    expect(readInvoiceKey('5206043300991100250655012000000780026730161')).toEqual({ kind: 'other', length: 43 })
  })
  it('reads the key of an issuer whose CNPJ has letters', () => {
    expect(withDigit('35260712ABC34501DE3555001000000011100000001')).toHaveLength(44)
  })
})

describe('postal codes', () => {
  it.each([
    ['01310-100', null, null, '01310100'],
    ['01.310-100', 'BR', 'SP', '01310100'],
    ['1310100', null, null, '01310100'],
    ['1310100', 'BR', 'SP', '01310100'],
    ['1310100', 'BR', 'RJ', null],
    ['00-950', null, null, '00-950'],
    ['00-950', 'PL', null, '00-950'],
    ['SW1A 1AA', 'GB', null, 'SW1A 1AA'],
    ['12345', null, null, null],
    ['cep', 'BR', null, null],
  ])('%s in %s, %s', (text, country, state, expected) => expect(readPostalCode(text, country, state)).toBe(expected))
})

it.each([
  ['Maria@Exemplo.COM.BR', 'Maria@exemplo.com.br'],
  ['<a.b+c@sub.exemplo.pl>', 'a.b+c@sub.exemplo.pl'],
  ['ana@correio.café', 'ana@correio.café'],
  ['a@b', null],
  ['a b@c.de', null],
  ['a@b.com;c@d.com', null],
  ['.a@b.com', null],
  ['sem arroba', null],
])('e-mail %s', (text, expected) => expect(readEmail(text)).toBe(expected))

it.each([
  ['Brasil', 'BR'],
  ['POLÔNIA', 'PL'],
  ['Polska', 'PL'],
  ['Germany', 'DE'],
  ['Stany Zjednoczone', 'US'],
  ['pt', 'PT'],
  ['Atlântida', null],
])('country %s', (text, code) => expect(readCountry(text)).toBe(code))
