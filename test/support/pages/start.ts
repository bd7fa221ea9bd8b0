import type { Locator, Page } from 'playwright-core'

/** The first start. */
export type StartPage = {
  readonly connect: Locator
  readonly demonstration: Locator
  readonly chooseFile: Locator
  readonly bring: Locator
  readonly straightIn: Locator
}

export const startPage = (window: Page): StartPage => ({
  connect: window.getByRole('link', { name: 'Conectar contrato' }),
  demonstration: window.getByRole('button', { name: 'Abrir a demonstração' }),
  chooseFile: window.getByRole('button', { name: 'Escolher arquivo' }),
  bring: window.getByRole('button', { name: 'Trazer de outro computador' }),
  straightIn: window.getByRole('link', { name: 'Ir direto para o Despacho' }),
})
