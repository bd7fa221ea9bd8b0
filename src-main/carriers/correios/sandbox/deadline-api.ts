import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import type { SandboxRequest } from '../../../sandbox/http-message.ts'
import { fail, ok } from '../../../domain/result.ts'
import type { CorreiosState } from './accounts.ts'
import { deadlineItem } from './deadline.ts'
import type { Gateway } from './gateway.ts'
import { localTime } from './local-time.ts'
import { dayOfText, invalidText, textOf } from './parameters.ts'
import { isPostalCode } from './postal-codes.ts'
import { createQuestionApi } from './question-api.ts'
import { createRefusalRules } from './refusal-rules.ts'
import { isServed, unservedText } from './routes.ts'
import { postalServices } from './services.ts'

/** `/prazo/v1/nacional…`: API 35. It knows every service, also those that are not on the card. */
export function createDeadlineApi(parts: {
  now(): number
  state: CorreiosState
  gateway: Gateway
}): (request: SandboxRequest) => CarrierAnswer {
  const { now, state } = parts
  const rules = createRefusalRules(() => state.quotes.refusals)

  return createQuestionApi(parts, {
    demand: { api: 35, service: '38210', scopes: ['contract', 'card'], limited: true },
    path: '/prazo/v1/nacional',
    list: 'parametrosPrazo',
    initials: 'PRZ',
    answer(parameters) {
      const ruled = rules('deadline', parameters)
      if (ruled !== undefined) return fail(ruled)
      const places = ['cepOrigem', 'cepDestino']
      const missing = places.find((name) => textOf(parameters[name]) === undefined)
      if (missing !== undefined) return fail(`PRZ-116: Parâmetro '${missing}' obrigatório para obter o prazo.`)
      const [from = '', to = ''] = places.map((name) => textOf(parameters[name]))
      const service = postalServices.get(textOf(parameters['coProduto']) ?? '')
      const day = textOf(parameters['dtEvento']) === undefined ? 'dataPostagem' : 'dtEvento'
      const postedOn = dayOfText(parameters[day])
      const wrong = [
        ...(service ? [] : ['coProduto']),
        ...places.filter((name) => !isPostalCode(textOf(parameters[name]) ?? '', state.quotes)),
        ...(postedOn === null ? [day] : []),
      ]
      if (!service || postedOn === null || wrong.length > 0) return fail(invalidText('PRZ-101', wrong))
      if (!isServed(service, from, to, state.quotes)) return fail(unservedText)
      const today = localTime(now()).slice(0, 10)
      return ok(deadlineItem({ service, from, to, postedOn: postedOn ?? today }, state.quotes))
    },
  })
}
