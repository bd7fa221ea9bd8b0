import type { accounts as source } from '../pt-BR/accounts.ts'
import type { Translation } from '../messages.ts'

export const accounts: Translation<typeof source> = {
  subtitle: 'Umowy z przewoźnikami: na co pozwalają i czy działają',
  add: 'Podłącz umowę',
  parcels: '{count} przesyłka | {count} przesyłki | {count} przesyłek',
  noneInList: 'Nie podłączono żadnej umowy.',
  saved: 'Zapisano konto „{name}”. Trwa test połączenia.',
  empty: {
    title: 'Nie podłączono żadnej umowy',
    text: 'Z umową przesyłki są śledzone bezpośrednio u przewoźnika. Hasła pozostają w systemowym magazynie haseł.',
  },
  public: { title: 'Bez konta', text: 'Śledzenie u tych przewoźników jest publiczne; nie trzeba nic ustawiać.' },
  switches: {
    title: 'Odpytywanie przewoźników',
    text: 'Wyłączony przewoźnik nie jest odpytywany, także na polecenie. Jego przesyłki czekają.',
    ask: 'Odpytuj {carrier}',
  },
  switch: {
    title: 'Odpytuj przez to konto',
    text: 'Wyłączone konto nie jest używane do zapytań. Inne konta przewoźnika działają dalej; to, co zna tylko to konto, czeka.',
    offSince: 'Wyłączone od',
  },
  keychain: {
    title: 'Systemowy magazyn haseł jest niedostępny',
    text: 'Hasła są przechowywane tylko w systemowym magazynie, nigdy w pliku. Odblokuj lub zainstaluj magazyn (w Linuksie usługę Secret Service, np. GNOME Keyring), otwórz Despacho ponownie i zapisz konto.',
  },
  state: {
    checking: 'Test połączenia',
    secretMissing: 'Brak hasła',
    unknown: 'Jeszcze nie testowano',
    off: 'Wyłączone',
  },
  environment: {
    production: { name: 'Produkcja', text: 'Rzeczywiste środowisko przewoźnika.' },
    test: { name: 'Testowe', text: 'Środowisko testowe przewoźnika, z osobną rejestracją.' },
    sandbox: { name: 'Symulacja', text: 'Przewoźnik symulowany przez Despacho na tym komputerze.' },
  },
  guide: {
    correios:
      'Kod dostępu do API tworzy się w portalu cws.correios.com.br, w „Gestão de acesso a APIs”. Jest pokazywany raz i ważny do 180 dni. Numer karty nadawczej jest w umowie.',
  },
  form: {
    titleNew: 'Nowa umowa: {carrier}',
    carrier: 'Przewoźnik',
    name: 'Nazwa konta',
    nameHint: 'tak jest widoczne w Despacho',
    environment: 'Środowisko',
    optional: 'opcjonalnie',
    nothing: 'Nie podawać',
    addZeros: 'Uzupełnij do {digits} cyfr: {value}',
    saveAndTest: 'Zapisz i przetestuj połączenie',
    cancel: 'Anuluj',
    problem: {
      required: 'To pole jest wymagane.',
      digits: 'Ma {digits} cyfr; może zaczynać się od zera.',
      'not-digits': 'Tylko cyfry.',
      refused: 'Ta wartość nie została przyjęta.',
    },
  },
  field: {
    any: {
      user: { label: 'Użytkownik', hint: '' },
      password: { label: 'Hasło', hint: '' },
      token: { label: 'Klucz dostępu', hint: '' },
    },
    correios: {
      user: { label: 'Użytkownik portalu', hint: 'Ten sam co w Meu Correios i portalu CWS.' },
      accessCode: {
        label: 'Kod dostępu do API',
        hint: 'To nie jest hasło Meu Correios. Utworzenie nowego od razu unieważnia stary.',
      },
      postingCard: { label: 'Karta nadawcza', hint: 'Dziesięć cyfr, z zerami na początku, np. 0012345678.' },
      sedexCard: {
        label: 'Karta nadawcza SEDEX',
        hint: 'Tylko gdy usługi SEDEX są na innej karcie.',
      },
      contract: { label: 'Numer umowy', hint: 'Potrzebny tylko, gdy karta jest w więcej niż jednej umowie.' },
      dr: { label: 'Dyrekcja (SE/DR)', hint: 'Ta z umowy, jeśli Correios o nią pyta.' },
      originPostalCode: { label: 'CEP nadania', hint: 'Skąd sklep nadaje; używany w wycenach.' },
      extraDays: { label: 'Dni dodane dla klienta', hint: 'Dodawane do terminu, który widzi klient, od 0 do 60.' },
      extraValue: { label: 'Kwota dodana dla klienta', hint: 'Dodawana do ceny, którą widzi klient: 3,50 lub 5%.' },
    },
  },
  secret: {
    endsOn: 'ważny do {day}',
    endsIn: 'wygasa za {count} dzień | wygasa za {count} dni | wygasa za {count} dni',
    ended: 'minęło 180 dni; wygeneruj nowy w portalu',
    howToReplace:
      'Wygeneruj nowy kod na cws.correios.com.br, Gestão de acesso a APIs, i wklej go tutaj. Despacho używa obecnego, dopóki jest przyjmowany, i przechodzi na nowy, gdy tylko Correios go przyjmie.',
    next: 'Nowy kod zapisany; obecny działa, dopóki Correios nie przyjmie nowego. Wprowadzono',
    discardNext: 'Odrzuć nowy',
    stored: 'W systemowym magazynie haseł',
    enteredAt: 'podano',
    replace: 'Zastąp',
    keep: 'Zachowaj obecny',
  },
  remove: {
    button: 'Usuń konto',
    title: 'Usunąć konto „{name}”?',
    text: 'Hasło zostanie usunięte z magazynu. {count} przesyłka pozostanie na liście i nie będzie sprawdzana, póki nie ma innego konta. | Hasło zostanie usunięte z magazynu. {count} przesyłki pozostaną na liście i nie będą sprawdzane, póki nie ma innego konta. | Hasło zostanie usunięte z magazynu. {count} przesyłek pozostanie na liście i nie będzie sprawdzanych, póki nie ma innego konta.',
    secrets: 'Hasło zostanie usunięte z magazynu.',
    inUse:
      '{count} śledzona przesyłka zależy od tego konta. | {count} śledzone przesyłki zależą od tego konta. | {count} śledzonych przesyłek zależy od tego konta.',
    choose: 'Co z nimi zrobić',
    move: 'Sprawdzać przez konto „{name}”',
    stop: 'Zakończyć śledzenie; sprawdzane tylko na żądanie',
    confirm: 'Usuń konto „{name}”',
    done: 'Usunięto konto „{name}”.',
  },
  check: {
    next: {
      waiting: 'Nowy kod jeszcze nie działa; obecny pozostaje w użyciu. Despacho próbuje samo do {until}.',
      refused:
        'Nowy kod nie został przyjęty po dwóch godzinach. Sprawdź go w portalu albo odrzuć; obecny pozostaje w użyciu.',
    },
    title: 'Test połączenia',
    run: 'Przetestuj połączenie',
    stop: 'Zatrzymaj',
    notYet: 'W tej sesji połączenia jeszcze nie testowano.',
    at: 'Test:',
    carrierSays: 'Odpowiedź przewoźnika:',
    triesUntil: 'Despacho ponawia próby samo do {until}.',
    late: '{carrier} jeszcze nie odpowiada. Test trwa dalej, także przy innym otwartym ekranie.',
    off: 'Konto jest wyłączone: poza tym testem nie służy do żadnych zapytań.',
    step: {
      starting: 'Rozpoczynanie testu',
      keychain: 'Odczyt hasła z magazynu',
      network: 'Sprawdzanie sieci',
      token: 'Prośba o dostęp do przewoźnika',
      tracking: 'Zapytanie o śledzenie',
    },
  },
  contract: {
    title: 'Umowa {contract}',
    cnpj: 'CNPJ {cnpj}',
    endsOn: 'ważna do {day}',
    open: 'bez daty końca',
    card: 'Karta {number}',
    inactive: 'nieaktywna',
    services: 'Usługi: {names}',
    noServices: 'Nie podano żadnej usługi wysyłki.',
  },
  permissions: {
    title: 'Na co pozwala umowa',
    askFor: 'poproś opiekuna umowy o usługę {service}',
    state: { granted: 'przyznane', missing: 'nieprzyznane', 'not-tried': 'niesprawdzone' },
    name: {
      token: 'Dostęp (token)',
      tracking: 'Śledzenie',
      price: 'Ceny',
      deadline: 'Terminy doręczeń',
      'postal-code': 'Wyszukiwanie kodów pocztowych',
      'pre-posting': 'Zapowiedź nadania',
      suspension: 'Wstrzymanie doręczenia',
      contract: 'Dane umowy',
    },
  },
  verdict: {
    connected: {
      short: 'Połączono',
      what: '{carrier} odpowiada i śledzenie jest przyznane.',
      next: 'Nie trzeba nic robić. Przesyłki tego konta są sprawdzane same.',
    },
    'credentials-wrong': {
      short: 'Błędny użytkownik lub kod',
      what: '{carrier} odrzuca użytkownika lub kod dostępu.',
      next: 'Trzy rzeczy łatwo tu pomylić: hasło Meu Correios, hasło dawnego SIGEP i kod dostępu do API. Działa tylko kod, z użytkownikiem Meu Correios. Jeśli przepadł, utwórz nowy w portalu i zastąp go tutaj.',
    },
    'credentials-too-fresh': {
      short: 'Kod właśnie utworzony',
      what: '{carrier} jeszcze nie przyjmuje kodu, który podano przed chwilą.',
      next: 'Nowy kod zaczyna działać do dwóch godzin. Nie twórz kolejnego: czekanie zaczęłoby się od nowa.',
    },
    'access-code-expired': {
      short: 'Kod wygasł',
      what: 'Kod dostępu wygasł.',
      next: 'Utwórz nowy w portalu przewoźnika (ważny do 180 dni) i zastąp go tutaj.',
    },
    'posting-card-unknown': {
      short: 'Nie znaleziono karty',
      what: '{carrier} nie znajduje karty nadawczej w tej umowie.',
      next: 'Sprawdź dziesięć cyfr, z zerami na początku, oraz czy karta jest z umowy tego użytkownika.',
    },
    'tracking-not-enabled': {
      short: 'Śledzenie nieprzyznane',
      what: 'Dostęp działa, ale umowa nie obejmuje śledzenia.',
      next: 'Poproś opiekuna umowy ({carrier}) o dodanie usługi {service} (API śledzenia). Potem przetestuj ponownie.',
    },
    'carrier-down': {
      short: 'Przewoźnik nie odpowiada',
      what: '{carrier} nie odpowiada lub ma awarię.',
      next: 'Dane tego konta nie zostały zakwestionowane. Despacho próbuje dalej; przetestuj ponownie później.',
    },
    'no-network': {
      short: 'Brak sieci',
      what: 'Ten komputer nie ma połączenia z siecią.',
      next: 'Sprawdź kabel, Wi-Fi lub serwer proxy i przetestuj ponownie.',
    },
    'clock-wrong': {
      short: 'Zły zegar',
      what: 'Zegar tego komputera różni się o {minutes} min.',
      next: 'Włącz automatyczną datę i godzinę w systemie i przetestuj ponownie. Przy złej godzinie przewoźnik odmawia dostępu.',
    },
    'sandbox-not-running': {
      short: 'Symulacja nie działa',
      what: 'Symulowany przewoźnik nie działa.',
      next: 'Otwórz demonstrację albo wybierz inne środowisko dla tego konta.',
    },
    'secret-missing': {
      short: 'Brak hasła',
      what: 'Hasła tego konta nie ma w magazynie.',
      next: 'Podaj hasło ponownie i zapisz.',
    },
    'keychain-unavailable': {
      short: 'Magazyn niedostępny',
      what: 'Systemowy magazyn haseł nie odpowiada.',
      next: 'Odblokuj magazyn (w Linuksie Secret Service, np. GNOME Keyring) i przetestuj ponownie.',
    },
    'answer-not-understood': {
      short: 'Nieoczekiwana odpowiedź',
      what: 'Odpowiedź od {carrier} jest niezrozumiała.',
      next: 'Przetestuj ponownie później. Jeśli się powtarza, wyślij szczegóły do pomocy technicznej.',
    },
  },
}
