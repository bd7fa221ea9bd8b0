import type { settings as source } from '../pt-BR/settings.ts'
import type { Translation } from '../messages.ts'

export const settings: Translation<typeof source> = {
  sections: 'Sekcje ustawień',
  appearance: {
    title: 'Wygląd',
    text: 'Działa od razu, w tej instalacji.',
    locale: 'Język',
    themeLabel: 'Motyw',
    theme: { system: 'Jak w systemie', light: 'Jasny', dark: 'Ciemny' },
    densityLabel: 'Gęstość',
    densityText: 'Wygodna: większe litery i wiersze.',
    density: { compact: 'Zwarta', comfortable: 'Wygodna' },
  },
  tracking: {
    title: 'Śledzenie',
    text: 'Kiedy pytać i co liczy się jako brak ruchu.',
    stalled: 'Dni robocze bez ruchu',
    stalledText:
      'Po tym czasie bez nowego zdarzenia przesyłka liczy się jako bez ruchu. Soboty, niedziele i święta państwowe kraju przewoźnika się nie liczą.',
    stalledOf: 'Dni robocze bez ruchu: {status}',
    ask: 'Pytaj przewoźników',
    askText: 'Gdy wyłączone, żaden przewoźnik nie jest pytany automatycznie.',
  },
  backups: {
    title: 'Kopie zapasowe',
    text: 'Jedna dziennie, tworzona podczas pracy Despacho i sprawdzana na koniec.',
    kept: 'Przechowywane kopie dzienne',
    keptText: 'Po przekroczeniu tej liczby najstarsza jest usuwana.',
    now: 'Utwórz kopię teraz',
    done: 'Kopia utworzona i sprawdzona: {count} przesyłka. | Kopia utworzona i sprawdzona: {count} przesyłki. | Kopia utworzona i sprawdzona: {count} przesyłek.',
    none: 'Jeszcze nie ma kopii. Pierwsza powstanie dzisiaj.',
    at: 'Kiedy',
    reasonLabel: 'Powód',
    reason: { daily: 'Dzienna', 'by-hand': 'Na żądanie', 'before-migration': 'Przed aktualizacją' },
    parcels: 'Przesyłki',
    size: 'Rozmiar',
  },
  personal: {
    title: 'Dane osobowe',
    text: 'Jak długo są przechowywane i o co może poprosić osoba (RODO, LGPD).',
    months: 'Miesiące przechowywania',
    monthsText:
      'Liczone od doręczenia lub ostatniego zdarzenia. Potem imię i nazwisko, kontakt, dokument, adres, zawartość, uwagi i odpowiedzi przewoźnika są usuwane; miasto, stan, początek kodu pocztowego, usługa, wymiary, daty i status pozostają.',
    off: 'Wyłączone: dane osobowe są przechowywane bezterminowo.',
    on: 'Włączone: usuwane po {count} miesiącu, raz dziennie. | Włączone: usuwane po {count} miesiącach, raz dziennie. | Włączone: usuwane po {count} miesiącach, raz dziennie.',
    switchOn: 'Włącz ten termin',
    switchOff: 'Wyłącz',
    confirmTitle:
      'Usuwać dane osobowe po {count} miesiącu? | Usuwać dane osobowe po {count} miesiącach? | Usuwać dane osobowe po {count} miesiącach?',
    confirmText:
      'Dziś dotyczy to {count} przesyłki zakończonej przed {before}. Nie można tego cofnąć. | Dziś dotyczy to {count} przesyłek zakończonych przed {before}. Nie można tego cofnąć. | Dziś dotyczy to {count} przesyłek zakończonych przed {before}. Nie można tego cofnąć.',
    search: 'Dane jednej osoby',
    searchText: 'Cała wartość musi się zgadzać; znaki diakrytyczne, wielkość liter i interpunkcja nie mają znaczenia.',
    byLabel: 'Szukaj według',
    valueLabel: 'Szukana wartość',
    by: { document: 'CPF/CNPJ', email: 'E-mail', phone: 'Telefon', name: 'Nazwisko' },
    placeholder: {
      document: '000.000.000-00',
      email: "imie{'@'}przyklad.pl",
      phone: '(11) 90000-0000',
      name: 'Imię i nazwisko',
    },
    find: 'Szukaj',
    found: {
      nothing: 'Nic nie jest zapisane pod tą wartością.',
      list: 'Znalezione przesyłki',
      parcels: '{count} przesyłka na liście | {count} przesyłki na liście | {count} przesyłek na liście',
      removed:
        '{count} usunięta przesyłka, którą można było przywrócić | {count} usunięte przesyłki, które można było przywrócić | {count} usuniętych przesyłek, które można było przywrócić',
      searches:
        '{count} wyszukiwanie lub zapisany widok z tą wartością | {count} wyszukiwania lub zapisane widoki z tą wartością | {count} wyszukiwań lub zapisanych widoków z tą wartością',
      files:
        '{count} raport importu z tą wartością | {count} raporty importu z tą wartością | {count} raportów importu z tą wartością',
      documents:
        '{count} dokument z tym nazwiskiem | {count} różne dokumenty z tym nazwiskiem: to mogą być różne osoby. Szukaj według CPF/CNPJ. | {count} różnych dokumentów z tym nazwiskiem: to mogą być różne osoby. Szukaj według CPF/CNPJ.',
    },
    exportXlsx: 'Eksportuj arkusz',
    exportJson: 'Eksportuj wszystko (JSON)',
    fileName: 'dane-osobowe',
    exported:
      'Dane {count} przesyłki zapisane w pliku. | Dane {count} przesyłek zapisane w pliku. | Dane {count} przesyłek zapisane w pliku.',
    erase: 'Usuń dane…',
    eraseTitle:
      'Usunąć dane osobowe z {count} przesyłki? | Usunąć dane osobowe z {count} przesyłek? | Usunąć dane osobowe z {count} przesyłek?',
    eraseText:
      'Nie można tego cofnąć. Przesyłki pozostają na liście bez danych osoby. Raporty i wyszukiwania z tą wartością są usuwane.',
    eraseBackups:
      '{count} kopia zapasowa zawiera te dane do czasu zastąpienia: dzienne po {kept} dniach. | {count} kopie zapasowe zawierają te dane do czasu zastąpienia: dzienne po {kept} dniach. | {count} kopii zapasowych zawiera te dane do czasu zastąpienia: dzienne po {kept} dniach.',
    eraseConfirm: 'Usuń z {count} przesyłki | Usuń z {count} przesyłek | Usuń z {count} przesyłek',
    erasing: 'Usuwanie i ponowny zapis pliku danych. Przy wielu przesyłkach trwa to do minuty.',
    erased:
      'Dane osobowe usunięte z {count} przesyłki. | Dane osobowe usunięte z {count} przesyłek. | Dane osobowe usunięte z {count} przesyłek.',
    filesLeft:
      '{count} raport jest otwarty w innym programie i pozostał. Zamknij go i usuń ponownie. | {count} raporty są otwarte w innym programie i pozostały. Zamknij je i usuń ponownie. | {count} raportów jest otwartych w innym programie i pozostało. Zamknij je i usuń ponownie.',
    notCleaned:
      'Dane zostały usunięte, ale pliku nie można było teraz zapisać od nowa. Zwolnij miejsce na dysku i usuń ponownie po zakończeniu innych zadań.',
    log: 'Rejestr',
    logEmpty: 'Nic jeszcze nie zostało usunięte ani wyeksportowane.',
    at: 'Kiedy',
    what: 'Co',
    ruleLabel: 'Reguła',
    parcels: 'Przesyłki',
    files: 'Raporty',
    kind: { erased: 'Usunięte', exported: 'Wyeksportowane', aged: 'Usunięte po terminie' },
    afterMonths: 'Po {count} miesiącu | Po {count} miesiącach | Po {count} miesiącach',
  },
  check: {
    title: 'Sprawdzenie danych',
    text: 'Przechodzi przez zapisane dane i sprawdza każdą regułę. Nic nie jest zmieniane.',
    run: 'Sprawdź teraz',
    sound: 'Dane są spójne.',
    checked: 'Sprawdzono {count} regułę. | Sprawdzono {count} reguły. | Sprawdzono {count} reguł.',
    found: 'Znaleziono {count} problem | Znaleziono {count} problemy | Znaleziono {count} problemów',
    next: 'Utwórz kopię zapasową i wyślij szczegóły do pomocy technicznej. Można pracować dalej.',
    openParcel: 'Pokaż przesyłkę',
  },
  unmapped: {
    title: 'Nieznane zdarzenia',
    text: 'Kody, których nie ma żadna tabela Despacho. Nie zmieniają statusu; pokazywany jest tekst przewoźnika.',
    none: 'Brak: wszystkie otrzymane zdarzenia są znane.',
    code: 'Kod',
    words: 'Tekst przewoźnika',
    count: 'Razy',
    lastAt: 'Ostatnio',
    copy: 'Kopiuj listę dla zespołu Despacho',
    copied: 'Skopiowano listę. Nie zawiera danych przesyłek ani osób.',
  },
  keys: {
    title: 'Klawisze',
    text: 'Wszystko można zrobić klawiaturą; klawisz ? pokazuje klawisze każdego ekranu.',
    open: 'Pokaż klawisze',
  },
  about: {
    title: 'O programie',
    text: 'Despacho działa w całości na tym komputerze, bez serwera.',
    version: 'Wersja',
    dataDir: 'Folder danych',
    keychain: 'Magazyn haseł',
    keychainState: { available: 'dostępny', unavailable: 'niedostępny' },
  },
}
