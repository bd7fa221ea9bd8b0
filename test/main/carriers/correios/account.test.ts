import { describe, expect, it } from 'vitest'
import { account } from '../../../../src-main/carriers/correios/account.ts'

describe('the account', () => {
  const fields = { user: ' loja ', postingCard: '12345678', contract: '', dr: '' }
  it('gives a posting card its zeros back and leaves out what is empty', () => {
    expect(account.parse(fields)).toEqual({ user: 'loja', postingCard: '0012345678' })
    expect(account.parse({ ...fields, postingCard: '00.1234.5678', contract: '99.1234.5678', dr: '8' })).toEqual({
      user: 'loja',
      postingCard: '0012345678',
      contract: '9912345678',
      dr: '08',
    })
  })

  it.each<[string, string, string | undefined]>([
    ['sedexCard', '76543210', '0076543210'],
    ['sedexCard', ' 007654 3210 ', '0076543210'],
    ['sedexCard', '', undefined],
    ['sedexCard', '  ', undefined],
    ['originPostalCode', '01001-000', '01001000'],
    ['originPostalCode', '1001000', '01001000'],
    ['originPostalCode', ' ', undefined],
    ['extraDays', ' 2 ', '2'],
    ['extraDays', '07', '7'],
    ['extraDays', '0', '0'],
    ['extraDays', '60', '60'],
    ['extraDays', '', undefined],
    ['extraValue', '3,5', '3,50'],
    ['extraValue', '3.50', '3,50'],
    ['extraValue', 'R$ 12', '12,00'],
    ['extraValue', '5%', '5%'],
    ['extraValue', '05,50 %', '5,5%'],
    ['extraValue', '2.0%', '2%'],
    ['extraValue', '', undefined],
  ])('takes %s %j as %j', (key, typed, stored) => {
    const cleaned = account.parse({ ...fields, [key]: typed })
    expect(cleaned[key]).toBe(stored)
    expect(account.parse(cleaned)).toEqual(cleaned)
  })

  it.each([
    { postingCard: '123' },
    { postingCard: '12345678901' },
    { user: ' ' },
    { dr: '99' },
    { contract: '12' },
    { sedexCard: '123' },
    { originPostalCode: '010010001' },
    { originPostalCode: '123' },
    { extraDays: '61' },
    { extraDays: '-1' },
    { extraDays: '1,5' },
    { extraValue: '-3' },
    { extraValue: 'muito' },
    { extraValue: '1.234,50' },
    { extraValue: '3,505' },
    { extraValue: '300,01%' },
  ])('refuses %j', (wrong) => {
    expect(account.safeParse({ ...fields, ...wrong }).success).toBe(false)
  })
})
