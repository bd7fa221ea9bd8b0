import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RateRule } from '../../../../src-renderer/features/quotes/rules/rule-draft.ts'
import RulesTab from '../../../../src-renderer/features/quotes/rules/RulesTab.vue'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'
import { quoteOf } from './quotes-fixtures.ts'

useBundledIconsOnly()

const rule = (action: RateRule['action'], more: Partial<RateRule> = {}): RateRule => ({
  name: null,
  on: true,
  when: {},
  action,
  ...more,
})
const kept = [
  rule({ kind: 'service', service: '03220' }, { when: { states: ['AM'] } }),
  rule({ kind: 'never', services: ['03140'] }),
  rule({ kind: 'cheapest' }),
]

let bridge: FakeBridge
let page: VueWrapper
let router: Router
beforeEach(() => {
  bridge = FakeBridge.install()
    .answer('rateRules.list', () => kept)
    .answer('rateRules.save', () => ({}))
    .answer('freightTables.list', () => [])
    .answer('quotes.recent', () => [{ ...quoteOf(), id: 7 }])
})
afterEach(() => page.unmount())

async function open(): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: RulesTab },
      { path: '/elsewhere', component: { template: '<i/>' } },
    ],
  })
  await router.push('/')
  const screen = defineComponent(() => () => h(UApp, null, { default: () => h(RouterView) }))
  page = mount(screen, { attachTo: document.body, global: { plugins: [i18n, router, freshPinia()] } })
  await flushPromises()
}

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-rule]')]
const says = (): string[] => lines().map((line) => (line.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
const body = (): string => (document.body.textContent ?? '').replaceAll(/\s+/g, ' ')
const button = (label: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === label || one.textContent?.trim() === label,
  )
  if (!found) throw new Error(`no button ${label}`)
  return found
}
async function press(label: string): Promise<void> {
  button(label).click()
  await flushPromises()
}
async function type(field: string, text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>(
    `input[data-draft="${field}"], textarea[data-draft="${field}"], [data-draft="${field}"] input, [data-draft="${field}"] textarea`,
  )
  if (!input) throw new Error(`no field ${field}`)
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}

const choose = (service: string, why: 'rule' | 'no-rule') => ({ service, why, by: null, steps: [] })

describe('the rules', () => {
  it('stand in their order, each with its number and its sentence, services by their names', async () => {
    await open()
    expect(says()[0]).toMatch(/^1 ?UF AM: usar SEDEX/)
    expect(says()[1]).toMatch(/^2 ?qualquer envio: nunca 03140/)
    expect(body()).not.toContain('não foram salvas')
  })

  it('get other numbers when moved by the keys, and the moved one keeps the focus', async () => {
    await open()
    lines()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
    await flushPromises()
    expect(says()[0]).toMatch(/^1 ?qualquer envio: nunca/)
    expect(says()[1]).toMatch(/^2 ?UF AM/)
    expect(document.activeElement).toBe(lines()[1])
    expect(body()).toContain('Agora é a regra 2.')
  })

  it('are kept only after what they change was shown', async () => {
    bridge.answer('rateRules.try', () => ({
      cases: [{ now: choose('03298', 'no-rule'), then: choose('03220', 'rule'), isDifferent: true }],
      different: 1,
      totalNow: 2190,
      totalThen: 4210,
    }))
    await open()
    await press('Remover a regra 2')
    await press('Ver o que muda e salvar…')
    expect(body().replaceAll('\u00a0', ' ')).toContain('Em 1 cotação recente, 1 mudaria: R$ 20,20 a mais no total.')
    expect(body()).toContain('PAC → SEDEX')
    expect(bridge.payloadsOf('rateRules.save')).toEqual([])
    await press('Salvar as regras')
    expect(bridge.payloadsOf('rateRules.save')).toEqual([{ rules: [kept[0], kept[2]] }])
    expect(body()).not.toContain('não foram salvas')
  })

  it('say so where there are no quotes to try them on', async () => {
    bridge.answer('quotes.recent', () => [])
    await open()
    await press('Duplicar a regra 1')
    await press('Ver o que muda e salvar…')
    expect(body()).toContain('Ainda não há cotações para experimentar as regras.')
    expect(bridge.payloadsOf('rateRules.try')).toEqual([])
    expect(bridge.payloadsOf('rateRules.save')).toEqual([])
  })

  it('a new one is written in a form that says at the field what is wrong', async () => {
    bridge.answer('rateRules.list', () => [])
    await open()
    expect(body()).toContain('Nenhuma regra: sempre o serviço mais barato')
    await press('Nova regra')
    await type('weightFrom', '2')
    await type('weightTo', '1')
    await press('Pôr na lista')
    expect(body()).toContain('O peso final é menor que o inicial.')
    expect(lines()).toEqual([])
    await type('weightTo', '3')
    await press('SP')
    await press('Pôr na lista')
    expect(says()[0]).toMatch(/UF SP de 2 kg a 3 kg: o mais barato/)
  })

  it('take a service by its name, and one in place of another', async () => {
    await open()
    await press('Editar a regra 1')
    const box = (code: string) => document.querySelector<HTMLElement>(`[data-draft-service="${code}"]`)
    const boxes = [...document.querySelectorAll<HTMLElement>('[role="checkbox"]')]
    expect(new Set(boxes.map(({ id }) => id)).size).toBe(boxes.length)
    expect(boxes.filter((one) => one.getAttribute('aria-checked') === 'true')).toHaveLength(1)
    const pac = box('03298')?.closest('[role="checkbox"]') ?? box('03298')?.querySelector('[role="checkbox"]')
    ;(pac as HTMLElement).click()
    await flushPromises()
    await press('Pôr na lista')
    expect(says()[0]).toMatch(/UF AM: usar PAC/)
  })

  it('one that the other side refuses is opened with what is wrong at its field', async () => {
    bridge.refuse('rateRules.try', {
      code: 'rule-order',
      message: '',
      retryable: false,
      detail: { rule: 3, field: 'when.ceps' },
    })
    await open()
    await press('Descer a regra 1')
    await press('Ver o que muda e salvar…')
    expect(body()).toContain('Na regra 3, um intervalo termina antes de começar')
    expect(body()).toContain('Uma faixa termina antes de começar.')
    expect(bridge.payloadsOf('rateRules.save')).toEqual([])
  })

  it('are not left behind without asking when they were changed', async () => {
    await open()
    await press('Descer a regra 1')
    const leaving = router.push('/elsewhere')
    await flushPromises()
    expect(body()).toContain('Sair sem salvar as regras?')
    await press('Deixar como está')
    await leaving
    expect(router.currentRoute.value.path).toBe('/')
    const again = router.push('/elsewhere')
    await flushPromises()
    await press('Sair e perder as alterações')
    await again
    expect(router.currentRoute.value.path).toBe('/elsewhere')
  })
})
