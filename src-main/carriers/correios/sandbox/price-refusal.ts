import type { Caller } from './gateway.ts'
import { servicesOf } from './gateway.ts'
import { additionalServices } from './additional-services.ts'
import { moneyText } from './decimal-text.ts'
import type { PriceQuestion } from './price-question.ts'
import type { QuoteSettings } from './quote-settings.ts'
import { isServed, unservedText } from './routes.ts'
import { sizeRefusal } from './size-limits.ts'

const mismatchText =
  'PRC-124: O numero do contrato e/ou numero da DR informado nao e o mesmo apresentado no token de acesso.'

/** How a service that is not on the card is refused. */
export const notContractedText = (product: string, { notContracted }: QuoteSettings): string =>
  `${notContracted}: O servico ${product} nao esta contratado para o cartao de postagem.`

/** Contract and directorate come both, as the token has them, or not at all. */
function mismatches({ contract, dr }: PriceQuestion, { account, token }: Caller): boolean {
  if (contract === undefined && dr === undefined) return false
  const card = account.cards.find(({ number }) => number === token.scope.number) ?? account.cards[0]
  return contract !== account.contract || Number(dr ?? 0) !== card?.dr
}

/** What is wrong with the additional services and the declared value; undefined: nothing. */
function extrasRefusal({ service, extras, declared }: PriceQuestion, settings: QuoteSettings): string | undefined {
  const stranger = extras.find((code) => !service.extras.includes(code))
  if (stranger !== undefined)
    return `ERP-054: Servico adicional ${stranger} nao pode ser prestado com o servico informado (${service.code}).`
  const excluded = extras.find((code) => additionalServices.get(code)?.excludes.some((other) => extras.includes(other)))
  if (excluded !== undefined) return `ERP-054: Servico adicional ${excluded} nao pode ser prestado com os demais.`
  const declares = extras.includes(service.declaredValue)
  if (!declares && (declared ?? 0) > 0) {
    return `ERP-052: Valor declarado informado sem o servico adicional ${service.declaredValue}.`
  }
  const range = settings.declaredValues[service.declaredValue]
  if (!declares || !range) return undefined
  const value = declared ?? 0
  if (value >= range.least && value <= range.most) return undefined
  return `ERP-013: O valor declarado deve estar entre ${moneyText(range.least)} e ${moneyText(range.most)}.`
}

/** Why a question that could be read gets no price; undefined: it gets one. */
export function priceRefusal(question: PriceQuestion, caller: Caller, settings: QuoteSettings): string | undefined {
  const { service, from, to, weightG } = question
  if (mismatches(question, caller)) return mismatchText
  if (!servicesOf(caller).includes(service.code)) return notContractedText(service.code, settings)
  if (!isServed(service, from, to, settings)) return unservedText
  const heaviest = settings.heaviestG[service.code] ?? service.heaviestG
  if (weightG > heaviest) return `Peso do objeto (${weightG} g) superior ao limite do servico de ${heaviest} g.`
  return sizeRefusal(question, settings.longestSideCm) ?? extrasRefusal(question, settings)
}
