import type { FreightWords } from './freight.ts'

export const freightPl: FreightWords = {
  sheet: 'Cennik',
  column: {
    service: 'Usługa',
    fromCep: 'CEP od',
    toCep: 'CEP do',
    fromWeight: 'Waga od (g)',
    toWeight: 'Waga do (g)',
    price: 'Cena (R$)',
    days: 'Termin (dni)',
    perKg: 'Dodatkowy kg (R$)',
    validFrom: 'Ważny od',
    validTo: 'Ważny do',
  },
  reason: {
    missing: 'Komórka jest pusta, a musi mieć wartość.',
    cep: 'CEP musi mieć osiem cyfr, np. 01310-100, albo pięć pierwszych.',
    weight: 'Nie udało się odczytać wagi. Należy podać liczbę, np. 0,300 albo 300 g, najwyżej 1000 kg.',
    price: 'Nie udało się odczytać ceny. Należy podać kwotę w realach większą od zera, np. 23,90.',
    days: 'Nie udało się odczytać terminu. Należy podać całkowitą liczbę dni od 0 do 365.',
    day: 'Data nie istnieje albo nie udało się jej odczytać. Należy podać dzień, miesiąc i rok, np. 31.12.2026.',
    'cep-order': 'Końcowy CEP jest przed początkowym.',
    'weight-order': 'Waga końcowa jest równa zeru albo mniejsza od początkowej.',
    'day-order': 'Koniec ważności jest przed początkiem.',
    'too-long': 'Nazwa usługi ma ponad 80 znaków. Należy ją skrócić.',
    malformed: 'Nie udało się odczytać wiersza: cudzysłów nie jest zamknięty albo stoi w złym miejscu.',
    overlap:
      'Zakres nakłada się na zakres z wiersza {line}: ta sama usługa, CEP, waga i dzień mają dwie ceny. Należy zostawić jedną.',
  },
}
