import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import FilterChips from '../../../../src-renderer/features/parcels/FilterChips.vue'
import type { ParcelQuery } from '../../../../src-renderer/features/parcels/parcel-query.ts'
import { i18n } from '../../../../src-renderer/i18n/index.ts'

const present = { carrier: ['correios', 'inpost'], service: ['PAC'], channel: ['Loja nova'], state: ['SP'] }

const show = (query: ParcelQuery, inTab = false) =>
  mount(FilterChips, {
    props: { query, inTab, carrierName: (id: string) => id.toUpperCase(), present },
    global: { plugins: [i18n], stubs: { UIcon: true } },
  })

const query: ParcelQuery = {
  text: 'ana',
  filter: { carrier: ['correios', 'inpost'], postedFrom: '2026-11-01', postedTo: '2026-11-22', stalledDays: 7 },
}

it('says in words what narrows the list', () => {
  expect(
    show(query)
      .findAll('[data-chip]')
      .map((chip) => chip.text()),
  ).toEqual([
    'Transportadora: CORREIOS, INPOST',
    'Postagem: de 01/11/2026 a 22/11/2026',
    'Sem movimento há 7 dias úteis ou mais',
  ])
})

it('leaves to the tab what the tab says', () => {
  expect(
    show({ filter: { late: true, state: ['SP'] } }, true)
      .findAll('[data-chip]')
      .map((chip) => chip.text()),
  ).toEqual(['UF: SP'])
})

it('takes one filter away with its cross and all with the last button, words with them', async () => {
  const chips = show(query)
  await chips.get('[data-chip="posted"] button').trigger('click')
  expect(chips.emitted('change')?.[0]).toEqual([
    { text: 'ana', filter: { carrier: ['correios', 'inpost'], stalledDays: 7 } },
  ])
  await chips.findAll('button').at(-1)?.trigger('click')
  expect(chips.emitted('change')?.[1]).toEqual([{}])
})

it('is not there when nothing is filtered', () => {
  expect(show({ text: 'ana' }).find('[data-chip]').exists()).toBe(false)
})

it('marks what no parcel has any more, and leaves it in the filter', () => {
  const chips = show({ filter: { channel: ['Loja antiga', 'Loja nova'], state: ['SP'] } })
  expect(chips.get('[data-chip="channel"]').text()).toContain('nenhuma encomenda tem mais: Loja antiga')
  expect(chips.get('[data-chip="state"]').find('[data-gone]').exists()).toBe(false)
})
