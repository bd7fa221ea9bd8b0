import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DetailTimeline from '../../../../src-renderer/features/parcels/DetailTimeline.vue'
import { changesOf } from '../../../../src-renderer/features/parcels/action-sentence.ts'
import { eventPlace } from '../../../../src-renderer/features/parcels/event-look.ts'
import type { ParcelEvent, ParcelRow } from '../../../../src-renderer/features/parcels/parcel-columns.ts'
import { i18n } from '../../../../src-renderer/i18n/index.ts'

const event = (change: Partial<ParcelEvent>): ParcelEvent => ({
  code: 'DO/01',
  at: Date.UTC(2026, 10, 20, 15, 30),
  zone: 'America/Manaus',
  meaning: 'in-transit',
  text: 'Objeto em trânsito',
  voided: false,
  ...change,
})
const parcel = { checkedAt: 1 } as ParcelRow
const show = (events: ParcelEvent[], row = parcel) =>
  mount(DetailTimeline, { props: { events, parcel: row }, global: { plugins: [i18n], stubs: { UIcon: true } } })

it('tells the time of the place, not of this computer', () => {
  expect(
    show([event({})])
      .get('time')
      .text(),
  ).toContain('11:30')
})

it('strikes out what the carrier took back, and marks a code that no table has', () => {
  const page = show([
    event({ voided: true }),
    event({ code: 'XYZ/77', meaning: 'unknown', text: 'Conferência especial' }),
  ])
  expect(page.get('[data-voided]').html()).toContain('line-through')
  expect(page.text()).toContain('XYZ/77')
  expect(page.text()).toContain('Conferência especial')
})

it('says whether the carrier was silent or not yet asked', () => {
  expect(show([]).text()).toContain('não informou nenhum evento')
  expect(show([], { checkedAt: null } as ParcelRow).text()).toContain('não foi consultada')
})

it('names a place once', () => {
  expect(eventPlace({ name: 'CDD CENTRO', city: 'São Paulo', state: 'SP', country: 'BR' })).toBe(
    'CDD CENTRO, São Paulo/SP',
  )
  expect(eventPlace({ name: 'Cajamar', city: 'Cajamar', state: 'SP' })).toBe('Cajamar/SP')
  expect(eventPlace({ city: 'Warszawa', country: 'PL' })).toBe('Warszawa, PL')
  expect(eventPlace(undefined)).toBe('')
})

it('reads which fields an action changed', () => {
  expect(changesOf({ file: 'a.csv', 'city.old': null, 'city.new': 'Recife' })).toEqual([
    { field: 'city', old: null, new: 'Recife' },
  ])
})
