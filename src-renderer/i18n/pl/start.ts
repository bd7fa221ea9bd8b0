import type { start as source } from '../pt-BR/start.ts'
import type { Translation } from '../messages.ts'

export const start: Translation<typeof source> = {
  title: 'Start',
  purpose: 'Od arkusza z numerami do śledzonej listy: wszystko, co nadano, gdzie jest i co wymaga działania.',
  connect: {
    title: 'Podłącz umowę',
    text: 'Przesyłki są śledzone bezpośrednio w Correios, w ramach umowy sklepu.',
    needs: 'Potrzebne: użytkownik portalu, kod dostępu do API i karta nadawcza.',
    button: 'Podłącz umowę',
  },
  demo: {
    title: 'Wypróbuj na danych przykładowych',
    text: '600 przesyłek, które podróżują na oczach. Przewoźnicy są symulowani na tym komputerze.',
    needs: 'Nic nie jest potrzebne. Po zakończeniu dane przykładowe są usuwane.',
    button: 'Otwórz demonstrację',
  },
  import: {
    title: 'Zaimportuj arkusz od razu',
    text: 'CSV, TSV, TXT lub XLSX z numerami przesyłek. Plik można też upuścić na to okno.',
    button: 'Wybierz plik',
  },
  local: 'Dane pozostają na tym komputerze. Hasła pozostają w systemowym magazynie haseł.',
  skip: 'Przejdź od razu do Despacho',
}
