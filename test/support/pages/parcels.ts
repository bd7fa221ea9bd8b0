import type { Locator, Page } from 'playwright-core'
import { groupCode } from '../../../src-main/contract/tracking-code.ts'

export type TabName =
  'all' | 'under-way' | 'late' | 'stalled' | 'pickup' | 'trouble' | 'going-back' | 'delivered' | 'to-post'

/** The list of parcels and the parcel beside it. */
export type ParcelsPage = {
  readonly search: Locator
  readonly grid: Locator
  readonly rows: Locator
  readonly headers: Locator
  readonly detail: Locator
  readonly note: Locator
  readonly saveNote: Locator
  readonly closeDetail: Locator
  readonly timeline: Locator
  readonly selection: Locator
  readonly exportDialog: Locator
  readonly confirmExport: Locator
  readonly changes: Locator
  readonly columnsButton: Locator
  readonly tabs: Locator
  tab(name: TabName): Locator
  tabCount(name: TabName): Promise<number>
  row(code: string): Locator
  /** The status that the list shows for a row on the screen. */
  status(code: string): Promise<string | null>
  /** Codes of the rows on the screen, from top to bottom. */
  codes(): Promise<readonly string[]>
  openParcel(code: string): Promise<void>
}

export function parcelsPage(window: Page): ParcelsPage {
  const grid = window.locator('.data-grid')
  const detail = window.getByRole('complementary', { name: 'Encomenda aberta' })
  const exportDialog = window.getByRole('dialog', { name: 'Exportar encomendas' })
  const row = (code: string) => grid.locator('.ag-row', { hasText: groupCode(code) })
  const tab = (name: TabName) => window.locator(`[data-tab="${name}"]`)
  return {
    search: window.getByRole('searchbox', { name: 'Buscar nesta lista' }),
    grid,
    rows: grid.locator('.ag-row'),
    headers: grid.locator('.ag-header-cell-text'),
    detail,
    note: detail.getByLabel('Observação'),
    saveNote: detail.getByRole('button', { name: 'Guardar observação' }),
    closeDetail: detail.getByRole('button', { name: 'Fechar' }),
    timeline: detail.getByRole('region', { name: 'Linha do tempo' }).getByRole('listitem'),
    selection: window.getByRole('toolbar'),
    exportDialog,
    confirmExport: exportDialog.getByRole('button', { name: /^Exportar [\d.]+ encomendas?$/ }),
    changes: window.getByRole('button', { name: /^[\d.]+ atualizaç(ão|ões)$/ }),
    columnsButton: window.getByRole('button', { name: 'Colunas', exact: true }),
    tabs: window.getByRole('navigation', { name: /^Situações/ }),
    tab,
    async tabCount(name) {
      const text = await tab(name).locator('span').last().innerText()
      return Number(text.replace(/\D/g, ''))
    },
    row,
    async status(code) {
      const index = await row(code).first().getAttribute('row-index')
      return grid.locator(`.ag-row[row-index="${index}"] [data-status]`).getAttribute('data-status')
    },
    async codes() {
      const cells = grid.locator('.ag-row [col-id="code"]')
      const shown = await cells.evaluateAll((elements) =>
        elements.map((element) => ({
          row: Number(element.closest('.ag-row')?.getAttribute('row-index')),
          code: (element.textContent ?? '').replace(/\s/g, ''),
        })),
      )
      return shown.sort((a, b) => a.row - b.row).map(({ code }) => code)
    },
    async openParcel(code) {
      await row(code).first().click()
      await detail.waitFor()
    },
  }
}
