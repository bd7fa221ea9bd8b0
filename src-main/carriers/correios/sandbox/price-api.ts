import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { jsonResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { CorreiosState } from './accounts.ts'
import { additionalServices, declaredValuePrice } from './additional-services.ts'
import { moneyText } from './decimal-text.ts'
import { servicesOf, type Demand, type Gateway } from './gateway.ts'
import { refusal } from './message.ts'
import { invalidText, numberOf } from './parameters.ts'
import { priceItem } from './price-item.ts'
import { readPriceQuestion } from './price-question.ts'
import { notContractedText, priceRefusal } from './price-refusal.ts'
import { createQuestionApi } from './question-api.ts'
import type { QuoteSettings } from './quote-settings.ts'
import { createRefusalRules } from './refusal-rules.ts'
import { postalServices, type PostalService } from './services.ts'

const demand: Demand = { api: 34, service: '38202', scopes: ['contract', 'card'], limited: true }
const extrasPath = '/preco/v1/servicos-adicionais/'

/** What may be added to a service, with the values that may be declared. Centavos in `declared`. */
function offers(service: PostalService, declared: number, { declaredValues }: QuoteSettings): readonly object[] {
  return service.extras.flatMap((code) => {
    const extra = additionalServices.get(code)
    if (!extra) return []
    const range = extra.price === null ? declaredValues[code] : undefined
    return {
      codigo: code,
      nome: extra.name,
      sigla: extra.initials,
      preco: moneyText(extra.price ?? declaredValuePrice(declared, range?.cover ?? 0)),
      ...(range ? { vlMinDeclarado: moneyText(range.least), vlMaxDeclarado: moneyText(range.most) } : {}),
      requeridos: [],
      excludentes: extra.excludes.filter((other) => service.extras.includes(other)),
      dtIniVigencia: '2026-01-01',
      dtFimVigencia: '2099-12-31',
    }
  })
}

/** `/preco/v1/nacional…` and `/preco/v1/servicos-adicionais/{coProduto}`: API 34. */
export function createPriceApi(parts: {
  now(): number
  state: CorreiosState
  gateway: Gateway
}): (request: SandboxRequest) => CarrierAnswer {
  const { now, state, gateway } = parts
  const rules = createRefusalRules(() => state.quotes.refusals)

  const national = createQuestionApi(parts, {
    demand,
    path: '/preco/v1/nacional',
    list: 'parametrosProduto',
    initials: 'PRC',
    answer(parameters, caller) {
      const ruled = rules('price', parameters)
      if (ruled !== undefined) return fail(ruled)
      const question = readPriceQuestion(parameters, state.quotes)
      if (!question.ok) return question
      const refused = priceRefusal(question.value, caller, state.quotes)
      return refused === undefined ? ok(priceItem(question.value, state.quotes)) : fail(refused)
    },
  })

  const extras = (request: SandboxRequest): CarrierAnswer => {
    const caller = gateway(request, demand)
    if (!caller.ok) return caller.error
    const { authorisedAs } = caller.value
    const refused = (text: string) => ({ response: refusal(request, now(), 400, text), authorisedAs, answered: [] })
    const product = request.path.slice(extrasPath.length)
    const service = postalServices.get(product)
    if (!service) return refused(invalidText('PRC-101', ['coProduto']))
    const declared = numberOf(request.query.get('vlDeclarado'))
    if (declared === null) return refused(invalidText('PRC-101', ['vlDeclarado']))
    if (!servicesOf(caller.value).includes(product)) return refused(notContractedText(product, state.quotes))
    const body = offers(service, Math.round((declared ?? 0) * 100), state.quotes)
    return { response: jsonResponse(200, body), authorisedAs, answered: [] }
  }

  return (request) =>
    request.method === 'GET' && request.path.startsWith(extrasPath) ? extras(request) : national(request)
}
