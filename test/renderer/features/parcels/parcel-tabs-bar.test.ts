import UApp from '@nuxt/ui/components/App.vue'
import { mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { expect, it, vi } from 'vitest'
import ParcelTabs from '../../../../src-renderer/features/parcels/ParcelTabs.vue'
import type { ParcelCounts } from '../../../../src-renderer/features/parcels/parcel-query.ts'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { statusLooks, type ParcelStatus } from '../../../../src-renderer/ui/status-look.ts'

const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/', component: { template: '<i/>' } }],
})
const none = Object.fromEntries(Object.keys(statusLooks).map((status) => [status, 0])) as Record<ParcelStatus, number>
const counts: ParcelCounts = {
  total: 12_480,
  status: { ...none, posted: 3000, 'in-transit': 201 },
  late: 84,
  stalled: 31,
  silent: 0,
  failing: 0,
}

function show(choose: (tab: string) => void) {
  const screen = defineComponent(
    () => () =>
      h(UApp, null, {
        default: () => h(ParcelTabs, { query: { filter: { late: true } }, counts, onChoose: choose }),
      }),
  )
  return mount(screen, { global: { plugins: [i18n, router] } })
}

it('shows each state with its count, marks the one in view, and hides the rare ones that are empty', () => {
  const tabs = show(() => undefined).findAll('[data-tab]')
  expect(tabs.map((tab) => tab.text())).toEqual([
    'Todas 12.480',
    'A caminho 3.201',
    'Atrasadas 84',
    'Sem movimento 31',
    'Para retirada 0',
    'Com problema 0',
    'Devoluções 0',
    'Entregues 0',
    'A postar 0',
  ])
  expect(
    tabs.filter((tab) => tab.attributes('aria-current') === 'true').map((tab) => tab.attributes('data-tab')),
  ).toEqual(['late'])
})

it('narrows when clicked', async () => {
  const choose = vi.fn()
  await show(choose).get('[data-tab="stalled"]').trigger('click')
  expect(choose).toHaveBeenCalledWith('stalled')
})
