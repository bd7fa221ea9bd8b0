import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCommandsStore } from '../../../../src-renderer/commands/commands.store.ts'
import GatheredCodes from '../../../../src-renderer/features/scan/GatheredCodes.vue'
import { useScanLookup } from '../../../../src-renderer/features/scan/use-scan-lookup.ts'
import { useAppStore } from '../../../../src-renderer/features/shell/app.store.ts'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge, refusal } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'
import { s10 } from '../../../support/tracking-codes.ts'

useBundledIconsOnly()
const known = Array.from({ length: 5 }, (_, index) => s10(index + 1))
const strangers = Array.from({ length: 4 }, (_, index) => s10(index + 100))
const nonsense = '7891234567895'
const summary = { stored: 4, changed: 0, unchanged: 0, rejected: 0, report: null, files: [], rejections: [] }
const tones = vi.fn()
let bridge: FakeBridge
let router: Router
let page: VueWrapper
let scan: (code: string) => Promise<void>

const unknown = (code: string) =>
  refusal({
    code: 'parcel-unknown',
    message: '',
    retryable: false,
    detail: code === nonsense ? { reason: 'code-unknown-format' } : { carrier: 'correios' },
  })

/** As much of Web Audio as a tone needs, where there is none; tells of each tone. */
class SilentAudio {
  readonly currentTime = 0
  readonly destination = {}
  createOscillator = () => {
    tones()
    return { frequency: {}, connect: () => ({ connect: () => undefined }), start() {}, stop() {} }
  }
  createGain = () => ({ gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } })
}

beforeEach(async () => {
  vi.stubGlobal('AudioContext', SilentAudio)
  bridge = FakeBridge.install()
    .answer('files.paste', () => ({ file: 'token', name: 'codes.txt', size: 1 }))
    .answer('imports.run', () => summary)
    .answer('parcels.get', ({ code }: { code: string }) =>
      known.includes(code) ? { parcel: { id: known.indexOf(code) + 1 } } : unknown(code),
    )
  freshPinia()
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(() => {
    scan = useScanLookup()
    return () => h(UApp, null, { default: () => h(GatheredCodes) })
  })
  page = mount(screen, { attachTo: document.body, global: { plugins: [i18n, router] } })
  await router.push('/today')
})

afterEach(() => {
  page.unmount()
  tones.mockClear()
})

const gathered = () => page.findAll('[data-gathered]').map((one) => one.attributes('data-gathered'))

it('opens a known code’s parcel, the last one read last, however fast they come', async () => {
  await Promise.all(known.map((code) => scan(code)))
  expect(bridge.payloadsOf('parcels.get')).toEqual(known.map((code) => ({ code })))
  expect(router.currentRoute.value.query['open']).toBe(String(known.length))
  expect(gathered()).toEqual([])
})

it('gathers unknown codes with their carrier, and adds them together with one key', async () => {
  await Promise.all(strangers.map((code) => scan(code)))
  await flushPromises()
  expect(gathered()).toEqual(strangers)
  expect(page.text()).toContain('4 códigos lidos não estão entre as encomendas.')

  expect(useCommandsStore().press('+')).toBe(true)
  await flushPromises()
  expect(bridge.payloadsOf('files.paste')).toEqual([{ text: strangers.join('\n') }])
  expect(gathered()).toEqual([])
  expect(document.body.textContent).toContain('4 encomendas adicionadas')
})

it('leaves out what no carrier recognises until that is wanted', async () => {
  await scan(strangers[0] ?? '')
  await scan(nonsense)
  await flushPromises()
  useCommandsStore().press('+')
  await flushPromises()
  expect(gathered()).toEqual([nonsense])

  const keep = page.findAll('button').find((button) => button.text() === 'Adicionar 1 sem rastreamento')
  await keep?.trigger('click')
  await flushPromises()
  expect(gathered()).toEqual([])
  const [, second] = bridge.payloadsOf('imports.run') as { mapping: object }[]
  expect(second?.mapping).toMatchObject({ defaultCarrier: 'unknown' })
})

it('ignores a code read twice, with a tone and a sentence; the tone can be switched off, the sentence not', async () => {
  const [first = '', second = ''] = known
  await scan(first)
  await scan(first)
  await flushPromises()
  expect(bridge.payloadsOf('parcels.get')).toHaveLength(1)
  expect(tones).toHaveBeenCalledOnce()
  expect(document.body.textContent).toContain('já foi lido. A repetição foi ignorada.')

  useAppStore().settings = { ...useAppStore().settings, scanTone: false }
  await scan(second)
  await scan(second)
  expect(tones).toHaveBeenCalledOnce()
  expect(bridge.payloadsOf('parcels.get')).toHaveLength(2)
})

it('does not take a way back to an earlier parcel for a repetition', async () => {
  const [first = '', second = ''] = known
  for (const code of [first, second, first]) await scan(code)
  expect(bridge.payloadsOf('parcels.get')).toHaveLength(3)
  expect(tones).not.toHaveBeenCalled()
})
