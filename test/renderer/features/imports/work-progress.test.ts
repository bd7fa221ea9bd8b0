import { mount } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import WorkProgress from '../../../../src-renderer/features/imports/WorkProgress.vue'
import { i18n, showLocale } from '../../../../src-renderer/i18n/index.ts'

afterEach(() => showLocale('pt-BR'))

const show = (phase: 'storing' | 'finishing', done: number, total: number) =>
  mount(WorkProgress, {
    props: {
      work: {
        kind: 'store',
        name: 'pedidos.csv',
        index: 1,
        count: 1,
        progress: { file: 'pedidos.csv', phase, done, total, rowsPerSecond: 0, secondsLeft: null, rejected: 0 },
        cancel: () => undefined,
      },
    },
    global: { plugins: [i18n], stubs: { UIcon: true, RouterLink: true } },
  })

it('says how far it is after the last row, in steps and no longer in rows', () => {
  expect(show('storing', 900, 1000).text()).toContain('900 de 1.000 linhas')
  const finishing = show('finishing', 3, 9)
  expect(finishing.get('h2').text()).toBe('Concluindo pedidos.csv')
  expect(finishing.text()).toContain('passo 3 de 9')
  expect(finishing.get('[role="progressbar"]').attributes('aria-valuenow')).toBe('33')
  expect(finishing.text()).toContain('Parar')
})

it.each([
  ['pl', 'Kończenie: pedidos.csv', 'krok 3 z 9'],
  ['en', 'Finishing pedidos.csv', 'step 3 of 9'],
] as const)('says so in %s', (locale, title, steps) => {
  showLocale(locale)
  const text = show('finishing', 3, 9).text()
  expect(text).toContain(title)
  expect(text).toContain(steps)
})
