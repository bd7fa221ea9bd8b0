import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Quote } from '../../../../src-main/contract/quotes.contract.ts'
import CalculatorTab from '../../../../src-renderer/features/quotes/CalculatorTab.vue'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { correios, stored } from '../accounts/accounts-fixtures.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'
import { offerOf, pac, pacDeadline, pacPrice, quoteOf, sedex } from './quotes-fixtures.ts'

useBundledIconsOnly()

let bridge: FakeBridge
beforeEach(() => {
  bridge = FakeBridge.install()
    .answer('accounts.list', () => [{ ...stored, fields: { ...stored.fields, originPostalCode: '01310100' } }])
    .answer('carriers.list', () => [{ ...correios, can: { ...correios.can, quoting: true } }])
    .answer('preferences.get', () => ({ value: null }))
    .answer('preferences.save', () => ({}))
    .answer('quotes.recent', () => [])
    .answer('quotes.single', () => quoteOf())
})

async function open(): Promise<VueWrapper> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(() => () => h(UApp, null, { default: () => h(CalculatorTab) }))
  const page = mount(screen, { attachTo: document.body, global: { plugins: [i18n, router, freshPinia()] } })
  await flushPromises()
  return page
}

const field = (page: VueWrapper, name: string) => page.get<HTMLInputElement>(`input[data-field="${name}"]`)

async function fill(page: VueWrapper): Promise<void> {
  await field(page, 'to').setValue('22250-040')
  await field(page, 'weight').setValue('0,8')
  await field(page, 'size').setValue('20 x 15 x 10')
}

async function quoted(quote: Quote): Promise<VueWrapper> {
  bridge.answer('quotes.single', () => quote)
  const page = await open()
  await fill(page)
  await page.get('[data-ask]').trigger('submit')
  await flushPromises()
  return page
}

const row = (page: VueWrapper, code: string): string =>
  page.get(`[data-service="${code}"]`).text().replaceAll(/\s+/g, ' ')

describe('the calculator', () => {
  it('begins with the account’s own postal code, and goes by Enter from field to field until it asks', async () => {
    const page = await open()
    expect(field(page, 'from').element.value).toBe('01310-100')
    await fill(page)
    field(page, 'from').element.focus()
    for (const expected of ['to', 'weight', 'declaredValue', 'size']) {
      await page
        .get(`input[data-field="${(document.activeElement as HTMLElement).dataset['field']}"]`)
        .trigger('keydown', { key: 'Enter' })
      expect((document.activeElement as HTMLElement).dataset['field']).toBe(expected)
    }
    expect(bridge.payloadsOf('quotes.single')).toEqual([])
    await field(page, 'size').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(bridge.payloadsOf('quotes.single')).toMatchObject([
      { from: '01310100', to: '22250040', weightG: 800, anew: false },
    ])
    expect(row(page, '03298')).toContain('R$ 21,90')
  })

  it('says at the field what can’t be read, asks nobody and goes there', async () => {
    const page = await open()
    await fill(page)
    await field(page, 'weight').setValue('leve')
    await page.get('[data-ask]').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Escreva um peso como 0,8 kg ou 800 g.')
    expect(document.activeElement).toBe(field(page, 'weight').element)
    expect(bridge.payloadsOf('quotes.single')).toEqual([])
    await field(page, 'weight').setValue('0,8')
    expect(page.text()).not.toContain('Escreva um peso')
  })

  it('has all services side by side, the cheapest first, with what the customer sees beside what is paid', async () => {
    const page = await quoted(quoteOf({}, { offers: [sedex, pac] }))
    expect(page.findAll('[data-service]').map((line) => line.attributes('data-service'))).toEqual(['03298', '03220'])
    expect(row(page, '03298')).toMatch(
      /PAC.*mais barato.*R\$ 21,90.*6 dias úteis.*até 03\/12\/2026.*R\$ 26,90.*até 04\/12\/2026/s,
    )
    expect(row(page, '03220')).toContain('mais rápido')
  })

  it('shows the parts of a price', async () => {
    const price = {
      ...pacPrice,
      value: {
        ...pacPrice.value,
        total: 2190,
        service: 1311,
        extras: [
          { code: '064', price: 179 },
          { code: '001', price: 700 },
        ],
      },
    }
    const page = await quoted(quoteOf({}, { offers: [{ ...pac, price }] }))
    expect(row(page, '03298')).toContain('serviço R$ 13,11 + valor declarado R$ 1,79 + AR R$ 7,00')
  })

  it('a service that is refused stands below with its reason, and the others are there', async () => {
    const refused = offerOf('03140', 'SEDEX 12 CONTRATO AG', 1, 1, {
      price: null,
      deadline: null,
      customer: null,
      problems: [
        {
          part: 'shipment',
          code: 'quote.too-heavy',
          carrierSays: null,
          carrierCode: null,
          detail: { is: 12_000, limit: 10_000 },
        },
      ],
    })
    const page = await quoted(quoteOf({}, { offers: [refused, pac] }))
    expect(row(page, '03140')).toContain('Pesa 12 kg; este serviço leva até 10 kg.')
    expect(row(page, '03140')).not.toContain('R$')
    expect(row(page, '03298')).toContain('R$ 21,90')
  })

  it('marks what is not of this moment with its age and source', async () => {
    const down = { code: 'carrier.down', carrierSays: null, carrierCode: null } as const
    const lastKnown = {
      ...pac,
      price: { ...pacPrice, source: 'last-known' as const, of: '22250111' },
      deadline: { ...pacDeadline, source: 'last-known' as const },
      problems: [
        { part: 'price' as const, ...down },
        { part: 'deadline' as const, ...down },
      ],
    }
    const page = await quoted(quoteOf({}, { offers: [lastKnown] }))
    const text = row(page, '03298')
    expect(text).toContain('último valor conhecido, para 22250-111 em 27/11')
    expect(text.match(/fora do ar/g)).toHaveLength(1)
  })

  it('is replaced by the answer when that comes late', async () => {
    let answer: (quote: Quote) => void = () => undefined
    bridge.answer('quotes.single', () => new Promise((resolve) => (answer = resolve)))
    bridge.reports('quotes.single', [
      quoteOf({}, { waiting: true, offers: [{ ...pac, price: { ...pacPrice, source: 'last-known' } }] }),
    ])
    const page = await open()
    await fill(page)
    await page.get('[data-ask]').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('consultando os Correios')
    expect(row(page, '03298')).toContain('último valor conhecido')
    answer(quoteOf())
    await flushPromises()
    expect(page.text()).not.toContain('consultando os Correios')
    expect(row(page, '03298')).not.toContain('último valor conhecido')
  })

  it('without any service it says why, and what can be done', async () => {
    const page = await quoted(quoteOf({}, { offers: [], cheapest: null, fastest: null, trouble: 'off-line' }))
    expect(page.get('[role="alert"]').text()).toContain('Este computador está sem rede.')
  })

  it('says in the copy which price is only the last known', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => void written.push(text) },
    })
    const page = await quoted(
      quoteOf({}, { offers: [{ ...pac, price: { ...pacPrice, source: 'last-known' } }, sedex] }),
    )
    await page.get('[data-copy-quote] button').trigger('click')
    await flushPromises()
    expect(written[0]).toMatch(/PAC: .* \(a confirmar\)\n.*SEDEX: [^(]*$/)
  })

  it('copies what the customer sees, and no cost', async () => {
    const written: string[] = []
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => void written.push(text) },
    })
    const page = await quoted(quoteOf())
    await page.get('[data-copy-quote] button').trigger('click')
    await flushPromises()
    expect(written[0]?.replaceAll('\u00a0', ' ')).toBe(
      [
        'Frete para o CEP 22250-040 (800 g):',
        '• PAC: R$ 26,90, entrega até 04/12/2026',
        '• SEDEX: R$ 47,10, entrega até 04/12/2026',
      ].join('\n'),
    )
  })

  it('opens an earlier quote as it was answered', async () => {
    bridge.answer('quotes.recent', () => [{ ...quoteOf({ to: '69005010', weightG: 2000 }), id: 3 }])
    const page = await open()
    await page.get('[data-recent-quote]').trigger('click')
    expect(field(page, 'to').element.value).toBe('69005-010')
    expect(row(page, '03298')).toContain('R$ 21,90')
    expect(bridge.payloadsOf('quotes.single')).toEqual([])
  })

  it('takes the answer to another question away while it asks, so that nobody copies it', async () => {
    const page = await quoted(quoteOf())
    let answer: (quote: Quote) => void = () => undefined
    bridge.answer('quotes.single', () => new Promise((resolve) => (answer = resolve)))
    await field(page, 'to').setValue('69005-010')
    await page.get('[data-ask]').trigger('submit')
    await flushPromises()
    expect(page.find('[data-service]').exists()).toBe(false)
    expect(page.find('[data-copy-quote]').exists()).toBe(false)
    answer(quoteOf({ to: '69005010' }))
    await flushPromises()
    expect(page.text()).toContain('De 01310-100 para 69005-010')
  })

  it('keeps what was last known when the question then fails', async () => {
    bridge
      .reports('quotes.single', [quoteOf({}, { waiting: true })])
      .refuse('quotes.single', { code: 'internal', message: '', retryable: false })
    const page = await open()
    await fill(page)
    await page.get('[data-ask]').trigger('submit')
    await flushPromises()
    expect(row(page, '03298')).toContain('R$ 21,90')
    expect(page.find('[role="alert"]').exists()).toBe(true)
  })

  it('has no text to copy where no service has a price, and says so', async () => {
    const none = { price: null, deadline: null, customer: null }
    const page = await quoted(quoteOf({}, { offers: [{ ...pac, ...none }], cheapest: null, fastest: null }))
    expect(page.get('[data-copy-quote] button').attributes('aria-disabled')).toBe('true')
  })

  it('asks with an account that is there when the one of an earlier quote was removed', async () => {
    const kept = { ...quoteOf(), id: 3, account: { id: 99, name: 'Loja antiga' } }
    bridge.answer('quotes.recent', () => [kept])
    const page = await open()
    await page.get('[data-recent-quote]').trigger('click')
    await flushPromises()
    await page.get('[data-ask]').trigger('submit')
    await flushPromises()
    expect(bridge.payloadsOf('quotes.single')).toHaveLength(1)
    expect(bridge.payloadsOf('quotes.single')[0]).not.toHaveProperty('account')
  })

  it('leads to the accounts at once where no account can quote', async () => {
    bridge.answer('carriers.list', () => [{ ...correios, can: { ...correios.can, quoting: false } }])
    const page = await open()
    expect(page.text()).toContain('Nenhuma conta que cote')
    expect(bridge.payloadsOf('quotes.single')).toEqual([])
  })

  it('leads to the accounts when the last one was removed meanwhile', async () => {
    bridge.refuse('quotes.single', { code: 'no-quoting-account', message: '', retryable: false })
    const page = await open()
    await field(page, 'from').setValue('01310100')
    await fill(page)
    await page.get('[data-ask]').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('Nenhuma conta que cote')
  })
})
