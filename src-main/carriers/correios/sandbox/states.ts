/** First and last of a range of CEPs, by their first five digits. */
type Range = readonly [from: number, to: number]

/** A state as far as freight goes by it. */
export type State = {
  readonly uf: string
  /** Number of the carrier's regional directorate; São Paulo has two, this is the capital's. */
  readonly dr: number
  readonly capital: string
  /** Degrees north and east of the capital: distances between states are those between their capitals. */
  readonly at: readonly [north: number, east: number]
  /** CEPs of the capital and what lies about it. */
  readonly capitalRange: Range
  readonly ranges: readonly Range[]
  /** Towns to which the CEPs belong that are no known city's. */
  readonly towns: readonly [string, string, string]
}

const state = (
  uf: string,
  dr: number,
  capital: string,
  at: State['at'],
  capitalRange: Range,
  ranges: readonly Range[],
  towns: State['towns'],
): State => ({ uf, dr, capital, at, capitalRange, ranges, towns })

/** The 27 states with their ranges of CEPs. */
export const states: readonly State[] = [
  state('SP', 72, 'São Paulo', [-23.5, -46.6], [1000, 5999], [[1000, 19999]], ['Registro', 'Itapeva', 'Ourinhos']),
  state('RJ', 50, 'Rio de Janeiro', [-22.9, -43.2], [20000, 23799], [[20000, 28999]], ['Resende', 'Macaé', 'Valença']),
  state('ES', 14, 'Vitória', [-20.3, -40.3], [29000, 29099], [[29000, 29999]], ['Linhares', 'Colatina', 'Alegre']),
  state('MG', 20, 'Belo Horizonte', [-19.9, -43.9], [30000, 31999], [[30000, 39999]], ['Patos de Minas', 'Lavras', 'Unaí']),
  state('BA', 8, 'Salvador', [-13.0, -38.5], [40000, 42599], [[40000, 48999]], ['Ilhéus', 'Barreiras', 'Irecê']),
  state('SE', 70, 'Aracaju', [-10.9, -37.1], [49000, 49099], [[49000, 49999]], ['Lagarto', 'Itabaiana', 'Estância']),
  state('PE', 32, 'Recife', [-8.1, -34.9], [50000, 52999], [[50000, 56999]], ['Caruaru', 'Petrolina', 'Garanhuns']),
  state('AL', 4, 'Maceió', [-9.7, -35.7], [57000, 57099], [[57000, 57999]], ['Arapiraca', 'Penedo', 'Viçosa']),
  state('PB', 30, 'João Pessoa', [-7.1, -34.9], [58000, 58099], [[58000, 58999]], ['Campina Grande', 'Patos', 'Sousa']),
  state('RN', 60, 'Natal', [-5.8, -35.2], [59000, 59139], [[59000, 59999]], ['Mossoró', 'Caicó', 'Assu']),
  state('CE', 12, 'Fortaleza', [-3.7, -38.5], [60000, 61599], [[60000, 63999]], ['Sobral', 'Crato', 'Iguatu']),
  state('PI', 34, 'Teresina', [-5.1, -42.8], [64000, 64099], [[64000, 64999]], ['Parnaíba', 'Picos', 'Floriano']),
  state('MA', 18, 'São Luís', [-2.5, -44.3], [65000, 65109], [[65000, 65999]], ['Imperatriz', 'Caxias', 'Balsas']),
  state('PA', 28, 'Belém', [-1.5, -48.5], [66000, 66999], [[66000, 68899]], ['Santarém', 'Marabá', 'Altamira']),
  state('AP', 5, 'Macapá', [0.0, -51.1], [68900, 68914], [[68900, 68999]], ['Santana', 'Oiapoque', 'Mazagão']),
  state('AM', 6, 'Manaus', [-3.1, -60.0], [69000, 69099], [[69000, 69299], [69400, 69899]], ['Tefé', 'Parintins', 'Boca do Acre']),
  state('RR', 65, 'Boa Vista', [2.8, -60.7], [69300, 69339], [[69300, 69399]], ['Caracaraí', 'Rorainópolis', 'Pacaraima']),
  state('AC', 3, 'Rio Branco', [-10.0, -67.8], [69900, 69923], [[69900, 69999]], ['Cruzeiro do Sul', 'Xapuri', 'Tarauacá']),
  state('DF', 10, 'Brasília', [-15.8, -47.9], [70000, 72799], [[70000, 72799], [73000, 73699]], ['Brasília', 'Brasília', 'Brasília']),
  state('GO', 16, 'Goiânia', [-16.7, -49.3], [74000, 74899], [[72800, 72999], [73700, 76799]], ['Rio Verde', 'Catalão', 'Formosa']),
  state('RO', 26, 'Porto Velho', [-8.8, -63.9], [76800, 76834], [[76800, 76999]], ['Ji-Paraná', 'Vilhena', 'Cacoal']),
  state('TO', 75, 'Palmas', [-10.2, -48.3], [77000, 77249], [[77000, 77999]], ['Araguaína', 'Gurupi', 'Dianópolis']),
  state('MT', 24, 'Cuiabá', [-15.6, -56.1], [78000, 78109], [[78000, 78899]], ['Rondonópolis', 'Sinop', 'Cáceres']),
  state('MS', 22, 'Campo Grande', [-20.4, -54.6], [79000, 79129], [[79000, 79999]], ['Dourados', 'Corumbá', 'Três Lagoas']),
  state('PR', 36, 'Curitiba', [-25.4, -49.3], [80000, 82999], [[80000, 87999]], ['Cascavel', 'Guarapuava', 'Irati']),
  state('SC', 68, 'Florianópolis', [-27.6, -48.5], [88000, 88099], [[88000, 89999]], ['Blumenau', 'Chapecó', 'Lages']),
  state('RS', 64, 'Porto Alegre', [-30.0, -51.2], [90000, 91999], [[90000, 99999]], ['Pelotas', 'Santa Maria', 'Bagé']),
] // prettier-ignore

const within = (five: number, [from, to]: Range) => five >= from && five <= to

const five = (cep: string) => Number(cep.slice(0, 5))

/** The state of a CEP of eight digits; undefined for one that is none or of no state's range. */
export const stateOf = (cep: string): State | undefined =>
  /^\d{8}$/.test(cep) ? states.find(({ ranges }) => ranges.some((range) => within(five(cep), range))) : undefined

/** Whether a CEP lies in the capital of its state or about it. */
export const inCapital = (cep: string): boolean => {
  const found = stateOf(cep)
  return found !== undefined && within(five(cep), found.capitalRange)
}
