import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, expect, it } from 'vitest'
import type { Pictures } from '../../../../src-main/contract/today.contract.ts'
import TodayPictures from '../../../../src-renderer/features/today/TodayPictures.vue'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'

const nothing: Pictures = {
  days: [{ day: '2026-11-27', posted: 0, delivered: 0 }],
  delivery: { since: '2026-05-31', states: [] },
  promises: { from: '2026-10-28', to: '2026-11-26', carriers: [] },
}
const some: Pictures = {
  days: [
    { day: '2026-11-26', posted: 1200, delivered: 7 },
    { day: '2026-11-27', posted: 0, delivered: 3 },
  ],
  delivery: { since: '2026-05-31', states: [{ state: 'BA', days: 4, deliveries: 31 }] },
  promises: { ...nothing.promises, carriers: [{ carrier: 'correios', promised: 200, late: 9 }] },
}

useBundledIconsOnly()

let bridge: FakeBridge
beforeEach(() => {
  bridge = FakeBridge.install()
  bridge.answer('preferences.get', () => ({ value: JSON.stringify(['days', 'delivery', 'late']) }))
  bridge.answer('preferences.save', () => ({}))
})

async function show() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(() => () => h(UApp, null, { default: () => h(TodayPictures) }))
  const page = mount(screen, { global: { plugins: [i18n, router, freshPinia()] } })
  await flushPromises()
  return page
}

it('each table has the figures of its picture, and those that have their parcels lead there', async () => {
  bridge.answer('today.pictures', () => some)
  const page = await show()
  const rows = page.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
  expect(rows).toEqual([
    ['27/11/2026', '0', '3'],
    ['26/11/2026', '1.200', '7'],
    ['BA', '4', '31'],
    ['correios', '200', '9', '4,5%'],
  ])
  const filters = page
    .findAll('tbody a')
    .map((link) => JSON.parse(decodeURIComponent(String(link.attributes('href')).split('?q=')[1] ?? '')).filter)
  const promised = { carrier: ['correios'], promisedFrom: '2026-10-28', promisedTo: '2026-11-26' }
  expect(filters).toEqual([
    { postedFrom: '2026-11-26', postedTo: '2026-11-26' },
    { state: ['BA'], status: ['delivered'] },
    promised,
    { ...promised, late: true },
  ])
})

it('says what will be there while there is nothing to draw', async () => {
  bridge.answer('today.pictures', () => nothing)
  const page = await show()
  expect(page.findAll('table')).toHaveLength(0)
  expect(page.findAll('button')).toHaveLength(0)
  expect(page.text()).toContain('Nenhuma encomenda postada ou entregue nos últimos 30 dias.')
  expect(page.text()).toContain('Com cinco entregas para uma UF')
  expect(page.text()).toContain('Nenhuma encomenda tinha prazo da transportadora')
})

it('keeps which pictures are read as tables', async () => {
  bridge.answer('today.pictures', () => some)
  const page = await show()
  expect(page.findAll('table')).toHaveLength(3)
  await page.get('[data-picture="late"] button').trigger('click')
  expect(page.findAll('table')).toHaveLength(2)
  page.unmount()
  window.dispatchEvent(new Event('pagehide'))
  expect(bridge.payloadsOf('preferences.save')).toEqual([{ key: 'today.tables', value: '["days","delivery"]' }])
})

it('says that they could not be read and reads them again', async () => {
  bridge.refuse('today.pictures', { code: 'internal', message: 'no', retryable: true })
  const page = await show()
  expect(page.find('[role="alert"]').exists()).toBe(true)
  bridge.answer('today.pictures', () => some)
  await page
    .findAll('button')
    .find((button) => button.text() === 'Tentar de novo')
    ?.trigger('click')
  await flushPromises()
  expect(page.findAll('table')).toHaveLength(3)
})
