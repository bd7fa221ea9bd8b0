import type { Locator, Page } from 'playwright-core'

/** Places in the order of their keys, `Ctrl+1` and so on, with their names. */
export const placeNames = ['Hoje', 'Encomendas', 'Cotação', 'Contas', 'Ajustes'] as const
export type PlaceName = (typeof placeNames)[number]

/** What stands around every place. */
export type ShellPage = {
  readonly strip: Locator
  readonly palette: Locator
  readonly paletteField: Locator
  readonly keys: Locator
  readonly tasks: Locator
  readonly tasksButton: Locator
  readonly health: Locator
  readonly healthButton: Locator
  readonly dropTarget: Locator
  heading(name: string): Locator
  goTo(place: PlaceName): Promise<void>
  leaveDemonstration(): Promise<void>
}

export function shellPage(window: Page): ShellPage {
  const heading = (name: string) => window.getByRole('heading', { level: 1, name, exact: true })
  const strip = window.locator('[data-demo-strip]')
  return {
    strip,
    palette: window.getByRole('dialog', { name: 'Buscar e comandar' }),
    paletteField: window
      .getByRole('dialog', { name: 'Buscar e comandar' })
      .getByRole('textbox')
      .or(window.getByRole('combobox')),
    keys: window.getByRole('dialog', { name: 'Teclas desta tela' }),
    tasks: window.getByRole('region', { name: 'Trabalho em andamento' }),
    tasksButton: window.getByRole('button', { name: /^Trabalho em andamento/ }),
    health: window.getByRole('region', { name: 'Transportadoras', exact: true }),
    healthButton: window.getByRole('button', { name: /^Transportadoras:/ }),
    dropTarget: window.locator('[data-drop-target]'),
    heading,
    async goTo(place) {
      await window.getByRole('navigation', { name: 'Lugares' }).getByRole('link', { name: place, exact: true }).click()
      await heading(place).waitFor()
    },
    async leaveDemonstration() {
      await strip.getByRole('button', { name: 'Sair da demonstração' }).click()
      await window.getByRole('dialog').getByRole('button', { name: 'Descartar os dados de exemplo e sair' }).click()
      await strip.waitFor({ state: 'detached' })
    },
  }
}
