import UApp from '@nuxt/ui/components/App.vue'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  FreightSummary,
  FreightTable,
} from '../../../../src-renderer/features/quotes/tables/freight-tables.store.ts'
import { importOf, isFactor, optionsOf } from '../../../../src-renderer/features/quotes/tables/table-options.ts'
import TablesTab from '../../../../src-renderer/features/quotes/tables/TablesTab.vue'
import { i18n } from '../../../../src-renderer/i18n/index.ts'
import { useBundledIconsOnly } from '../../../../src-renderer/ui/bundled-icons.ts'
import { FakeBridge } from '../../support/fake-bridge.ts'
import { freshPinia } from '../../support/fresh-pinia.ts'

useBundledIconsOnly()

const table: FreightTable = {
  id: 4,
  name: 'Motoboy',
  carrier: 'Rápido SP',
  kgPerM3: 167,
  dayCount: 'calendar',
  file: 'motoboy.csv',
  importedAt: Date.UTC(2026, 10, 27, 13, 0),
  rows: 1240,
  services: [
    { service: 'Dia', rows: 620, validFrom: '2026-11-01', validTo: '2026-12-31' },
    { service: 'Noite', rows: 620, validFrom: '2026-10-01', validTo: null },
  ],
}
const found: FreightSummary = { table: null, name: 'frete', read: 20, refused: 0, faults: [], gaps: [], gapCount: 0 }

let bridge: FakeBridge
let page: VueWrapper
beforeEach(() => {
  bridge = FakeBridge.install()
    .answer('freightTables.list', () => [table])
    .answer('files.open', () => [{ file: 'f1', name: 'frete.csv', size: 900 }])
    .answer('freightTables.import', () => found)
})
afterEach(() => page.unmount())

async function open(): Promise<void> {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:any(.*)*', component: { template: '<i/>' } }],
  })
  const screen = defineComponent(() => () => h(UApp, null, { default: () => h(TablesTab) }))
  page = mount(screen, { attachTo: document.body, global: { plugins: [i18n, router, freshPinia()] } })
  await flushPromises()
}

const body = (): string => (document.body.textContent ?? '').replaceAll(/\s+/g, ' ')
async function press(label: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === label || one.textContent?.trim() === label,
  )
  if (!found) throw new Error(`no button ${label}`)
  found.click()
  await flushPromises()
}

describe('own freight tables', () => {
  it('without any it says what one is for and what its file looks like', async () => {
    bridge.answer('freightTables.list', () => [])
    await open()
    expect(body()).toContain('quando os Correios não respondem, ou para transportadora própria')
    expect(body()).toContain('CEP inicial')
    expect(body()).toContain('01000-000')
  })

  it('are listed with carrier, services, rows and the days that they hold', async () => {
    await open()
    expect(body()).toMatch(/Motoboy ?Rápido SP ?Dia, Noite ?1\.240 ?desde 01\/10\/2026/)
  })

  it('a refused file lists its rows and its overlaps and is not stored', async () => {
    bridge.answer('freightTables.import', () => ({
      ...found,
      refused: 2,
      faults: [
        { line: 3, column: 'Preço', field: 'price', value: 'grátis', reason: 'price' },
        { line: 9, column: null, field: null, value: 'Dia', reason: 'overlap', detail: { line: 8 } },
      ],
    }))
    await open()
    await press('Importar tabela…')
    expect(body()).toContain('20 linhas lidas, 2 recusadas')
    expect(body()).toMatch(/3 ?Preço ?grátis ?O preço não pôde ser lido/)
    expect(body()).toContain('A faixa se sobrepõe à da linha 8')
    await press('Importar 20 linhas')
    expect(bridge.payloadsOf('freightTables.import')).toMatchObject([{ file: 'f1', checkOnly: true }])
  })

  it('a file with gaps shows them as ranges and is stored when the person says so', async () => {
    bridge.answer('freightTables.import', ({ checkOnly }: { checkOnly?: boolean }) => ({
      ...found,
      table: checkOnly ? null : 5,
      gapCount: 1,
      gaps: [
        {
          service: 'Dia',
          fromCep: '66000000',
          toCep: '69999999',
          fromG: 1,
          toG: 10_000,
          validFrom: '2026-11-01',
          validTo: null,
        },
      ],
    }))
    await open()
    await press('Importar tabela…')
    expect(body()).toMatch(/Dia ?66000-000 – 69999-999 ?1 g – 10 kg ?desde 01\/11\/2026/)
    await press('Importar 20 linhas')
    expect(bridge.payloadsOf('freightTables.import').at(-1)).toEqual({
      file: 'f1',
      carrier: null,
      kgPerM3: null,
      dayCount: 'business',
    })
    expect(body()).not.toContain('66000-000')
  })

  it('another file in the place of a table keeps what was said about it', async () => {
    await open()
    await press('Substituir Motoboy por outro arquivo')
    expect(bridge.payloadsOf('freightTables.import')).toEqual([
      {
        file: 'f1',
        name: 'Motoboy',
        carrier: 'Rápido SP',
        kgPerM3: 167,
        dayCount: 'calendar',
        replaces: 4,
        checkOnly: true,
      },
    ])
    expect(body()).toContain('Substituir a tabela por 20 linhas')
  })

  it('a file that leaves the unit of its weights open says so and can be checked again', async () => {
    bridge.refuse('freightTables.import', { code: 'freight-weight-unit', message: '', retryable: false })
    await open()
    await press('Importar tabela…')
    expect(body()).toContain('Não ficou certo se os pesos estão em gramas ou em quilos.')
    bridge.answer('freightTables.import', () => found)
    await press('Conferir de novo')
    expect(body()).toContain('20 linhas lidas, nenhuma recusada')
  })

  it('shows the rows page by page', async () => {
    const row = {
      line: 2,
      service: 'Dia',
      fromCep: '01000000',
      toCep: '05999999',
      fromG: 0,
      toG: 300,
      price: 1190,
      days: 1,
      perKg: null,
      validFrom: null,
      validTo: null,
    }
    bridge.answer('freightTables.rows', ({ after }: { after: number }) =>
      after === 0 ? { rows: [row], next: 2 } : { rows: [{ ...row, line: 3, price: 1490 }], next: null },
    )
    await open()
    await press('Ver as linhas de Motoboy')
    expect(body()).toContain('01000-000 – 05999-999')
    await press('Próximas linhas')
    expect(body().replaceAll('\u00a0', ' ')).toContain('R$ 14,90')
    expect(body()).not.toContain('Próximas linhas')
  })

  it('one is removed after its consequence was said', async () => {
    bridge.answer('freightTables.remove', () => ({}))
    await open()
    await press('Remover Motoboy')
    expect(body()).toContain('1.240 linhas de preço deixam de valer nas cotações')
    expect(bridge.payloadsOf('freightTables.remove')).toEqual([])
    await press('Remover a tabela e seus preços')
    expect(bridge.payloadsOf('freightTables.remove')).toEqual([{ id: 4 }])
  })

  it('is written where the person says', async () => {
    bridge.answer('files.save', () => ({ file: 'f2', name: 'Motoboy.xlsx', size: 0 }))
    bridge.answer('freightTables.export', () => ({ rows: 1240, file: 'f2' }))
    await open()
    await press('Exportar Motoboy para XLSX')
    expect(bridge.payloadsOf('freightTables.export')).toEqual([{ id: 4, file: 'f2', locale: 'pt-BR' }])
    expect(body()).toContain('1.240 linhas exportadas.')
  })
})

describe('what a person says about a file of prices', () => {
  it.each([
    ['', true],
    ['167', true],
    ['0', false],
    ['2001', false],
    ['1,5', false],
    ['muito', false],
  ] as const)('cubic factor %s', (text, taken) => expect(isFactor(text)).toBe(taken))

  it('an emptied carrier is taken out of the replaced table as well', () =>
    expect(importOf('f', { ...optionsOf(table), carrier: ' ', weightUnit: 'g' })).toEqual({
      file: 'f',
      name: 'Motoboy',
      carrier: null,
      kgPerM3: 167,
      dayCount: 'calendar',
      weightUnit: 'g',
      replaces: 4,
    }))
})
