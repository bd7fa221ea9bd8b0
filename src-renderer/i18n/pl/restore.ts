import type { restore as source } from '../pt-BR/restore.ts'
import type { Translation } from '../messages.ts'

export const restore: Translation<typeof source> = {
  button: 'Przywróć…',
  buttonOf: 'Przywróć kopię z {when}',
  fromFile: 'Przywróć z pliku…',
  title: 'Przywracanie kopii',
  titleFile: 'Przeniesienie danych z innego komputera',
  text: 'Kopia jest otwierana i sprawdzana przed jakąkolwiek zamianą. Dzisiejsze dane zostają zachowane w kopii.',
  looking: 'Kopia jest otwierana i sprawdzana…',
  restoring: 'Najpierw kopia dzisiejszych danych, potem zamiana. Następnie Despacho otworzy się ponownie.',
  takenAt: 'Utworzona',
  parcels: 'Przesyłki',
  accounts: 'Konta',
  size: 'Rozmiar',
  version: 'Format danych',
  losing: 'Czego zabraknie w używanych danych',
  lostParcels:
    '{count} przesyłka, której kopia nie ma | {count} przesyłki, których kopia nie ma | {count} przesyłek, których kopia nie ma',
  lostChanged:
    'późniejsze zmiany w {count} przesyłce | późniejsze zmiany w {count} przesyłkach | późniejsze zmiany w {count} przesyłkach',
  lostAccounts: '{count} konto | {count} konta | {count} kont',
  lostNothing: 'W kopii jest wszystko, co jest dzisiaj.',
  lostUnknown: 'Używane dane są uszkodzone i nie dało się ich porównać z kopią.',
  kept: 'Wszystko to pozostaje w kopii „Przed przywróceniem”, która powstaje teraz i którą można później przywrócić.',
  secrets:
    'Hasła nie są częścią kopii. To, co jest w magazynie haseł, służy tylko kontom, które się nie zmieniły; pozostałe poproszą o hasło ponownie.',
  confirm: 'Przywróć kopię z {when}',
  inDemo: 'W demonstracji nie przywraca się kopii: dane przykładowe są usuwane przy wyjściu.',
  done: {
    title:
      'Dane przywrócone: w użyciu jest kopia z {when}, {count} przesyłka. | Dane przywrócone: w użyciu jest kopia z {when}, {count} przesyłki. | Dane przywrócone: w użyciu jest kopia z {when}, {count} przesyłek.',
    safety: 'Wcześniejsze dane są w Ustawieniach, Kopie zapasowe, jako „Przed przywróceniem”.',
    secrets:
      '{count} konto wymaga ponownego podania hasła. | {count} konta wymagają ponownego podania hasła. | {count} kont wymaga ponownego podania hasła.',
    accounts: 'Podaj hasła',
    seen: 'Rozumiem',
  },
  move: {
    one: 'Zapisz plik na tym komputerze',
    oneText:
      'Cała, sprawdzona kopia w wybranym miejscu, na przykład na pendrivie. Można pracować dalej, ale późniejsze zmiany nie zostaną przeniesione.',
    write: 'Zapisz plik…',
    written:
      'Plik zapisany i sprawdzony: {count} przesyłka, {size}. | Plik zapisany i sprawdzony: {count} przesyłki, {size}. | Plik zapisany i sprawdzony: {count} przesyłek, {size}.',
    reveal: 'Pokaż w folderze',
    two: 'Przenieś plik na drugi komputer',
    twoText: 'Zawiera nazwiska i adresy klientów: po przeprowadzce należy go usunąć z pendrive’a.',
    three: 'Wczytaj na drugim komputerze',
    threeText:
      'Przy pierwszym uruchomieniu albo tutaj, na tym samym ekranie. Plik jest sprawdzany, a zmiany pokazywane wcześniej.',
    bring: 'Przenieś z innego komputera…',
    four: 'Podaj hasła',
    fourText: 'Hasła pozostają w magazynie haseł tamtego komputera i nie podróżują. W Kontach widać, których brakuje.',
    accounts: 'Pokaż konta',
    inDemo: 'W demonstracji nie ma własnych danych do przeniesienia.',
  },
  start: {
    title: 'Kontynuuj pracę z innego komputera',
    text: 'Plik zapisuje się tam, w Ustawieniach, Zmiana komputera. Hasła podaje się potem ponownie.',
    button: 'Przenieś z innego komputera',
  },
}
