import type { freightErrors as source, freightErrorsIn as sourceIn } from '../../pt-BR/errors/freight.ts'
import type { Translation } from '../../messages.ts'

export const freightErrors: Translation<typeof source> = {
  'no-quoting-account': {
    what: 'Żadne konto nie wycenia przesyłek.',
    undone: 'Nic nie wyceniono.',
    next: 'Podłącz umowę z Correios w Kontach.',
  },
  'origin-missing': {
    what: 'Brakuje kodu CEP nadania.',
    undone: 'Nic nie wyceniono.',
    next: 'Wpisz CEP nadania na koncie albo w wycenie.',
  },
  'quote-job-unknown': {
    what: 'Ta wycena zbiorcza już nie istnieje.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Rozpocznij inną.',
  },
  'quote-job-running': {
    what: 'Ta wycena zbiorcza już trwa.',
    undone: 'Nic nie zostało zmienione.',
    next: 'Śledź postęp albo najpierw ją zatrzymaj.',
  },
  'sandbox-not-running': {
    what: 'Konto należy do symulowanego przewoźnika, który nie działa.',
    undone: 'Nic nie wyceniono.',
    next: 'Otwórz demonstrację albo wybierz inne środowisko konta.',
  },
  'too-many-shipments': {
    what: 'Przesyłek jest więcej niż {limit}.',
    undone: 'Nic nie wyceniono.',
    next: 'Podziel plik albo użyj filtra.',
  },
  'no-shipments': {
    what: 'Nie ma żadnej przesyłki.',
    undone: 'Nic nie wyceniono.',
    next: 'Sprawdź plik albo okres.',
  },
  'columns-missing': {
    what: 'Plik musi mieć kolumnę z kodem CEP doręczenia i kolumnę z wagą.',
    undone: 'Nic nie wyceniono.',
    next: 'Nadaj kolumnom tytuły CEP i Waga i spróbuj ponownie.',
  },
  'table-unknown': {
    what: 'Tego cennika już nie ma.',
    undone: 'Niczego nie zmieniono.',
    next: 'Należy odświeżyć listę; cennik mógł zostać usunięty.',
  },
  'freight-columns': {
    what: 'Plik nie ma kolumn cennika. Brakuje: {missing}.',
    undone: 'Niczego nie zaimportowano.',
    next: 'Należy nadać kolumnom te tytuły, w jednym wierszu, i zaimportować plik ponownie.',
  },
  'freight-weight-unit': {
    what: 'Nie jest pewne, czy wagi są w gramach, czy w kilogramach.',
    undone: 'Niczego nie zaimportowano.',
    next: 'Należy wybrać jednostkę albo dopisać (g) lub (kg) do tytułu kolumn z wagą.',
  },
  'freight-too-long': {
    what: 'Cennik ma więcej niż {limit} wierszy.',
    undone: 'Niczego nie zaimportowano.',
    next: 'Należy podzielić cennik według usługi albo regionu i zaimportować części.',
  },
  'rule-empty': {
    what: 'Reguła {rule} ma warunek bez wartości ({field}).',
    undone: 'Reguł nie zapisano.',
    next: 'Należy uzupełnić warunek albo usunąć go z reguły.',
  },
  'rule-order': {
    what: 'W regule {rule} zakres kończy się przed początkiem ({field}).',
    undone: 'Reguł nie zapisano.',
    next: 'Należy poprawić początek albo koniec zakresu.',
  },
}

export const freightErrorsIn: Translation<typeof sourceIn> = {
  freightTables: {
    import: {
      'name-taken': {
        what: 'Cennik o tej nazwie już istnieje.',
        undone: 'Cennika nie zaimportowano.',
        next: 'Należy wybrać inną nazwę albo zastąpić istniejący cennik.',
      },
    },
    export: {
      'file-locked': {
        what: 'Nie udało się zapisać w tym miejscu.',
        undone: 'Pliku nie zapisano.',
        next: 'Należy wybrać inny folder albo zamknąć program, w którym plik jest otwarty.',
      },
      'file-type': {
        what: 'Nazwa pliku musi kończyć się na .xlsx.',
        undone: 'Pliku nie zapisano.',
        next: 'Należy wybrać inną nazwę.',
      },
    },
  },
}
