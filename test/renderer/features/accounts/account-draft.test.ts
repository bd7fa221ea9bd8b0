import { describe, expect, it } from 'vitest'
import {
  draftOf,
  draftProblems,
  freeName,
  savedAs,
  withLeadingZeros,
} from '../../../../src-renderer/features/accounts/account-draft.ts'
import { correios, stored } from './accounts-fixtures.ts'

const card = { key: 'postingCard', kind: 'digits', required: true, digits: 10 } as const

describe('a posting card', () => {
  it('gets the zeros back that a spreadsheet dropped', () => {
    expect(withLeadingZeros(card, '67599079')).toBe('0067599079')
    expect(withLeadingZeros(card, '6759.9079-0')).toBe('0675990790')
  })

  it('or a CEP has lost only one: fewer digits are still being typed', () => {
    const code = { key: 'originPostalCode', kind: 'digits', required: false, digits: 8 } as const
    expect(['1001000', '1001-000', '01001', '01001000'].map((text) => withLeadingZeros(code, text))).toEqual([
      '01001000',
      '01001000',
      null,
      null,
    ])
  })

  it('is left alone when it is whole, too short to be one, or no number', () => {
    expect(['0067599079', '675', 'abc', ''].map((text) => withLeadingZeros(card, text))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

describe('what is wrong with a draft', () => {
  it('names each field that lacks or has the wrong form', () => {
    const draft = { ...draftOf(correios), fields: { user: ' ', postingCard: '67599079', contract: '' } }
    expect(draftProblems(draft, correios)).toEqual({ user: 'required', accessCode: 'required', postingCard: 'digits' })
  })

  it('does not ask again for a secret that the keychain has', () => {
    expect(draftProblems(draftOf(correios, stored), correios, stored)).toEqual({})
  })
})

describe('what is saved', () => {
  it('leaves a stored secret alone when none was typed', () => {
    expect(savedAs(draftOf(correios, stored), correios)).toEqual({
      id: 7,
      carrier: 'correios',
      name: 'Loja',
      environment: 'production',
      fields: { user: 'loja', postingCard: '0067599079' },
    })
  })

  it('cleans digits and leaves out what is blank', () => {
    const draft = {
      ...draftOf(correios),
      fields: { user: ' loja ', postingCard: '00675.99079', contract: '' },
      secrets: { accessCode: ' abc ' },
    }
    expect(savedAs(draft, correios)).toMatchObject({
      fields: { user: 'loja', postingCard: '0067599079' },
      secrets: { accessCode: 'abc' },
    })
    expect(savedAs(draft, correios).fields).not.toHaveProperty('contract')
  })
})

it('finds a name that is still free', () => {
  expect(freeName('Correios', [])).toBe('Correios')
  expect(freeName('Correios', ['correios', 'Correios 2'])).toBe('Correios 3')
})
