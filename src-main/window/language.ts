import { app } from 'electron'
import { Settings, type Locale } from '../contract/app.contract.ts'
import { chooseLocale } from '../domain/choose-locale.ts'
import { setMenu, type MenuActions } from './menu.ts'

/** The language of the menu and the dialogs: the system's until the settings are known, then theirs. */
export type Language = {
  current(): Locale
  /** Takes the language out of settings, as they come from the engine. */
  use(settings: unknown): void
}

/** Makes it; the menu is put in place with the first `use`. */
export function createLanguage(actions: MenuActions): Language {
  let locale = chooseLocale(app.getLocale())
  return {
    current: () => locale,
    use(settings) {
      const { success, data } = Settings.safeParse(settings)
      if (success) locale = data.locale
      setMenu(locale, actions)
    },
  }
}
