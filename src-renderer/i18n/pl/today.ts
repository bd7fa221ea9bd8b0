import type { today as source } from '../pt-BR/today.ts'
import type { Translation } from '../messages.ts'

export const today: Translation<typeof source> = {
  import: 'Importuj plik',
  empty: {
    title: 'Jeszcze nie ma przesyłek',
    text: 'Po imporcie pierwszego arkusza będzie tu praca na dziś: opóźnienia, nieudane doręczenia, odbiory, błędy.',
    connect: 'Podłącz umowę',
  },
  work: {
    title: 'Co jest do zrobienia',
    none: 'Nic nie czeka',
    noneText: 'Żadna przesyłka nie wymaga teraz działania. Nowe sprawy pojawią się na tej liście same.',
    some: '{count} sprawa wymaga uwagi | {count} sprawy wymagają uwagi | {count} spraw wymaga uwagi',
    'account-refused': {
      title:
        'przesyłka czeka: {carrier} odmawia dostępu | przesyłki czekają: {carrier} odmawia dostępu | przesyłek czeka: {carrier} odmawia dostępu',
      next: 'Otwórz konto i przetestuj połączenie.',
    },
    'account-missing': {
      title:
        'przesyłka czeka na konto {carrier} | przesyłki czekają na konto {carrier} | przesyłek czeka na konto {carrier}',
      next: 'Podłącz umowę, aby były śledzone.',
    },
    'watched-folder': {
      title:
        'plik z obserwowanego folderu czeka | pliki z obserwowanego folderu czekają | plików z obserwowanego folderu czeka',
      next: 'Powód jest przy każdym; po rozwiązaniu zabierz plik z podfolderu.',
    },
    'watched-folder-problem': {
      title: 'obserwowany folder bez dostępu | obserwowane foldery bez dostępu | obserwowanych folderów bez dostępu',
      next: 'Nic nie jest z niego importowane, dopóki nie wróci albo nie zostanie wybrany inny.',
    },
    'access-code-ending': {
      title:
        'dzień do wygaśnięcia kodu dostępu: {account} | dni do wygaśnięcia kodu dostępu: {account} | dni do wygaśnięcia kodu dostępu: {account}',
      next: 'Wygeneruj nowy w portalu i wpisz go na koncie: obecny działa, dopóki nowy nie zostanie przyjęty.',
    },
    'access-code-ended': {
      title:
        'kod dostępu ma ponad 180 dni: {account} | kody dostępu mają ponad 180 dni: {account} | kodów dostępu ma ponad 180 dni: {account}',
      next: 'Wygeneruj nowy w portalu i wpisz go na koncie.',
    },
    'access-lost': {
      title:
        'API nie jest już włączone: {account} | API nie są już włączone: {account} | API nie są już włączone: {account}',
      next: 'Przetestuj połączenie na koncie: powie, o co poprosić opiekuna w Correios.',
    },
    'contract-ending': {
      title:
        'dzień do końca umowy lub karty: {account} | dni do końca umowy lub karty: {account} | dni do końca umowy lub karty: {account}',
      next: 'Porozmawiaj z opiekunem klienta, zanim usługi się zatrzymają.',
    },
    'contract-ended': {
      title:
        'umowa lub karta wygasła: {account} | umowy lub karty wygasły: {account} | umów lub kart wygasło: {account}',
      next: 'Porozmawiaj z opiekunem klienta i zaktualizuj konto.',
    },
    exception: {
      title: 'przesyłka z problemem | przesyłki z problemem | przesyłek z problemem',
      next: 'Uszkodzenie, odmowa lub adres: skontaktuj się z klientem albo przewoźnikiem.',
    },
    'delivery-failed': {
      title: 'nieudana próba doręczenia | nieudane próby doręczenia | nieudanych prób doręczenia',
      next: 'Potwierdź adres i obecność klienta przed następną próbą.',
    },
    'awaiting-pickup': {
      title: 'przesyłka czeka na odbiór | przesyłki czekają na odbiór | przesyłek czeka na odbiór',
      next: 'Zawiadom klienta: czas na odbiór jest krótki.',
    },
    late: {
      title: 'opóźniona przesyłka | opóźnione przesyłki | opóźnionych przesyłek',
      next: 'Minął obiecany dzień, a jeszcze nie dotarły.',
    },
    stalled: {
      title:
        'przesyłka bez ruchu dłużej niż zwykle | przesyłki bez ruchu dłużej niż zwykle | przesyłek bez ruchu dłużej niż zwykle',
      next: 'Sprawdź u przewoźnika albo wyeksportuj arkusz do reklamacji.',
    },
    customs: {
      title: 'przesyłka w urzędzie celnym | przesyłki w urzędzie celnym | przesyłek w urzędzie celnym',
      next: 'Sprawdź, czy brakuje opłaty lub dokumentu.',
    },
    returning: {
      title: 'przesyłka w drodze powrotnej | przesyłki w drodze powrotnej | przesyłek w drodze powrotnej',
      next: 'Przygotuj przyjęcie i zdecyduj o ponownej wysyłce.',
    },
    failing: {
      title:
        'przesyłka, której ostatnie sprawdzenie się nie powiodło | przesyłki, których ostatnie sprawdzenie się nie powiodło | przesyłek, których ostatnie sprawdzenie się nie powiodło',
      next: 'Sprawdzenie powtarza się samo; przyczyna jest przy każdej przesyłce.',
    },
    silent: {
      title:
        'przesyłka, o której przewoźnik nic nie mówi | przesyłki, o których przewoźnik nic nie mówi | przesyłek, o których przewoźnik nic nie mówi',
      next: 'Numer może być błędny albo przesyłki nie nadano. Nie są już sprawdzane same.',
    },
    unmapped: {
      title: 'nieznany kod zdarzenia | nieznane kody zdarzeń | nieznanych kodów zdarzeń',
      next: 'Nie zmieniają statusu przesyłek. Listę można wysłać zespołowi Despacho.',
    },
  },
  pictures: {
    chart: 'Wykres',
    table: 'Tabela',
    days: {
      title: 'Przesyłki dziennie',
      note: 'Ostatnie 30 dni: nadane {posted}, doręczone {delivered}',
      label: 'Wykres przesyłek dziennie w ostatnich 30 dniach: nadane {posted}, doręczone {delivered}',
      empty: 'W ostatnich 30 dniach nic nie nadano ani nie doręczono.',
      day: 'Dzień',
      posted: 'Nadane',
      delivered: 'Doręczone',
      open: 'Otwórz nadane {day}',
    },
    delivery: {
      title: 'Dni do doręczenia według stanu',
      note: 'Mediana od nadania; doręczenia od {day}.',
      most: 'Najczęstsze ({count}); wszystkie w tabeli.',
      label: 'Wykres mediany dni roboczych do doręczenia według stanu lub województwa',
      empty: 'Po pięciu doręczeniach w jednym stanie lub województwie pojawi się tu jego rzeczywisty czas.',
      days: '{count} dzień roboczy | {count} dni robocze | {count} dni roboczych',
      deliveries: '{count} doręczenie | {count} doręczenia | {count} doręczeń',
      median: 'Dni robocze (mediana)',
      delivered: 'Doręczenia',
      open: 'Otwórz doręczone: {state}',
    },
    late: {
      title: 'Opóźnienia według przewoźnika',
      note: 'Termin przewoźnika od {from} do {to}.',
      label: 'Wykres udziału opóźnionych przesyłek według przewoźnika',
      empty: 'W ostatnich 30 dniach żadna przesyłka nie miała terminu od przewoźnika.',
      of: '{late} z {promised}',
      promised: 'Z terminem',
      late: 'Opóźnione',
      share: 'Udział',
      open: 'Otwórz opóźnione: {carrier}',
      openAll: 'Otwórz wszystkie z terminem: {carrier}',
    },
  },
  share: { title: 'Status przesyłek' },
  tracking: {
    title: 'Śledzenie',
    watched: 'Śledzone',
    due: 'Do sprawdzenia teraz',
    next: 'Następne zapytanie',
    nothingDue: 'nic do sprawdzenia',
  },
}
