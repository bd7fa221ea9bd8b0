import type { ImportField } from './import-field.ts'
import { locales } from './locale.ts'
import { plainText } from './plain-text.ts'
import { words } from './words/index.ts'

type Language = 'pt' | 'pl' | 'en'

/**
 * Titles that columns have in the files of shops, platforms and carriers. Written plainly (no accents, case, punctuation).
 * Several titles of one field that people use for different things at different shops stand only where they mean one thing
 * nearly always; the others are found by content.
 */
const titles: Readonly<Record<ImportField, Readonly<Record<Language, string>>>> = {
  code: {
    pt: 'codigo de rastreio|codigo rastreio|codigo de rastreamento|codigo rastreamento|cod rastreio|cod rastreamento|cod de rastreio|rastreio|rastreamento|objeto|codigo do objeto|codigo objeto|numero do objeto|n objeto|no objeto|objeto postal|numero de rastreio|numero de rastreamento|no de rastreio|etiqueta|numero da etiqueta|n etiqueta|registro|numero do registro|codigo de envio|awb|sro|codigo sro|tracking|codigo da encomenda|codigo da postagem',
    pl: 'numer przesylki|nr przesylki|numer sledzenia|nr sledzenia|numer listu przewozowego|nr listu przewozowego|list przewozowy|numer nadania|nr nadania|numer paczki|nr paczki|przesylka|kod sledzenia|numer trackingowy|numer etykiety|nr listu',
    en: 'tracking number|tracking code|tracking no|tracking id|tracking|tracking nr|track number|trackingnumber|trackingcode|shipment number|shipment id|parcel number|waybill|waybill number|consignment|consignment number|barcode',
  },
  carrier: {
    pt: 'transportadora|transportador|empresa de entrega|nome da transportadora|transporte',
    pl: 'przewoznik|kurier|firma kurierska|dostawca|spedytor',
    en: 'carrier|courier|shipping carrier|carrier name|shipper name|shipping company',
  },
  orderNumber: {
    pt: 'pedido|numero do pedido|n do pedido|no do pedido|num pedido|no pedido|n pedido|numero pedido|codigo do pedido|cod pedido|id do pedido|id pedido|pedido n|venda|numero da venda|n de venda|n da venda|referencia|ordem|ordem de compra',
    pl: 'zamowienie|numer zamowienia|nr zamowienia|id zamowienia|referencja|numer referencyjny|nr referencyjny',
    en: 'order|order number|order no|order id|order nr|order name|ordernumber|orderid|reference|customer reference|sales order',
  },
  channel: {
    pt: 'canal|canal de venda|canal de vendas|loja|marketplace|plataforma|origem|origem do pedido|nome da loja',
    pl: 'kanal|kanal sprzedazy|sklep|platforma|zrodlo',
    en: 'channel|sales channel|store|shop|marketplace|platform|source|store name',
  },
  recipientName: {
    pt: 'destinatario|nome do destinatario|nome destinatario|nome|cliente|nome do cliente|nome cliente|comprador|nome do comprador|nome completo|recebedor|razao social',
    pl: 'odbiorca|imie i nazwisko|nazwa odbiorcy|imie i nazwisko odbiorcy|adresat|klient|nazwa klienta|nazwisko|kupujacy|nazwisko i imie',
    en: 'recipient|recipient name|name|customer|customer name|buyer|buyer name|full name|ship to|ship to name|shipping name|receiver|receiver name|consignee|addressee|recipients name',
  },
  email: {
    pt: 'e mail|email|e mail do destinatario|email do cliente|e mail do cliente|email destinatario|correio eletronico|e mail do comprador|email do destinatario',
    pl: 'adres e mail|adres email|e mail odbiorcy|email odbiorcy|mail|poczta elektroniczna',
    en: 'e mail address|email address|customer email|recipient email|buyer email|shipping email',
  },
  phone: {
    pt: 'telefone|celular|fone|tel|telefone do destinatario|telefone celular|whatsapp|contato|telefone do cliente|telefone destinatario|celular do destinatario',
    pl: 'telefon|nr telefonu|numer telefonu|komorka|telefon odbiorcy|tel odbiorcy|telefon kontaktowy',
    en: 'phone|phone number|telephone|mobile|mobile phone|cell|cell phone|recipient phone|shipping phone|contact phone',
  },
  document: {
    pt: 'cpf|cnpj|cpf cnpj|cpf ou cnpj|cnpj cpf|documento|cpf do destinatario|cpf cnpj do destinatario|documento do destinatario|cpf do cliente|cpf cnpj destinatario|doc',
    pl: 'numer podatkowy|numer podatkowy cpf cnpj',
    en: 'tax id|tax number|document|document number|tax id cpf cnpj|vat id',
  },
  street: {
    pt: 'logradouro|endereco|rua|endereco do destinatario|endereco de entrega|logradouro do destinatario|rua avenida|endereco destinatario',
    pl: 'ulica|adres|adres odbiorcy|ulica odbiorcy|adres dostawy',
    en: 'street|address|address 1|address line 1|street address|shipping address|shipping address 1|shipping street|street name|address1|ship to address',
  },
  streetNumber: {
    pt: 'numero|num|n|no|numero do endereco|numero endereco|numero da casa|num endereco|endereco numero|numero residencia',
    pl: 'numer domu|nr domu|numer budynku|nr budynku|nr domu mieszkania|nr lokalu',
    en: 'house number|street number|house no|building number',
  },
  complement: {
    pt: 'complemento|compl|complemento do endereco|endereco complemento|apto|apartamento',
    pl: 'uzupelnienie adresu|adres cd|lokal|numer lokalu|mieszkanie|numer mieszkania|nr mieszkania',
    en: 'address 2|address line 2|apartment|apt|suite|unit|shipping address 2|address2',
  },
  district: {
    pt: 'bairro|bairro do destinatario|endereco bairro|distrito',
    pl: 'dzielnica|gmina',
    en: 'district|neighborhood|neighbourhood|suburb',
  },
  city: {
    pt: 'cidade|municipio|cidade do destinatario|localidade|cidade destino|cidade de destino|cidade destinatario',
    pl: 'miasto|miejscowosc|miejscowosc odbiorcy|miasto odbiorcy',
    en: 'city|town|shipping city|ship to city|recipient city',
  },
  state: {
    pt: 'uf|estado|uf do destinatario|uf destino|estado uf|sigla uf|uf destinatario|uf de destino',
    pl: 'wojewodztwo|wojewodztwo stan|region',
    en: 'state|province|state province|region|shipping state|shipping province|ship to state',
  },
  postalCode: {
    pt: 'cep|cep do destinatario|cep destino|cep de destino|cep entrega|cep destinatario|codigo postal|cep de entrega',
    pl: 'kod pocztowy|kod poczt|kod pocztowy odbiorcy|kod',
    en: 'zip|zip code|postal code|postcode|post code|shipping zip|postalcode|zipcode|zip postal code|ship to zip',
  },
  country: {
    pt: 'pais|pais do destinatario|pais destino|pais de destino',
    pl: 'kraj|panstwo|kraj odbiorcy',
    en: 'country|country code|shipping country|ship to country',
  },
  weight: {
    pt: 'peso|peso bruto|peso total|peso do pacote|peso do objeto|peso real|peso da encomenda',
    pl: 'waga|ciezar|masa|waga paczki|waga przesylki',
    en: 'weight|gross weight|total weight|parcel weight|package weight|item weight',
  },
  length: { pt: 'comprimento|compr|comp|profundidade', pl: 'dlugosc|dl|glebokosc', en: 'length|depth' },
  width: { pt: 'largura|larg', pl: 'szerokosc|szer', en: 'width' },
  height: { pt: 'altura|alt', pl: 'wysokosc|wys', en: 'height' },
  dimensions: {
    pt: 'dimensoes|medidas|dimensao|tamanho|dimensoes c x l x a|c x l x a|cxlxa|dimensoes cxlxa',
    pl: 'wymiary|rozmiar|gabaryty|wymiary dl x szer x wys',
    en: 'dimensions|size|measures|dimensions l x w x h|l x w x h|lxwxh',
  },
  declaredValue: {
    pt: 'valor declarado|valor|valor do pedido|valor total|valor da mercadoria|valor da nota|vd|valor dos produtos|total|total do pedido|preco',
    pl: 'wartosc|wartosc deklarowana|kwota|wartosc zamowienia|suma|ubezpieczenie|wartosc przesylki|cena',
    en: 'declared value|value|amount|total|order total|total price|insured value|order value|price|subtotal',
  },
  service: {
    pt: 'servico|modalidade|tipo de envio|forma de envio|tipo de servico|frete|metodo de envio|servico de entrega|tipo de frete|servico dos correios',
    pl: 'usluga|rodzaj przesylki|sposob dostawy|sposob wysylki|metoda dostawy|rodzaj uslugi|typ przesylki',
    en: 'service|shipping method|shipping service|service level|delivery method|shipment type',
  },
  items: {
    pt: 'itens|produtos|produto|conteudo|descricao|descricao do produto|itens do pedido|descricao dos itens|mercadoria',
    pl: 'zawartosc|produkty|produkt|opis|towar|pozycje|opis zawartosci',
    en: 'items|products|product|contents|content|description|line items|item|product name|goods',
  },
  invoiceNumber: {
    pt: 'nota fiscal|nf|numero da nota|numero nf|n nf|no nf|numero da nota fiscal|numero nota fiscal|nf e|nfe|numero da nf|numero nfe|nota',
    pl: 'faktura|numer faktury|nr faktury|fv|numer dokumentu|nr fv',
    en: 'invoice|invoice number|invoice no|invoice nr|invoicenumber',
  },
  invoiceKey: {
    pt: 'chave|chave nf|chave nfe|chave nf e|chave da nota|chave da nota fiscal|chave de acesso|chave de acesso nf e|chave da nfe|chave de acesso da nf e|chave da nf e|chave dce|chave dc e|chave acesso',
    pl: 'klucz faktury',
    en: 'invoice key|access key|nfe key',
  },
  postedOn: {
    pt: 'data de postagem|data da postagem|data postagem|postagem|postado em|data de envio|data do envio|data envio|postada em|enviado em|dt postagem|data despacho|data de despacho',
    pl: 'data nadania|data wysylki|nadano|wyslano|data wyslania',
    en: 'posting date|posted on|ship date|shipping date|shipped on|shipped at|date shipped|posted at|dispatch date|mailing date|shipped date',
  },
  shopPromisedOn: {
    pt: 'prazo prometido|data prometida|prazo prometido ao cliente|data prometida ao cliente|prometido para|prometido em|entrega prometida|data de entrega prometida|prazo de entrega ao cliente|prazo do cliente|previsao ao cliente|data limite de entrega|entregar ate',
    pl: 'obiecana data dostawy|obiecana data|obiecany termin|obiecany termin dostawy|termin obiecany klientowi|obiecano na|data dostawy dla klienta',
    en: 'promised date|promised delivery date|promised on|promised by|promise date|delivery promise|promised to customer|deliver by|deliver by date|latest delivery date',
  },
  note: {
    pt: 'observacao|observacoes|obs|nota interna|comentario|comentarios|anotacoes',
    pl: 'uwagi|uwaga|notatka|komentarz|notatki',
    en: 'note|notes|comment|comments|remarks|remark',
  },
}

/** A title found in the dictionary; `exact`: it is one word for word, otherwise it holds one. */
export type FoundTitle = { readonly field: ImportField; readonly language: Language; readonly exact: boolean }

const exact = new Map<string, { readonly field: ImportField; readonly language: Language }>()
for (const [field, byLanguage] of Object.entries(titles) as [ImportField, Record<Language, string>][]) {
  for (const language of ['pt', 'pl', 'en'] as const) {
    for (const title of byLanguage[language].split('|')) if (!exact.has(title)) exact.set(title, { field, language })
  }
}
// The words that screens and Despacho's own files have for the fields: what it wrote, it reads.
for (const [locale, language] of [
  ['pt-BR', 'pt'],
  ['pl', 'pl'],
  ['en', 'en'],
] as const) {
  for (const [field, title] of Object.entries(words[locale].importField) as [ImportField, string][]) {
    if (!exact.has(plainText(title))) exact.set(plainText(title), { field, language })
  }
}

/** Titles of the columns that a list of rejected rows has beside those of its files: they are not read. */
const reportTitles = new Set(
  locales.flatMap((locale) =>
    [words[locale].file.reason, words[locale].file.line, words[locale].file.source].map(plainText),
  ),
)

/** Whether a column was put there by Despacho to say why rows were rejected. */
export const isReportTitle = (title: string): boolean => reportTitles.has(plainText(title))

const longestFirst = [...exact.keys()].filter((title) => title.length >= 4).sort((a, b) => b.length - a.length)

/** The unit that a title names: `Peso (kg)`, `Altura em cm`. */
export function unitInTitle(title: string): 'g' | 'kg' | 'mm' | 'cm' | null {
  const unit = /(?:^|[\s([/_-])(kg|kgs|quilos?|g|gr|gramas?|mm|cm)(?:$|[\s)\]/.])/i.exec(title)?.[1]?.toLowerCase()
  if (unit === undefined) return null
  if (unit === 'mm' || unit === 'cm') return unit
  return unit.startsWith('k') || unit.startsWith('q') ? 'kg' : 'g'
}

/** The field that a title means, whatever its accents, case, punctuation and unit. */
export function fieldOfTitle(title: string): FoundTitle | null {
  if (isReportTitle(title)) return null
  const plain = plainText(title.replace(/([a-z\d])([A-Z])/g, '$1 $2'))
  const whole = plainText(title)
  const bare = plainText(title.replace(/[([].*?[)\]]/g, ' '))
    .replace(/\b(em )?(kg|g|gr|gramas|mm|cm|r)$/, '')
    .trim()
  for (const text of [whole, plain, bare]) {
    const found = exact.get(text)
    if (found) return { ...found, exact: true }
  }
  const held = longestFirst.find((known) => ` ${bare} `.includes(` ${known} `))
  const found = held === undefined ? undefined : exact.get(held)
  return found ? { ...found, exact: false } : null
}
