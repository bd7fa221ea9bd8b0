import { freightErrors, freightErrorsIn } from './errors/freight.ts'
import type { errors as source } from '../pt-BR/errors.ts'
import type { Translation } from '../messages.ts'

export const errors: Translation<typeof source> = {
  'unknown-reason': 'Nieznany powód ({code}).',
  invalid_input: {
    what: 'Żądanie nie miało oczekiwanej postaci.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Sprawdź pola i spróbuj ponownie. Jeśli się powtarza, wyślij szczegóły do pomocy technicznej.',
  },
  forbidden_sender: {
    what: 'Żądanie nie pochodziło z okna Despacho i zostało odrzucone.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Zamknij Despacho i otwórz ponownie.',
  },
  unknown_procedure: {
    what: 'Ta wersja Despacho nie ma tej funkcji.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Zamknij Despacho i otwórz ponownie. Jeśli się powtarza, wyślij szczegóły do pomocy technicznej.',
  },
  cancelled: {
    what: 'Zatrzymano na żądanie.',
    undone: 'Reszta nie została wykonana.',
    next: 'W każdej chwili można zacząć od nowa.',
  },
  internal: {
    what: 'Wystąpił błąd w Despacho.',
    undone: 'Działanie nie zostało ukończone.',
    next: 'Spróbuj ponownie. Jeśli się powtarza, wyślij szczegóły do pomocy technicznej.',
  },
  'parcel-unknown': {
    what: 'Tej przesyłki nie ma już na liście.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wyszukaj ponownie; mogła zostać usunięta.',
  },
  'nothing-to-undo': 'Nie ma czego cofnąć: tylko usunięcia i zmiany z ostatnich 24 godzin.',
  'undone-already': {
    what: 'To zostało już cofnięte.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wynik jest na liście.',
  },
  'undo-expired': {
    what: 'Minęły 24 godziny, w których można było to cofnąć.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Usunięte przesyłki wracają po imporcie arkusza; uwagi trzeba wpisać ponownie.',
  },
  'undo-erased': {
    what: 'Po tej czynności usunięto dane osobowe, a ich usunięcie jest ostateczne.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Rejestr jest w Ustawieniach, w sekcji Dane osobowe.',
  },
  'changed-since': {
    what: 'Przesyłka została po tej czynności ponownie zmieniona.',
    undone: 'Pozostała nowsza wartość.',
    next: 'Wcześniejsze wartości są w historii przesyłki.',
  },
  'person-unknown': {
    what: 'Nic nie jest zapisane pod tą wartością.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Sprawdź wartość; musi być pełna.',
  },
  'no-public-page': {
    what: 'Ten przewoźnik nie ma publicznej strony śledzenia.',
    undone: 'Nic nie zostało otwarte.',
    next: 'Zdarzenia są na osi czasu przesyłki.',
  },
  'demo-not-opened': {
    what: 'Nie udało się otworzyć demonstracji.',
    undone: 'Własne dane pozostają otwarte, takie jak były.',
    next: 'Sprawdź miejsce na dysku i prawo zapisu w folderze danych, a potem spróbuj ponownie.',
  },
  'own-data-not-opened': {
    what: 'Nie udało się otworzyć własnych danych.',
    undone: 'Demonstracja została otwarta na nowo i trwa.',
    next: 'Zamknij inny program Despacho lub polecenie, które używa folderu danych, i spróbuj ponownie. We własnych danych nic się nie zmieniło.',
  },
  'carrier-unknown': {
    what: 'Ta wersja Despacho nie zna tego przewoźnika.',
    undone: 'Nic nie zostało zapisane.',
    next: 'Wybierz jednego z przewoźników na liście.',
  },
  'account-unknown': {
    what: 'To konto już nie istnieje.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wróć do listy kont; mogło zostać usunięte.',
  },
  'name-taken': { what: 'Taka nazwa już istnieje.', undone: 'Nic nie zostało zapisane.', next: 'Wybierz inną nazwę.' },
  'field-invalid': {
    what: 'Jedno z pól nie zostało przyjęte.',
    undone: 'Konto nie zostało zapisane.',
    next: 'Popraw oznaczone pole i zapisz ponownie.',
  },
  'secret-missing': {
    what: 'Brakuje hasła tego konta.',
    undone: 'Konto nie zostało zapisane.',
    next: 'Podaj hasło lub kod dostępu i zapisz ponownie.',
  },
  'keychain-unavailable': {
    what: 'Systemowy magazyn haseł nie odpowiada.',
    undone: 'Hasło nie zostało nigdzie zapisane, a konto nie zostało zmienione.',
    next: 'Odblokuj magazyn (w Linuksie Secret Service, np. GNOME Keyring) i spróbuj ponownie.',
  },
  'cursor-invalid': {
    what: 'Kolejność listy zmieniła się podczas czytania.',
    undone: 'Następna strona nie została pokazana.',
    next: 'Wróć na początek listy.',
  },
  'disk-full': {
    what: 'Dysk jest pełny.',
    undone: 'Plik nie został zapisany.',
    next: 'Zwolnij miejsce i spróbuj ponownie.',
  },
  'backup-unsound': {
    what: 'Kopia powstała, ale nie przeszła sprawdzenia.',
    undone: 'Kopia została odrzucona; używane dane nie zostały naruszone.',
    next: 'Uruchom sprawdzenie danych w ustawieniach i wyślij wynik do pomocy technicznej.',
  },
  'copy-gone': {
    what: 'Pliku już tam nie ma.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wybierz inną kopię z listy albo inny plik.',
  },
  'copy-in-use': {
    what: 'Plik jest otwarty w innym programie Despacho.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Zamknij tamten albo zapisz w nim plik: Ustawienia, Zmiana komputera.',
  },
  'copy-newer': {
    what: 'Plik zapisała nowsza wersja Despacho.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Zainstaluj tutaj nowszą wersję i spróbuj ponownie.',
  },
  'copy-damaged': {
    what: 'Plik jest uszkodzony: nie przeszedł sprawdzenia.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wybierz inną kopię albo skopiuj plik jeszcze raz z tamtego komputera.',
  },
  'copy-unreadable': {
    what: 'Pliku nie udało się odczytać lub skopiować do folderu danych.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Sprawdź prawo odczytu pliku i miejsce na dysku, a potem spróbuj ponownie.',
  },
  'not-a-store': {
    what: 'Ten plik nie jest kopią Despacho.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wybierz plik zapisany w Ustawieniach, Zmiana komputera, albo kopię z folderu backups.',
  },
  'place-unwritable': {
    what: 'W tym miejscu nie udało się zapisać.',
    undone: 'Plik nie został zapisany.',
    next: 'Wybierz inny folder albo sprawdź, czy pendrive pozwala na zapis.',
  },
  'folder-gone': {
    what: 'Folder jest niedostępny.',
    undone: 'Pliki pozostają na miejscu.',
    next: 'Sprawdź, czy folder istnieje i czy dysk lub sieć są podłączone, albo wybierz inny.',
  },
  'folder-unwritable': {
    what: 'W folderze nie można zapisywać.',
    undone: 'Nic z niego nie zaimportowano: zaimportowane pliki muszą trafić do podfolderu.',
    next: 'Zezwól na zapis w folderze albo wybierz inny.',
  },
  'folder-of-despacho': {
    what: 'To folder samego Despacho.',
    undone: 'Folder nie został zmieniony.',
    next: 'Wybierz folder poza folderem danych.',
  },
  'no-watched-folder': {
    what: 'Nie wybrano folderu.',
    undone: 'Nic nie zaimportowano.',
    next: 'Wybierz folder w Ustawienia, Obserwowany folder.',
  },
  'in-demonstration': {
    what: 'Tego nie robi się w demonstracji.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Wyjdź z demonstracji i spróbuj ponownie.',
  },
  'collection-gone': {
    what: 'Dane zostały w międzyczasie zebrane ponownie.',
    undone: 'Plik nie został zapisany.',
    next: 'Zbierz dane ponownie i zapisz.',
  },
  ...freightErrors,
  carrier: {
    unreachable: 'Nie udało się połączyć z przewoźnikiem przez sieć.',
    timeout: 'Przewoźnik odpowiadał zbyt długo.',
    down: 'Przewoźnik ma awarię.',
    'rate-limited': 'Przewoźnik prosi o mniej zapytań na minutę.',
    'malformed-answer': 'Odpowiedź przewoźnika jest niezrozumiała.',
    rejected: 'Przewoźnik odrzucił zapytanie.',
    credentials: 'Przewoźnik odrzucił użytkownika lub hasło.',
    'credentials-expired': 'Kod dostępu do przewoźnika wygasł.',
    'not-enabled': 'Umowa nie obejmuje śledzenia.',
    'posting-card-unknown': 'Przewoźnik nie znajduje karty nadawczej.',
    'clock-wrong': 'Zegar tego komputera jest zły i przewoźnik odmawia dostępu.',
    'left-alone': 'Po kolejnych niepowodzeniach przewoźnik przez pewien czas nie jest pytany.',
    cancelled: 'Zapytanie zostało zatrzymane.',
  },
  in: {
    ...freightErrorsIn,
    support: {
      save: {
        'file-locked': {
          what: 'W tym miejscu nie udało się zapisać.',
          undone: 'Plik nie został zapisany.',
          next: 'Wybierz inny folder albo zamknij program, w którym plik jest otwarty.',
        },
      },
    },
    files: {
      reveal: {
        'file-gone': {
          what: 'Pliku nie ma już w folderze.',
          undone: 'Folder nie został otwarty.',
          next: 'Mógł zostać przeniesiony lub usunięty. Wyeksportuj ponownie.',
        },
      },
    },
    accounts: {
      save: {
        'name-taken': {
          what: 'Konto o tej nazwie już istnieje.',
          undone: 'Konto nie zostało zapisane.',
          next: 'Wybierz inną nazwę.',
        },
      },
      remove: {
        'account-in-use': {
          what: 'Od konta „{name}” zależą śledzone przesyłki: {count}.',
          undone: 'Konto nie zostało usunięte.',
          next: 'Przenieś je na inne konto tego samego przewoźnika albo zakończ ich śledzenie; obie możliwości są w oknie usuwania.',
        },
        'keychain-unavailable': {
          what: 'Systemowy magazyn haseł nie odpowiada.',
          undone: 'Konto nie zostało usunięte, aby hasło nie pozostało w magazynie.',
          next: 'Odblokuj magazyn i usuń ponownie.',
        },
      },
    },
    views: {
      save: {
        'name-taken': {
          what: 'Widok o tej nazwie już istnieje.',
          undone: 'Widok nie został zapisany.',
          next: 'Wybierz inną nazwę.',
        },
      },
    },
    imports: {
      savePreset: {
        'name-taken': {
          what: 'Szablon kolumn o tej nazwie już istnieje.',
          undone: 'Szablon nie został zapisany.',
          next: 'Wybierz inną nazwę.',
        },
      },
    },
  },
}
