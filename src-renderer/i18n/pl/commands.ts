import type { commands as source } from '../pt-BR/commands.ts'
import type { Translation } from '../messages.ts'

export const commands: Translation<typeof source> = {
  search: 'Szukaj lub wydaj polecenie',
  keys: 'Klawisze tego ekranu',
  import: 'Importuj plik',
  paste: 'Importuj wklejone numery',
  addScanned: 'Dodaj odczytane numery',
  view: 'Widok: {name}',
  askCarriers: 'Zapytaj przewoźników teraz',
  undo: 'Cofnij ostatnie usunięcie lub zmianę',
  pauseTracking: 'Wstrzymaj lub wznów śledzenie',
  addAccount: 'Podłącz umowę',
  theme: 'Przełącz motyw jasny i ciemny',
  group: {
    places: 'Miejsca',
    views: 'Zapisane widoki',
    screen: 'Na tym ekranie',
    selection: 'Z zaznaczonymi',
    file: 'Pliki',
    application: 'Despacho',
  },
}
