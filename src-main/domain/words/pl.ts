import { freightPl } from './freight.pl.ts'
import { rateRulePl } from './rate-rule.pl.ts'
import type { Words } from './words.ts'

export const pl: Words = {
  status: {
    registered: 'Zarejestrowana',
    'pre-posted': 'Przygotowana do nadania',
    posted: 'Nadana',
    'in-transit': 'W drodze',
    'out-for-delivery': 'Wydana do doręczenia',
    'awaiting-pickup': 'Czeka na odbiór',
    'delivery-failed': 'Próba doręczenia nieudana',
    suspended: 'Zażądano wstrzymania',
    returning: 'W zwrocie',
    returned: 'Zwrócona',
    delivered: 'Doręczona',
    customs: 'W urzędzie celnym',
    exception: 'Problem z przesyłką',
    lost: 'Zaginiona',
    cancelled: 'Anulowana',
  },
  column: {
    id: 'Nr wewnętrzny',
    code: 'Numer przesyłki',
    carrier: 'Przewoźnik',
    orderNumber: 'Zamówienie',
    channel: 'Kanał sprzedaży',
    recipientName: 'Odbiorca',
    email: 'E-mail',
    phone: 'Telefon',
    document: 'Numer podatkowy',
    street: 'Ulica',
    streetNumber: 'Numer domu',
    complement: 'Uzupełnienie adresu',
    district: 'Dzielnica',
    city: 'Miejscowość',
    state: 'Województwo / stan',
    postalCode: 'Kod pocztowy',
    country: 'Kraj',
    weightG: 'Waga (g)',
    lengthMm: 'Długość (mm)',
    widthMm: 'Szerokość (mm)',
    heightMm: 'Wysokość (mm)',
    declaredValue: 'Wartość deklarowana',
    currency: 'Waluta',
    service: 'Usługa',
    items: 'Zawartość',
    invoiceNumber: 'Numer faktury',
    invoiceKey: 'Klucz faktury',
    postedOn: 'Data nadania',
    shopPromisedOn: 'Termin obiecany klientowi',
    note: 'Uwagi',
    status: 'Status',
    statusAt: 'Status od',
    promisedOn: 'Termin doręczenia',
    forecastOn: 'Prognoza Despacho',
    lastEventAt: 'Czas ostatniego zdarzenia',
    lastEventText: 'Ostatnie zdarzenie',
    lastEventPlace: 'Miejsce ostatniego zdarzenia',
    deliveredAt: 'Doręczono',
    watch: 'Śledzenie',
    checkedAt: 'Sprawdzono',
    nextCheckAt: 'Następne sprawdzenie',
    checkFailure: 'Błąd sprawdzenia',
    createdAt: 'Zaimportowano',
    updatedAt: 'Zmieniono',
    late: 'Opóźniona',
    stalledDays: 'Dni robocze bez ruchu',
  },
  watch: { watched: 'Śledzona', ended: 'Zakończona', silent: 'Brak danych od przewoźnika', untracked: 'Bez śledzenia' },
  importField: {
    code: 'Numer przesyłki',
    carrier: 'Przewoźnik',
    orderNumber: 'Numer zamówienia',
    channel: 'Kanał sprzedaży',
    recipientName: 'Imię i nazwisko odbiorcy',
    email: 'E-mail',
    phone: 'Telefon',
    document: 'Numer podatkowy (CPF, CNPJ)',
    street: 'Ulica',
    streetNumber: 'Numer domu',
    complement: 'Uzupełnienie adresu',
    district: 'Dzielnica',
    city: 'Miejscowość',
    state: 'Województwo / stan',
    postalCode: 'Kod pocztowy',
    country: 'Kraj',
    weight: 'Waga',
    length: 'Długość',
    width: 'Szerokość',
    height: 'Wysokość',
    dimensions: 'Wymiary (dł. x szer. x wys.)',
    declaredValue: 'Wartość deklarowana',
    service: 'Usługa',
    items: 'Zawartość',
    invoiceNumber: 'Numer faktury',
    invoiceKey: 'Klucz faktury',
    postedOn: 'Data nadania',
    shopPromisedOn: 'Termin obiecany klientowi',
    note: 'Uwagi',
  },
  reason: {
    'code-missing': 'Wiersz nie zawiera numeru przesyłki. Należy wpisać numer albo usunąć wiersz.',
    'code-check-digit':
      'Cyfra kontrolna numeru się nie zgadza: przy tych cyfrach numer miałby postać {expected}. Należy porównać go z etykietą.',
    'code-scientific':
      'Arkusz kalkulacyjny zaokrąglił numer i ostatnie cyfry przepadły. Należy sformatować kolumnę jako tekst i ponownie skopiować numer ze źródła.',
    'code-leading-zeros':
      'Liczba cyfr numeru to {digits}, a powinna wynosić {expected}: arkusz kalkulacyjny usunął zera z początku. Należy sformatować kolumnę jako tekst i wpisać cały numer.',
    'code-unknown-format':
      'Numer nie ma formatu żadnego ze znanych przewoźników. Należy poprawić numer albo wybrać zachowanie nieznanych numerów.',
    'code-ambiguous':
      'Numerów w tym formacie używa więcej niż jeden przewoźnik ({carriers}). Należy podać przewoźnika w kolumnie albo wybrać jednego dla całego pliku.',
    'code-twice-in-file':
      'Ten sam numer występuje już w wierszu {line} z innymi danymi. Należy zostawić tylko jeden z wierszy.',
    'carrier-unknown': 'Ten przewoźnik nie jest znany. Znani przewoźnicy: {carriers}.',
    'document-check-digit': 'Cyfry kontrolne numeru {kind} się nie zgadzają. Należy potwierdzić numer u odbiorcy.',
    'document-format':
      'Wartość nie jest numerem CPF (11 cyfr) ani CNPJ (14 znaków). Należy poprawić numer albo opróżnić komórkę.',
    'email-format':
      "Wartość nie jest adresem e-mail w rodzaju imie{'@'}przyklad.pl. Należy ją poprawić albo opróżnić komórkę.",
    'postal-code-format':
      'Kod pocztowy ma niewłaściwą postać; brazylijski CEP ma osiem cyfr, np. 01310-100. Należy go poprawić albo opróżnić komórkę.',
    'country-format': 'Nie rozpoznano kraju. Należy podać jego nazwę albo dwie litery, np. PL, albo opróżnić komórkę.',
    'weight-format': 'Nie udało się odczytać wagi. Należy podać liczbę, np. 0,350 albo 350 g, najwyżej 1000 kg.',
    'length-format':
      'Nie udało się odczytać wymiaru. Należy podać liczbę, np. 20 albo 20,5 cm, najwyżej 10 m; trzy wymiary w jednej komórce jako 20 x 15 x 10.',
    'value-format': 'Nie udało się odczytać kwoty. Należy podać liczbę, np. 1234,56.',
    'date-format':
      'Data nie istnieje albo nie udało się jej odczytać. Należy podać dzień, miesiąc i rok, np. 31.12.2026.',
    'invoice-key-check-digit': 'Cyfra kontrolna klucza faktury się nie zgadza. Należy ponownie skopiować 44 cyfry.',
    'invoice-key-format':
      'Klucz faktury musi mieć 44 cyfry; liczba cyfr w komórce: {length}. Należy sformatować kolumnę jako tekst i skopiować cały klucz.',
    'cell-too-long': 'Liczba znaków tekstu to {length}, a limit tego pola wynosi {limit}. Należy skrócić tekst.',
    'row-width':
      'Liczba kolumn wiersza to {cells}, a nagłówka {columns}. Należy sprawdzić separator i cudzysłowy w wierszu.',
    'row-malformed':
      'Nie udało się odczytać wiersza: cudzysłów nie jest zamknięty albo stoi w złym miejscu. Należy poprawić cudzysłowy w wierszu.',
  },
  problem: {
    'file-empty': 'Plik jest pusty. Niczego nie zaimportowano.',
    'file-gone':
      'Pliku nie ma już na miejscu: został przeniesiony lub usunięty albo odłączono dysk. Niczego z niego nie zaimportowano. Należy wybrać plik ponownie.',
    'file-locked':
      'Pliku używa inny program albo brakuje uprawnień do odczytu. Należy zamknąć plik w innym programie i spróbować ponownie.',
    'file-type':
      'Zawartość pliku jest typu {type}, który nie jest odczytywany. Należy zapisać tabelę jako XLSX lub CSV i zaimportować ją ponownie.',
    'file-folder':
      'To folder, a nie plik. Należy otworzyć folder i wybrać arkusz lub plik tekstowy, który się w nim znajduje.',
    'file-device':
      'To nie zwykły plik, lecz potok lub urządzenie systemu. Należy zapisać tabelę jako plik i zaimportować ją ponownie.',
    'file-xls-1997':
      'Plik jest w formacie Excel 97-2003 (.xls). Należy otworzyć go w programie Excel lub LibreOffice, zapisać jako XLSX i zaimportować ponownie.',
    'file-password':
      'Skoroszyt jest chroniony hasłem. Należy go otworzyć, usunąć hasło, zapisać i zaimportować ponownie.',
    'file-damaged':
      'Plik jest uszkodzony lub niekompletny. Niczego nie zaimportowano. Należy otworzyć go w programie źródłowym i zapisać nową kopię.',
    'file-zip-bomb':
      'Po rozpakowaniu plik zająłby ponad {limit} MB, o wiele więcej niż arkusz z przesyłkami. Pliku nie otwarto. Należy podzielić arkusz albo zapisać go jako CSV.',
    'file-too-many-columns':
      'Liczba kolumn tabeli to {columns}, a limit wynosi {limit}. Należy usunąć kolumny niedotyczące przesyłek i zaimportować plik ponownie.',
    'file-cell-too-large':
      'W wierszu {line} komórka ma ponad {limit} tys. znaków. Niczego nie zaimportowano. Należy sprawdzić, czy cudzysłów jest zamknięty, i poprawić komórkę.',
    'file-formulas-without-values':
      'Arkusz zawiera formuły bez zapisanych wyników. Należy otworzyć go w programie Excel lub LibreOffice, zapisać i zaimportować ponownie.',
    'file-no-rows': 'Plik ma nagłówek, ale żadnego wiersza danych. Niczego nie zaimportowano.',
    'file-sheet-missing': 'W skoroszycie nie ma arkusza {sheet}. Należy wybrać jeden z istniejących arkuszy.',
    'file-encoding': 'Tekst nie jest w kodowaniu {encoding}. Należy wybrać inne kodowanie.',
    'mapping-uncertain':
      'Nie jest pewne, która kolumna zawiera numer przesyłki albo co zawiera inna kolumna. Należy sprawdzić kolumny przed importem.',
    'mapping-without-code':
      'Żadna kolumna nie jest oznaczona jako numer przesyłki. Należy wskazać kolumnę i zaimportować ponownie.',
    'preset-unfit':
      'Kolumny pliku nie odpowiadają szablonowi: brakuje {missing}. Należy sprawdzić kolumny albo wybrać inny szablon.',
    'preset-unknown': 'Szablon już nie istnieje. Należy wybrać inny albo sprawdzić kolumny.',
  },
  exportProblem: {
    'file-locked':
      'Pliku nie zapisano: inny program ma go otwartego albo folder nie pozwala na zapis. Należy zamknąć plik lub wybrać inną nazwę.',
    'disk-full': 'Pliku nie zapisano: dysk jest pełny. Należy zwolnić miejsce albo wybrać inny dysk.',
    'too-many-rows':
      'Liczba wierszy to {rows}, a arkusz mieści {limit}. Należy podzielić listę filtrem albo wyeksportować ją jako CSV.',
    'file-type': 'Nazwa pliku musi kończyć się na .xlsx lub .csv.',
  },
  file: {
    parcels: 'Przesyłki',
    rejected: 'Odrzucone wiersze',
    reason: 'Powód odrzucenia',
    line: 'Wiersz w pliku',
    source: 'Plik źródłowy',
    yes: 'Tak',
    no: 'Nie',
    unknownCarrier: 'Nieznany',
  },
  watchedFolder: {
    done: 'Zaimportowane',
    pending: 'Do sprawdzenia',
    result: 'wynik',
    file: 'Plik',
    when: 'Zaimportowano',
    preset: 'Szablon',
    stored: 'Nowe przesyłki',
    changed: 'Zmienione przesyłki',
    unchanged: 'Wiersze bez zmian',
    undecided: 'Wiersze inne niż zapisane, pozostawione bez zmian',
    undecidedNext:
      'Aby o nich zdecydować, zaimportuj ten plik na ekranie Import. Aby były zawsze stosowane albo zawsze pomijane, zmień szablon.',
    rejected: 'Odrzucone wiersze',
    rejectedNext:
      'Odrzucone wiersze są w arkuszu obok, z powodami. Popraw je i włóż arkusz ponownie do obserwowanego folderu.',
    nothing: 'Nic z tego pliku nie zostało zaimportowane.',
    cancelled: 'Import zatrzymano na żądanie. Aby zaimportować plik, włóż go ponownie do obserwowanego folderu.',
    internal:
      'Wystąpił błąd w Despacho. Włóż plik ponownie do obserwowanego folderu. Jeśli to się powtórzy, wyślij dzienniki do pomocy.',
  },
  freight: freightPl,
  rateRule: rateRulePl,
  quoteJob: {
    sheet: 'Wyceny',
    column: {
      line: 'Wiersz',
      reference: 'Zamówienie lub numer',
      to: 'CEP doręczenia',
      weightG: 'Waga (g)',
      declaredValue: 'Zadeklarowana wartość',
      used: 'Użyta usługa',
      cheapest: 'Najtańsza',
      fastest: 'Najszybsza',
      chosen: 'Wybrana regułami',
      price: 'cena',
      days: 'dni',
      latestOn: 'do',
      rule: 'Reguła',
      chosenOverCheapest: 'Wybrana minus najtańsza',
      usedOverChosen: 'Użyta minus wybrana',
      fault: 'Dlaczego nie wyceniono',
    },
    fault: {
      'postal-code-missing': 'Brakuje kodu CEP doręczenia.',
      'postal-code-format': 'Kod CEP doręczenia musi mieć osiem cyfr.',
      'weight-missing': 'Brakuje wagi.',
      'weight-format': 'Nie można odczytać wagi. Podaj liczbę, jak 0,350 lub 350 g.',
      'length-format': 'Nie można odczytać wymiaru. Podaj centymetry, jak 20 x 15 x 10.',
      'value-format': 'Nie można odczytać zadeklarowanej wartości. Podaj liczbę, jak 149,90.',
      'date-format': 'Nie można odczytać daty.',
      'row-malformed': 'Nie można odczytać wiersza: sprawdź cudzysłowy i separatory.',
    },
  },
}
