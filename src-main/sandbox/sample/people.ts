import type { Random } from '../random.ts'

const brazilianFirstNames = [
  'Ana Beatriz', 'Antônio', 'Bruna', 'Caio', 'Camila', 'Carlos Eduardo', 'Cláudia', 'Débora', 'Diego', 'Eduarda',
  'Fábio', 'Fernanda', 'Gabriel', 'Gustavo', 'Helena', 'Igor', 'Isabela', 'João Pedro', 'José', 'Júlia', 'Juliana',
  'Larissa', 'Letícia', 'Luana', 'Lucas', 'Luiz Felipe', 'Marcelo', 'Márcia', 'Maria Clara', 'Mariana', 'Matheus',
  'Natália', 'Patrícia', 'Paulo', 'Priscila', 'Rafael', 'Renata', 'Ricardo', 'Rodrigo', 'Sílvia', 'Simone', 'Tatiana',
  'Thiago', 'Vanessa', 'Vinícius', 'Vitória', 'Yasmin',
] // prettier-ignore

const brazilianSurnames = [
  'Albuquerque', 'Almeida', 'Alves', 'Andrade', 'Araújo', 'Azevedo', 'Barbosa', 'Barros', 'Batista', 'Camargo',
  'Cardoso', 'Carvalho', 'Castro', 'Conceição', 'Costa', 'Cunha', 'Dias', 'Duarte', 'Farias', 'Fernandes', 'Ferreira',
  'Freitas', 'Gomes', 'Gonçalves', 'Guimarães', 'Lima', 'Lopes', 'Machado', 'Magalhães', 'Martins', 'Mendonça',
  'Moraes', 'Moreira', 'Nascimento', 'Nogueira', 'Oliveira', 'Pereira', 'Pinheiro', 'Queiroz', 'Ramos', 'Ribeiro',
  'Rocha', 'Sant’Anna', 'Santos', 'Silva', 'Simões', 'Souza', 'Tavares', 'Teixeira', 'Vasconcelos', 'Vieira',
] // prettier-ignore

/** Polish names by grammatical gender: surnames follow it. */
const polishNames = [
  ['Agnieszka', 'f'], ['Aleksandra', 'f'], ['Anna', 'f'], ['Ewa', 'f'], ['Joanna', 'f'], ['Katarzyna', 'f'],
  ['Magdalena', 'f'], ['Małgorzata', 'f'], ['Zofia', 'f'], ['Andrzej', 'm'], ['Jakub', 'm'], ['Krzysztof', 'm'],
  ['Łukasz', 'm'], ['Michał', 'm'], ['Paweł', 'm'], ['Piotr', 'm'], ['Stanisław', 'm'], ['Wojciech', 'm'],
] as const // prettier-ignore

const polishSurnames = [
  ['Kowalski', 'Kowalska'], ['Nowak', 'Nowak'], ['Wiśniewski', 'Wiśniewska'], ['Wójcik', 'Wójcik'],
  ['Kamiński', 'Kamińska'], ['Lewandowski', 'Lewandowska'], ['Zieliński', 'Zielińska'], ['Szymański', 'Szymańska'],
  ['Dąbrowski', 'Dąbrowska'], ['Kozłowski', 'Kozłowska'], ['Mazur', 'Mazur'], ['Kwiatkowski', 'Kwiatkowska'],
] as const // prettier-ignore

const plain = (text: string) =>
  text
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .trim()
    .replace(/ +/g, '.')

/** An address that reaches nobody: the domains of RFC 2606. */
const emailOf = (name: string, random: Random) => `${plain(name)}@example.${random.pick(['com', 'net', 'org'])}`

/** A person who buys. */
export type Person = { readonly name: string; readonly email: string }

/** An invented customer in Brazil. */
export function brazilian(random: Random): Person {
  const surname = random.pick(brazilianSurnames)
  const joined = random.chance(0.5) ? `${surname} ${random.pick(brazilianSurnames)}` : surname
  const name = `${random.pick(brazilianFirstNames)} ${joined}`
  return { name, email: emailOf(name, random) }
}

/** An invented customer in Poland. */
export function pole(random: Random): Person {
  const [first, gender] = random.pick(polishNames)
  const [male, female] = random.pick(polishSurnames)
  const name = `${first} ${gender === 'f' ? female : male}`
  return { name, email: emailOf(name, random) }
}
