import type { Random } from '../random.ts'

/** Where a sample parcel goes, in the fields of `ParcelData`. */
export type Address = {
  readonly street: string
  readonly streetNumber: string
  readonly complement: string | null
  readonly district: string | null
  readonly city: string
  readonly state: string | null
  readonly postalCode: string
  readonly country: string
  readonly phone: string
}

/** Cities with the first five digits of their CEP from … to, their area code, and how often shops send there. */
const brazilianCities: readonly (readonly [
  city: string,
  state: string,
  from: number,
  to: number,
  ddd: number,
  weight: number,
])[] = [
  ['São Paulo', 'SP', 1000, 5999, 11, 16],
  ['Guarulhos', 'SP', 7000, 7399, 11, 3],
  ['Campinas', 'SP', 13010, 13139, 19, 4],
  ['Santos', 'SP', 11010, 11099, 13, 2],
  ['São José dos Campos', 'SP', 12209, 12249, 12, 2],
  ['Ribeirão Preto', 'SP', 14010, 14109, 16, 2],
  ['Sorocaba', 'SP', 18010, 18109, 15, 2],
  ['Rio de Janeiro', 'RJ', 20010, 23799, 21, 9],
  ['Niterói', 'RJ', 24020, 24399, 21, 2],
  ['Vitória', 'ES', 29010, 29099, 27, 2],
  ['Belo Horizonte', 'MG', 30110, 31999, 31, 6],
  ['Uberlândia', 'MG', 38400, 38419, 34, 2],
  ['Juiz de Fora', 'MG', 36010, 36099, 32, 2],
  ['Salvador', 'BA', 40010, 42599, 71, 5],
  ['Feira de Santana', 'BA', 44001, 44099, 75, 1],
  ['Aracaju', 'SE', 49010, 49099, 79, 1],
  ['Recife', 'PE', 50010, 52999, 81, 4],
  ['Maceió', 'AL', 57010, 57099, 82, 1],
  ['João Pessoa', 'PB', 58010, 58099, 83, 2],
  ['Natal', 'RN', 59010, 59149, 84, 2],
  ['Fortaleza', 'CE', 60010, 61599, 85, 4],
  ['Teresina', 'PI', 64000, 64099, 86, 1],
  ['São Luís', 'MA', 65010, 65099, 98, 1],
  ['Belém', 'PA', 66010, 66999, 91, 2],
  ['Macapá', 'AP', 68900, 68914, 96, 1],
  ['Manaus', 'AM', 69005, 69099, 92, 2],
  ['Boa Vista', 'RR', 69301, 69339, 95, 1],
  ['Rio Branco', 'AC', 69900, 69923, 68, 1],
  ['Brasília', 'DF', 70040, 70999, 61, 4],
  ['Goiânia', 'GO', 74003, 74899, 62, 3],
  ['Porto Velho', 'RO', 76801, 76834, 69, 1],
  ['Palmas', 'TO', 77001, 77249, 63, 1],
  ['Cuiabá', 'MT', 78005, 78099, 65, 1],
  ['Campo Grande', 'MS', 79002, 79129, 67, 1],
  ['Curitiba', 'PR', 80010, 82999, 41, 5],
  ['Londrina', 'PR', 86010, 86099, 43, 2],
  ['Maringá', 'PR', 87013, 87099, 44, 1],
  ['Florianópolis', 'SC', 88010, 88099, 48, 2],
  ['Joinville', 'SC', 89201, 89239, 47, 2],
  ['Porto Alegre', 'RS', 90010, 91999, 51, 5],
  ['Caxias do Sul', 'RS', 95010, 95124, 54, 1],
]

/** Each city as often as it is sent to. */
const drawn = brazilianCities.flatMap((city) => Array.from({ length: city[5] }, () => city))

const streets = [
  'Rua das Acácias', 'Rua Sete de Setembro', 'Avenida Brasil', 'Rua XV de Novembro', 'Avenida Getúlio Vargas',
  'Rua São José', 'Travessa do Comércio', 'Rua Marechal Deodoro', 'Rua Dom Pedro II', 'Avenida Beira Rio',
  'Rua das Palmeiras', 'Alameda dos Ipês', 'Rua Tiradentes', 'Rua Barão do Rio Branco', 'Avenida Independência',
] // prettier-ignore

const districts = [
  'Centro', 'Jardim América', 'Vila Nova', 'Boa Vista', 'Santo Antônio', 'São Francisco', 'Bela Vista', 'Santa Cruz',
  'Jardim das Flores', 'Alto da Glória', 'Cidade Nova', 'Industrial',
] // prettier-ignore

/** Sets of three last digits of a CEP, each with a combination of street and district for every one of them. */
const suffixRounds = 5

/** The city of a CEP, where it is one to which the sample shop sends. */
export function brazilianCity(postalCode: string): { readonly city: string; readonly state: string } | undefined {
  const five = Number(postalCode.slice(0, 5))
  const found = brazilianCities.find(([, , from, to]) => five >= from && five <= to)
  return found && { city: found[0], state: found[1] }
}

/** Street and district of a CEP: its last three digits say both. From 900 on they are those of an agency or a large recipient. */
export function placeBehind(postalCode: string): { readonly street: string | null; readonly district: string | null } {
  const suffix = Number(postalCode.slice(5))
  const at = suffix % (streets.length * districts.length)
  if (suffix >= suffixRounds * streets.length * districts.length)
    return { street: null, district: districts[0] ?? null }
  return { street: streets[at % streets.length] ?? null, district: districts[Math.floor(at / streets.length)] ?? null }
}

/** An invented address in Brazil, with a CEP of its city and its street. */
export function brazilianAddress(random: Random): Address {
  const [city, state, from, to, ddd] = random.pick(drawn)
  const street = random.pick(streets)
  const streetNumber = random.chance(0.03) ? 'S/N' : String(random.int(1, 2900))
  const complement = random.chance(0.4) ? `Apto ${random.int(1, 22)}${random.int(1, 8)}` : null
  const district = random.pick(districts)
  const first = String(random.int(from, to)).padStart(5, '0')
  const round = random.int(0, suffixRounds - 1)
  const suffix = (round * districts.length + districts.indexOf(district)) * streets.length + streets.indexOf(street)
  return {
    street,
    streetNumber,
    complement,
    district,
    city,
    state,
    postalCode: first + String(suffix).padStart(3, '0'),
    country: 'BR',
    // 90000-xxxx is given to nobody.
    phone: `55${ddd}90000${String(random.int(0, 9999)).padStart(4, '0')}`,
  }
}

const polishCities: readonly (readonly [city: string, from: number, to: number])[] = [
  ['Warszawa', 0, 4],
  ['Kraków', 30, 31],
  ['Łódź', 90, 94],
  ['Wrocław', 50, 54],
  ['Poznań', 60, 61],
  ['Gdańsk', 80, 80],
  ['Szczecin', 70, 71],
  ['Lublin', 20, 20],
  ['Katowice', 40, 40],
]

const polishStreets = ['Prosta', 'Długa', 'Ogrodowa', 'Lipowa', 'Kościuszki', 'Polna', 'Słoneczna', 'Mickiewicza']

/** An invented address in Poland. */
export function polishAddress(random: Random): Address {
  const [city, from, to] = random.pick(polishCities)
  return {
    street: `ul. ${random.pick(polishStreets)}`,
    streetNumber: String(random.int(1, 120)),
    complement: random.chance(0.5) ? `m. ${random.int(1, 60)}` : null,
    district: null,
    city,
    state: null,
    postalCode: `${String(random.int(from, to)).padStart(2, '0')}-${String(random.int(1, 999)).padStart(3, '0')}`,
    country: 'PL',
    phone: `48500000${String(random.int(0, 999)).padStart(3, '0')}`,
  }
}
