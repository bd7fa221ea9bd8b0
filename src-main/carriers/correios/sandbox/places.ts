import type { JourneyPlace } from '../../../sandbox/journey.ts'

/** Treatment centre of each state: what a parcel to that state passes through. */
const hubs: Readonly<Record<string, readonly [name: string, city: string]>> = {
  AC: ['CTCE RIO BRANCO', 'RIO BRANCO'],
  AL: ['CTCE MACEIO', 'MACEIO'],
  AM: ['CTCE MANAUS', 'MANAUS'],
  AP: ['CTCE MACAPA', 'MACAPA'],
  BA: ['CTE SALVADOR', 'SALVADOR'],
  CE: ['CTCE FORTALEZA', 'FORTALEZA'],
  DF: ['CTE BRASILIA', 'BRASILIA'],
  ES: ['CTCE VITORIA', 'VIANA'],
  GO: ['CTCE GOIANIA', 'GOIANIA'],
  MA: ['CTCE SAO LUIS', 'SAO LUIS'],
  MG: ['CTE BELO HORIZONTE', 'BELO HORIZONTE'],
  MS: ['CTCE CAMPO GRANDE', 'CAMPO GRANDE'],
  MT: ['CTCE CUIABA', 'CUIABA'],
  PA: ['CTCE BELEM', 'BELEM'],
  PB: ['CTCE JOAO PESSOA', 'JOAO PESSOA'],
  PE: ['CTE RECIFE', 'RECIFE'],
  PI: ['CTCE TERESINA', 'TERESINA'],
  PR: ['CTE CURITIBA', 'CURITIBA'],
  RJ: ['CTE BENFICA', 'RIO DE JANEIRO'],
  RN: ['CTCE NATAL', 'NATAL'],
  RO: ['CTCE PORTO VELHO', 'PORTO VELHO'],
  RR: ['CTCE BOA VISTA', 'BOA VISTA'],
  RS: ['CTE PORTO ALEGRE', 'PORTO ALEGRE'],
  SC: ['CTCE FLORIANOPOLIS', 'SAO JOSE'],
  SE: ['CTCE ARACAJU', 'ARACAJU'],
  SP: ['CTE JAGUARE', 'SAO PAULO'],
  TO: ['CTCE PALMAS', 'PALMAS'],
}

/** Cities to which a journey goes when its order names none. */
export const destinations: readonly { readonly city: string; readonly state: string }[] = [
  { city: 'Campinas', state: 'SP' },
  { city: 'Rio de Janeiro', state: 'RJ' },
  { city: 'Belo Horizonte', state: 'MG' },
  { city: 'Curitiba', state: 'PR' },
  { city: 'Porto Alegre', state: 'RS' },
  { city: 'Salvador', state: 'BA' },
  { city: 'Recife', state: 'PE' },
  { city: 'Fortaleza', state: 'CE' },
  { city: 'Manaus', state: 'AM' },
  { city: 'Brasília', state: 'DF' },
]

/** Capitals without accents, as the carrier writes them. */
const carrierSpelling = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

/** The places of one way through the country: from the shop's agency to the recipient's door. */
export type Route = {
  readonly agency: JourneyPlace
  readonly originHub: JourneyPlace
  readonly hub: JourneyPlace
  /** Delivery office of the recipient's city. */
  readonly office: JourneyPlace
  /** Counter where a parcel waits to be collected. */
  readonly counter: JourneyPlace
  /** Delivery office of the shop, on the way back. */
  readonly shopOffice: JourneyPlace
  /** Far away: the parcel takes days longer. */
  readonly far: boolean
}

const nearStates = new Set(['SP', 'RJ', 'MG', 'PR', 'SC', 'ES', 'RS', 'DF', 'GO'])

/** The way from the shop (in São Paulo) to a city. */
export function routeTo(destination: { readonly city: string; readonly state: string }): Route {
  const { state } = destination
  const city = carrierSpelling(destination.city)
  const [hubName, hubCity] = hubs[state] ?? ['CTE JAGUARE', 'SAO PAULO']
  return {
    agency: { kind: 'Agência dos Correios', name: 'AGF VILA LEOPOLDINA', city: 'SAO PAULO', state: 'SP' },
    originHub: { kind: 'Unidade de Tratamento', name: 'CTE JAGUARE', city: 'SAO PAULO', state: 'SP' },
    hub: { kind: 'Unidade de Tratamento', name: hubName, city: hubCity, state },
    office: { kind: 'Unidade de Distribuição', name: `CDD ${city}`, city, state },
    counter: { kind: 'Agência dos Correios', name: `AC ${city}`, city, state },
    shopOffice: { kind: 'Unidade de Distribuição', name: 'CDD VILA LEOPOLDINA', city: 'SAO PAULO', state: 'SP' },
    far: !nearStates.has(state),
  }
}

/** Where parcels from abroad come in. */
export const internationalCentre: JourneyPlace = {
  kind: 'Unidade Internacional',
  name: 'CEINT CURITIBA',
  city: 'CURITIBA',
  state: 'PR',
}

/** Where they come from. */
export const abroad: JourneyPlace = { kind: 'País', name: 'CHINA', country: 'CN' }
