import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, expect, it } from 'vitest'
import ParcelsPage from '../../../../src-renderer/features/parcels/ParcelsPage.vue'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge, refusal } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'

useBundledIconsOnly()
let looked: Promise<unknown>
let find: (found: unknown) => void
let pinia: ReturnType<typeof freshPinia>

/** So many parcels are stored, whichever way it is asked. */
const stored = (total: number) => ({ rows: [], total, status: {}, late: 0, stalled: 0, silent: 0, failing: 0 })

beforeEach(() => {
  looked = new Promise((resolve) => (find = resolve))
  pinia = freshPinia()
  FakeBridge.install()
    .answer('preferences.get', () => ({ value: null }))
    .answer('preferences.save', () => ({}))
    .answer('parcels.counts', () => looked)
    .answer('parcels.window', () => looked)
    .answer('parcels.facets', () => ({ carrier: [], service: [], channel: [], state: [] }))
    .answer('views.list', () => [])
})

async function open(): Promise<VueWrapper> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(() => () => h(UApp, null, { default: () => h(ParcelsPage) }))
  const page = mount(screen, { attachTo: document.body, global: { plugins: [pinia, i18n, router] } })
  await flushPromises()
  return page
}

/** What a person sees of the list: what can be done with rows, that it is being read, that there are none. */
const seen = (page: VueWrapper) => ({
  tabs: page.findAll('[data-tab]').length > 0,
  filters: page.find('[role="search"]').exists(),
  loading: page.find('[role="status"][aria-label="Carregando"]').exists(),
  empty: page.text().includes('Nenhuma encomenda'),
})

it('says that it is reading until it knows that nothing is stored, and shows no tabs and filters before', async () => {
  const page = await open()
  expect(seen(page)).toEqual({ tabs: false, filters: false, loading: true, empty: false })
  find(stored(0))
  await flushPromises()
  expect(seen(page)).toEqual({ tabs: false, filters: false, loading: false, empty: true })
})

it('shows the list as soon as anything is stored, counted or not', async () => {
  const page = await open()
  find(stored(3))
  await flushPromises()
  expect(seen(page)).toMatchObject({ tabs: true, filters: true, loading: false, empty: false })
})

it('does not wait for ever where the look is refused', async () => {
  const page = await open()
  find(refusal({ code: 'internal', message: 'no', retryable: false }))
  await flushPromises()
  expect(seen(page)).toMatchObject({ tabs: true, loading: false })
})
