import { unitInTitle } from './column-titles.ts'
import { locales } from './locale.ts'
import { plainText } from './plain-text.ts'
import { words } from './words/index.ts'

/** What a column of a freight table may hold. */
export const freightFields = [
  'service',
  'fromCep',
  'toCep',
  'fromWeight',
  'toWeight',
  'price',
  'days',
  'perKg',
  'validFrom',
  'validTo',
] as const
export type FreightField = (typeof freightFields)[number]

/** Without these a file is no freight table. Weights from which bands begin follow from those where they end. */
export const neededFreightFields = ['fromCep', 'toCep', 'toWeight', 'price', 'days'] as const satisfies FreightField[]

/** Titles as carriers, shops and platforms write them, plainly (no accents, case, punctuation), in Portuguese, Polish, English. */
const titles: Readonly<Record<FreightField, string>> = {
  service:
    'servico|modalidade|nome do servico|tipo de servico|transportadora|metodo|metodo de envio|tipo de envio|usluga|rodzaj uslugi|nazwa uslugi|przewoznik|service|service name|shipping method|method|carrier',
  fromCep:
    'cep inicial|cep inicio|cep de|cep ini|inicio cep|inicio do cep|faixa inicial|faixa cep inicial|faixa de cep inicial|cep inicial da faixa|cep destino inicial|de cep|kod od|kod pocztowy od|od kodu|od kodu pocztowego|poczatkowy kod pocztowy|zip code start|zip start|postal code from|postal code start|from postal code|from zip|zip from|postcode from|cep start|cep from',
  toCep:
    'cep final|cep fim|cep ate|fim cep|fim do cep|faixa final|faixa cep final|faixa de cep final|cep final da faixa|cep destino final|ate cep|kod do|kod pocztowy do|do kodu|do kodu pocztowego|koncowy kod pocztowy|zip code end|zip end|postal code to|postal code end|to postal code|to zip|zip to|postcode to|cep end|cep to',
  fromWeight:
    'peso inicial|peso de|peso inicio|peso minimo|peso min|de peso|faixa de peso inicial|faixa peso inicial|acima de|waga od|od wagi|masa od|waga minimalna|weight start|weight from|from weight|min weight|minimum weight',
  toWeight:
    'peso final|peso ate|peso fim|peso maximo|peso max|ate peso|faixa de peso final|faixa peso final|ate|waga do|do wagi|masa do|waga maksymalna|weight end|weight to|to weight|max weight|maximum weight|up to',
  price:
    'preco|valor|frete|valor do frete|preco do frete|valor frete|custo|tarifa|preco final|cena|kwota|koszt|stawka|price|rate|cost|amount|absolute money cost|freight',
  days: 'prazo|prazo de entrega|prazo entrega|dias|dias uteis|prazo em dias|prazo dias|prazo dias uteis|prazo em dias uteis|termin|czas dostawy|dni|dni robocze|liczba dni|days|delivery days|business days|deadline|time cost|delivery time|transit days|transit time',
  perKg:
    'kg adicional|preco por kg adicional|valor por kg adicional|preco kg adicional|valor kg adicional|adicional por kg|kg excedente|valor por kg excedente|preco por kg excedente|valor kg excedente|excedente por kg|kilo adicional|quilo adicional|cena za dodatkowy kg|dodatkowy kg|za kazdy kolejny kg|kolejny kg|price per further kg|per further kg|additional kg|extra kg|price per extra kg|price by extra weight|price per additional kg',
  validFrom:
    'inicio|vigencia inicial|inicio da vigencia|inicio vigencia|vigencia inicio|vigencia de|valido de|valido desde|valida de|data inicial|data inicio|vigente desde|od|od dnia|wazny od|wazne od|obowiazuje od|poczatek|data od|start|valid from|from date|start date|from day|effective from',
  validTo:
    'fim|termino|vigencia final|fim da vigencia|fim vigencia|vigencia fim|vigencia ate|valido ate|valida ate|validade|data final|data fim|vigente ate|do|do dnia|wazny do|wazne do|obowiazuje do|koniec|data do|end|valid to|valid until|to date|end date|to day|until|effective to',
}

const known = new Map<string, FreightField>()
for (const field of freightFields) {
  for (const title of titles[field].split('|')) known.set(title, field)
  for (const locale of locales) known.set(plainText(words[locale].freight.column[field]), field)
}

/** The field that a title means, whatever its accents, case, punctuation, unit and currency; null for what is not read. */
export function freightFieldOf(title: string): FreightField | null {
  for (const text of [title, title.replace(/([a-z\d])([A-Z])/g, '$1 $2')]) {
    const bare = plainText(text.replace(/[([].*?[)\]]/g, ' '))
    for (const form of [plainText(text), bare, bare.replace(unitAtEnd, '')]) {
      const field = known.get(form)
      if (field) return field
    }
  }
  return null
}

const unitAtEnd = / (em )?(kg|kgs|quilos|g|gr|gramas|r|reais|brl|dias|dias uteis)$/

/** Where the fields stand (from 0), and the unit that the titles name for each weight. */
export type FreightColumns = {
  readonly at: ReadonlyMap<FreightField, number>
  readonly weightUnit: 'g' | 'kg' | null
  readonly titles: readonly string[]
}

/** The columns of a row of titles. Of two with the same meaning the first counts. */
export function freightColumns(cells: readonly string[]): FreightColumns {
  const at = new Map<FreightField, number>()
  cells.forEach((title, index) => {
    const field = freightFieldOf(title)
    if (field && !at.has(field)) at.set(field, index)
  })
  const units = (['fromWeight', 'toWeight'] as const).map((field) => unitInTitle(cells[at.get(field) ?? -1] ?? ''))
  const unit = units.find((one) => one === 'g' || one === 'kg')
  return { at, weightUnit: unit === 'g' || unit === 'kg' ? unit : null, titles: cells }
}
