import type { Locator, Page } from 'playwright-core'

/** What a contract with Correios is entered with. */
export type CorreiosContract = {
  readonly name: string
  readonly environment: 'Produção' | 'Homologação' | 'Simulação'
  readonly user: string
  readonly accessCode: string
  readonly postingCard: string
}

/** Contracts with carriers. */
export type AccountsPage = {
  readonly form: Locator
  readonly verdict: Locator
  readonly permissions: Locator
  readonly storedSecret: Locator
  readonly save: Locator
  readonly test: Locator
  account(name: string): Locator
  fill(contract: CorreiosContract): Promise<void>
}

export function accountsPage(window: Page): AccountsPage {
  const form = window.locator('[data-account-form]')
  const save = form.getByRole('button', { name: 'Salvar e testar conexão' })
  return {
    form,
    save,
    verdict: window.locator('[data-account-check] [data-verdict]'),
    permissions: window.locator('[data-permission]'),
    storedSecret: window.locator('[data-secret-stored]'),
    test: form.getByRole('button', { name: 'Testar conexão', exact: true }),
    account: (name) => window.locator('[data-account]').filter({ hasText: name }),
    async fill({ name, environment, user, accessCode, postingCard }) {
      await form.getByLabel('Nome da conta').fill(name)
      await form.getByRole('radio', { name: environment }).click()
      await form.getByLabel('Usuário do portal').fill(user)
      await form.getByLabel('Código de acesso às APIs').fill(accessCode)
      await form.getByLabel(/^Cartão de postagem\*?$/).fill(postingCard)
    },
  }
}
