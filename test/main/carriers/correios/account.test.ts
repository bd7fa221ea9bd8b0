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

  it.each([{ postingCard: '123' }, { postingCard: '12345678901' }, { user: ' ' }, { dr: '99' }, { contract: '12' }])(
    'refuses %j',
    (wrong) => {
      expect(account.safeParse({ ...fields, ...wrong }).success).toBe(false)
    },
  )
})
