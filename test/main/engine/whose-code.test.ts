import { expect, it } from 'vitest'
import { carriers } from '../../../src-main/carriers/registry.ts'
import { whoseCode } from '../../../src-main/engine/whose-code.ts'
import { inpostCode, s10 } from '../../support/tracking-codes.ts'

it.each([
  [s10(1), { carrier: 'correios' }],
  [inpostCode(1), { carrier: 'inpost' }],
  ['7891234567895', { reason: 'code-unknown-format' }],
])('says of %s what an import would', (code, said) => {
  expect(whoseCode(code, carriers)).toMatchObject(said)
})

it('names the digit that a wrong code should have', () => {
  const right = s10(1)
  const wrong = right.replace(/\d(?=BR$)/, (digit) => String((Number(digit) + 1) % 10))
  expect(whoseCode(wrong, carriers)).toEqual({ reason: 'code-check-digit', expected: right })
})
