import { additionalServices, adValorem, declaredValuePrice } from './additional-services.ts'
import { groupedText, moneyText, rateText } from './decimal-text.ts'
import { distanceBand } from './distance.ts'
import type { PriceQuestion } from './price-question.ts'
import type { QuoteSettings } from './quote-settings.ts'
import { volumeWeight } from './size-limits.ts'
import { listPrice } from './tariff.ts'

/** Up to here the volume is not charged, however light the parcel. */
const volumeFreeG = 5000

/** The weight that is charged, and whether it is the volume's. */
export function chargedWeight(question: PriceQuestion): { weightG: number; byVolume: boolean } {
  const volume = volumeWeight(question) ?? 0
  const byVolume = volume > volumeFreeG && volume > question.weightG
  return { weightG: byVolume ? volume : question.weightG, byVolume }
}

/** Centavos of each additional service that was asked for. */
function extraPrices(question: PriceQuestion, cover: number) {
  return [...new Set(question.extras)].map((code) => {
    const fixed = additionalServices.get(code)?.price ?? null
    return {
      code,
      fixed: fixed !== null,
      price: fixed ?? declaredValuePrice(question.declared ?? 0, cover),
    }
  })
}

/** The price of a question that nothing speaks against, in the fields and the spelling of the carrier. */
export function priceItem(question: PriceQuestion, settings: QuoteSettings): object {
  const { service } = question
  const charged = chargedWeight(question)
  const list = listPrice(service.kind, distanceBand(question.from, question.to) ?? 6, charged.weightG)
  // The discount is rounded and then taken off, as in the carrier's own example: 30,98 less 14.8 % is 26,39.
  const discounted = (price: number) => price - Math.round(price * settings.variation)
  const further = list.eachFurther * list.furtherKg
  const furtherDiscounted = discounted(list.eachFurther) * list.furtherKg
  const product = discounted(list.band) + furtherDiscounted
  const cover = settings.declaredValues[service.declaredValue]?.cover ?? 0
  const extras = extraPrices(question, cover)
  const extrasTotal = extras.reduce((total, { price }) => total + price, 0)
  const weight = Math.ceil(charged.weightG)
  return {
    pcBase: moneyText(list.base),
    pcBaseGeral: moneyText(list.band + further),
    peVariacao: rateText(settings.variation),
    pcReferencia: moneyText(product),
    vlBaseCalculoImposto: moneyText(product + extrasTotal),
    inPesoCubico: charged.byVolume ? 'S' : 'N',
    psCobrado: settings.groupedWeight ? groupedText(weight) : String(weight),
    servicoAdicional: extras.map(({ code, fixed, price }) => ({
      coServAdicional: code,
      tpServAdicional: fixed ? 'A' : 'V',
      pcServicoAdicional: moneyText(price),
    })),
    peAdValorem: rateText(adValorem),
    vlSeguroAutomatico: moneyText(cover),
    qtAdicional: String(list.furtherKg),
    pcFaixa: moneyText(list.band),
    pcCadaAdicional: moneyText(list.eachFurther),
    pcTotalAdicional: moneyText(further),
    pcFaixaVariacao: moneyText(discounted(list.band)),
    pcCadaAdicionalVariacao: moneyText(discounted(list.eachFurther)),
    pcTotalAdicionalVariacao: moneyText(furtherDiscounted),
    vlTotalDescVariacao: moneyText(list.band + further - product),
    vlTotalBeneficios: moneyText(0),
    pcProduto: moneyText(product),
    pcTotalServicosAdicionais: moneyText(extrasTotal),
    pcFinal: moneyText(product + extrasTotal),
    nomeProduto: service.name,
  }
}
