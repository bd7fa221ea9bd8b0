import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, expect, it } from 'vitest'
import type { QuoteJob, QuoteRow } from '../../../../src-main/contract/quotes.contract.ts'
import BulkTab from '../../../../src-renderer/features/quotes/bulk/BulkTab.vue'
import { lastMonth } from '../../../../src-renderer/features/quotes/bulk/last-month.ts'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'
import { pac, quoteOf, sedex } from './quotes-fixtures.ts'

useBundledIconsOnly()

const job: QuoteJob = {
  id: 4,
  name: 'envios.csv',
  account: 1,
  startedAt: Date.UTC(2026, 10, 27, 12),
  state: 'done',
  problem: null,
  total: 3,
  done: 2,
  bad: 1,
}
const rowOf = (row: number, more: Partial<QuoteRow> = {}): QuoteRow => ({
  row,
  line: row + 1,
  reference: `P${row}`,
  used: 'SEDEX',
  channel: null,
  state: 'done',
  fault: null,
  shipment: quoteOf().shipment,
  result: {
    offers: [pac, sedex],
    cheapest: '03298',
    fastest: '03220',
    choice: {
      service: '03298',
      why: 'rule',
      by: { rule: 1, name: null, when: { states: ['RJ'] }, action: { kind: 'cheapest' } },
      steps: [],
    },
  },
  ...more,
})

let bridge: FakeBridge
let jobs: QuoteJob[]
beforeEach(() => {
  jobs = []
  bridge = FakeBridge.install()
    .answer('quotes.jobs', () => jobs)
    .answer('quotes.rows', () => ({
      job,
      rows: [rowOf(1), rowOf(2, { state: 'bad', fault: 'weight-missing', shipment: null, result: null })],
    }))
    .answer('files.open', () => [{ file: 'token', name: 'envios.csv', size: 10 }])
    .answer('quotes.bulk', () => {
      jobs = [job]
      return job
    })
})

async function open(): Promise<VueWrapper> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(() => () => h(UApp, null, { default: () => h(BulkTab) }))
  const page = mount(screen, { attachTo: document.body, global: { plugins: [i18n, router, freshPinia()] } })
  await flushPromises()
  return page
}

const text = (page: VueWrapper): string => page.text().replaceAll(/\s+/g, ' ')

it('a file is quoted, and each row has its cheapest, fastest, the one by the rules with the rule, and what the used one cost more', async () => {
  const page = await open()
  expect(text(page)).toContain('Nenhuma cotação em lote')
  await page.get('[data-bulk-file]').trigger('click')
  await flushPromises()
  expect(bridge.payloadsOf('quotes.bulk')).toMatchObject([
    { source: { kind: 'file', file: 'token' }, box: { lengthMm: 160, widthMm: 110, heightMm: 20 }, receipt: false },
  ])
  const [first, second] = page.findAll('tbody tr').map((line) => line.text().replaceAll(/\s+/g, ' '))
  expect(first).toMatch(
    /P1.*22250-040 · 800 g.*SEDEX.*PAC · R\$ 21,90 · 6 d.*SEDEX · R\$ 42,10 · 2 d.*PAC · R\$ 21,90.*regra 1: UF RJ.*R\$ 20,20/,
  )
  expect(second).toMatch(/P2.*Falta o peso/)
})

it('last month’s parcels are those posted from its first to its last day', async () => {
  expect(lastMonth(new Date(2026, 2, 31))).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(lastMonth(new Date(2027, 0, 5))).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  const page = await open()
  await page.get('[data-bulk-last-month]').trigger('click')
  await flushPromises()
  const { from, to } = lastMonth(new Date())
  expect(bridge.payloadsOf('quotes.bulk')).toMatchObject([
    { source: { kind: 'query', query: { filter: { postedFrom: from, postedTo: to } } } },
  ])
})

it('a job that stopped says why, and goes on when a person says so', async () => {
  jobs = [{ ...job, state: 'stopped', done: 1, problem: 'carrier.down' }]
  bridge.answer('quotes.resume', () => job)
  const page = await open()
  expect(text(page)).toContain('A transportadora está fora do ar.')
  expect(text(page)).toContain('1 de 2 cotados')
  await page.get('[data-job-resume]').trigger('click')
  await flushPromises()
  expect(bridge.payloadsOf('quotes.resume')).toEqual([{ job: 4 }])
})

it('a file that can’t be used says so', async () => {
  bridge.refuse('quotes.bulk', { code: 'columns-missing', message: '', retryable: false })
  const page = await open()
  await page.get('[data-bulk-file]').trigger('click')
  await flushPromises()
  expect(page.get('[role="alert"]').text()).toContain('uma coluna com o CEP de destino e uma com o peso')
})
