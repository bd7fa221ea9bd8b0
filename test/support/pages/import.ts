import type { Locator, Page } from 'playwright-core'

/** One refused row as the list shows it. */
export type ShownRejection = {
  readonly line: string
  readonly column: string
  readonly value: string
  readonly reason: string
}

export type Figure = 'new' | 'stored' | 'changed' | 'unchanged' | 'rejected'

/** The import, step by step. */
export type ImportPage = {
  readonly choose: Locator
  readonly pasted: Locator
  readonly usePasted: Locator
  readonly step: Locator
  readonly columns: Locator
  readonly encoding: Locator
  readonly checkRows: Locator
  readonly confirm: Locator
  readonly showImported: Locator
  readonly revealReport: Locator
  readonly another: Locator
  readonly giveUp: Locator
  /** How many rows of a kind, once that is known. */
  figure(kind: Figure): Promise<number>
  rejections(): Promise<readonly ShownRejection[]>
}

export function importPage(window: Page): ImportPage {
  const refused = window.getByRole('region', { name: 'Linhas recusadas com o motivo' })
  return {
    choose: window.getByRole('button', { name: 'Escolher arquivos' }),
    pasted: window.getByLabel('Ou cole códigos'),
    usePasted: window.getByRole('button', { name: /^Usar (os códigos|\d)/ }),
    step: window.getByRole('list', { name: 'Passos da importação' }).locator('[aria-current="step"]'),
    columns: window.getByRole('region', { name: 'Primeiras linhas do arquivo, com o campo de cada coluna' }),
    encoding: window.getByRole('combobox', { name: 'Codificação' }),
    checkRows: window.getByRole('button', { name: 'Conferir as linhas' }),
    confirm: window.getByRole('button', {
      name: /^(Importar [\d.]+ encomendas?|Concluir|Gerar a planilha das recusadas)$/,
    }),
    showImported: window.getByRole('button', { name: /^Ver (as importadas hoje|encomendas)$/ }),
    revealReport: window.getByRole('button', { name: 'Mostrar planilha das recusadas' }),
    another: window.getByRole('button', { name: /^Importar (outro arquivo|o próximo|os próximos)/ }),
    giveUp: window.getByRole('button', { name: 'Desistir da importação' }),
    async figure(kind) {
      const count = await window.locator(`[data-figure="${kind}"] [data-count]`).getAttribute('data-count')
      return Number(count)
    },
    async rejections() {
      const rows = await refused.locator('tbody tr').all()
      return Promise.all(
        rows.map(async (row) => {
          const [line = '', column = '', value = '', reason = ''] = await row.locator('td').allInnerTexts()
          return { line, column, value, reason }
        }),
      )
    },
  }
}
