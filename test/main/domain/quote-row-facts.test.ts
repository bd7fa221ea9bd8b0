import { expect, it } from 'vitest'
import { offerNamed, quoteRowFacts } from '../../../src-main/domain/quote-row-facts.ts'

const offer = (code: string, name: string, total: number | null) => ({
  service: { code, name },
  price: total === null ? null : { value: { total } },
})
const pac = offer('03298', 'PAC CONTRATO AG', 2000)
const sedex = offer('03220', 'SEDEX CONTRATO AG', 3100)
const ten = offer('03158', 'SEDEX 10 CONTRATO AG', null)
const offers = [ten, sedex, pac]

it.each([
  ['SEDEX', sedex],
  ['sedex contrato ag', sedex],
  ['SEDEX 10', ten],
  ['03298', pac],
  ['Pac', pac],
  ['Motoboy', null],
])('%s is the offer of that service', (name, expected) => {
  expect(offerNamed(offers, name)).toBe(expected)
})

it('what was used costs more than what the rules take, and that more than the cheapest', () => {
  const result = { offers, cheapest: '03298', fastest: '03158', choice: { service: '03298' } }
  expect(quoteRowFacts({ used: 'SEDEX', result })).toEqual({
    cheapest: pac,
    fastest: ten,
    chosen: pac,
    used: sedex,
    chosenOverCheapest: 0,
    usedOverChosen: 1100,
  })
})

it('without a price there is no difference', () => {
  const result = { offers, cheapest: '03298', fastest: null, choice: { service: '03158' } }
  expect(quoteRowFacts({ used: null, result })).toMatchObject({ chosenOverCheapest: null, usedOverChosen: null })
  expect(quoteRowFacts({ used: 'PAC', result: null })).toMatchObject({ cheapest: null, used: null })
})
