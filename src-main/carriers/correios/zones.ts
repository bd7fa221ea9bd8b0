/** Zone of places that say nothing else: Brasília's. */
export const brasiliaZone = 'America/Sao_Paulo'

/**
 * Zones by state (UF). Where the offset is São Paulo's today it was not while São Paulo still had summer time (until 2019), and
 * old histories have such dates.
 */
const zones: Readonly<Record<string, string>> = {
  AC: 'America/Rio_Branco',
  AL: 'America/Maceio',
  AM: 'America/Manaus',
  AP: 'America/Belem',
  BA: 'America/Bahia',
  CE: 'America/Fortaleza',
  MA: 'America/Fortaleza',
  MS: 'America/Campo_Grande',
  MT: 'America/Cuiaba',
  PA: 'America/Belem',
  PB: 'America/Fortaleza',
  PE: 'America/Recife',
  PI: 'America/Fortaleza',
  RN: 'America/Fortaleza',
  RO: 'America/Porto_Velho',
  RR: 'America/Boa_Vista',
  SE: 'America/Maceio',
  TO: 'America/Araguaina',
}

/** Cities of the Amazonas that are an hour behind Manaus. */
const westOfAmazonas = new Set([
  'ATALAIA DO NORTE',
  'BENJAMIN CONSTANT',
  'BOCA DO ACRE',
  'EIRUNEPE',
  'ENVIRA',
  'GUAJARA',
  'IPIXUNA',
  'ITAMARATI',
  'JUTAI',
  'LABREA',
  'PAUINI',
  'SAO PAULO DE OLIVENCA',
  'TABATINGA',
])

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toUpperCase()

/**
 * The zone in which a unit's clock runs.
 *
 * SRO gives local times without an offset (`dtHrCriado`). That "local" is the unit's own time and not Brasília's everywhere is
 * UNCONFIRMED for units in other zones; if it is wrong, their events are read one or two hours late, and nothing else changes.
 */
export function zoneOf(state: string | undefined, city: string | undefined): string {
  const place = bare(city ?? '')
  const uf = bare(state ?? '')
  if (uf === 'PE' && place === 'FERNANDO DE NORONHA') return 'America/Noronha'
  if (uf === 'AM' && westOfAmazonas.has(place)) return 'America/Eirunepe'
  return zones[uf] ?? brasiliaZone
}
