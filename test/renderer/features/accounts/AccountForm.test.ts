import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AccountCheck, AccountView } from '../../../../src-main/contract/accounts.contract.ts'
import AccountForm from '../../../../src-renderer/features/accounts/AccountForm.vue'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'
import { correios, stored } from './accounts-fixtures.ts'

useBundledIconsOnly()
let bridge: FakeBridge
const connected: AccountCheck = {
  verdict: 'connected',
  until: null,
  carrierSays: null,
  permissions: [
    { name: 'token', state: 'granted', service: null },
    { name: 'price', state: 'missing', service: '38202' },
  ],
  contract: null,
  next: null,
  off: false,
  at: Date.UTC(2026, 10, 22),
}

beforeEach(() => {
  bridge = FakeBridge.install()
    .answer('accounts.list', () => [])
    .answer('accounts.save', () => ({ id: 7 }))
    .answer('accounts.switch', () => ({}))
    .answer('accounts.check', () => connected)
  freshPinia()
})

/** The form in what surrounds every screen: tool tips, toasts, router, language. */
function open(account?: AccountView): VueWrapper {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(
    () => () => h(UApp, null, { default: () => h(AccountForm, { carrier: correios, carriers: [correios], account }) }),
  )
  return mount(screen, { attachTo: document.body, global: { plugins: [i18n, router] } })
}

const input = (page: VueWrapper, label: string) => {
  const found = page.findAll('label').find((candidate) => candidate.text().startsWith(label))
  return page.get<HTMLInputElement>(`[id="${found?.attributes('for')}"]`)
}

describe('a new contract', () => {
  it('saves what was typed, the secret apart from the fields', async () => {
    const page = open()
    await input(page, 'Usuário do portal').setValue('loja')
    await input(page, 'Código de acesso').setValue('segredo')
    await input(page, 'Cartão de postagem').setValue('67599079')
    await page.get('[data-add-zeros]').trigger('click')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(bridge.payloadsOf('accounts.save')).toEqual([
      {
        carrier: 'correios',
        name: 'Correios',
        environment: 'production',
        fields: { user: 'loja', postingCard: '0067599079' },
        secrets: { accessCode: 'segredo' },
      },
    ])
    expect(bridge.payloadsOf('accounts.check')).toEqual([{ id: 7 }])
  })

  it('says what lacks and saves nothing', async () => {
    const page = open()
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(bridge.payloadsOf('accounts.save')).toEqual([])
    expect(page.text().match(/Campo obrigatório\./g)).toHaveLength(3)
    expect(document.activeElement).toBe(input(page, 'Usuário do portal').element)
  })

  it('says that the keychain did not answer and that the password was kept nowhere', async () => {
    bridge.refuse('accounts.save', { code: 'keychain-unavailable', message: 'no bus', retryable: true })
    const page = open()
    await input(page, 'Usuário do portal').setValue('loja')
    await input(page, 'Código de acesso').setValue('segredo')
    await input(page, 'Cartão de postagem').setValue('0067599079')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.get('[role="alert"]').text()).toContain('não foi guardada em nenhum lugar')
    expect(input(page, 'Código de acesso').element.value).toBe('segredo')
  })
})

describe('a stored contract', () => {
  it('never shows a secret back, and replaces it only when asked', async () => {
    const page = open(stored)
    expect(page.get('[data-secret-stored]').text()).toContain('Guardado no cofre de senhas do sistema')
    expect(page.find('input[type="password"]').exists()).toBe(false)
    await page.get('[data-secret-stored] button').trigger('click')
    expect(page.get<HTMLInputElement>('input[type="password"]').element.value).toBe('')
  })

  it('tells what a test found, and which service to ask the carrier for', async () => {
    const page = open(stored)
    await page.get('[data-account-check] button').trigger('click')
    await flushPromises()
    expect(page.get('[data-verdict]').text()).toBe('Correios respondeu e o rastreamento está liberado.')
    expect(page.get('[data-permission="missing"]').text()).toContain('38202')
  })

  it('says within two seconds that the carrier has not answered, and goes on', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let answer = (): void => undefined
    const plain = bridge.start
    bridge.start = (name, payload) => {
      const silence = new Promise<void>((resolve) => (answer = resolve))
      return { result: silence.then(() => plain(name, payload).result), cancel: () => undefined }
    }
    const page = open(stored)
    await page.get('[data-account-check] button').trigger('click')
    expect(page.find('[data-check-late]').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(page.get('[data-check-late]').text()).toContain('Correios ainda não respondeu. O teste continua')
    answer()
    await flushPromises()
    expect(page.find('[data-check-late]').exists()).toBe(false)
    expect(page.get('[data-verdict]').attributes('data-verdict')).toBe('connected')
  })

  it('is switched off and on, and a test of one that is off says so', async () => {
    const page = open({ ...stored, offSince: Date.UTC(2026, 10, 21) })
    expect(page.get('[data-account-switch]').text()).toContain('Desligada desde')
    await page.get('[data-account-check] button').trigger('click')
    await flushPromises()
    expect(page.get('[data-account-check]').text()).toContain('fora este teste, nada é consultado com ela')
    expect(page.get('[data-account-check]').text()).not.toContain('são consultadas sozinhas')
    await page.get('[data-account-switch] [role="switch"]').trigger('click')
    await flushPromises()
    expect(bridge.payloadsOf('accounts.switch')).toEqual([{ id: 7, on: true }])
  })

  it('says until when it tries by itself', async () => {
    const until = Date.now() + 3_600_000
    bridge.answer('accounts.check', () => ({ ...connected, verdict: 'credentials-too-fresh', until, permissions: [] }))
    const page = open(stored)
    await page.get('[data-account-check] button').trigger('click')
    await flushPromises()
    expect(page.get('[data-account-check]').text()).toMatch(/tenta de novo sozinho até .*\d\d:\d\d/)
  })
})
