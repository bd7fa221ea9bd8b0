import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { jsonResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import type { Result } from '../../../domain/result.ts'
import type { CorreiosState } from './accounts.ts'
import type { Caller, Demand, Gateway } from './gateway.ts'
import { refusal } from './message.ts'
import { batchOf, echoOf, invalidText, singleOf, type Parameters } from './parameters.ts'
import { withoutOmitted } from './quote-settings.ts'
import { questionsIn } from './questions.ts'

/** An API that answers questions, alone in a path or by the batch: price and deadline. */
export type QuestionApi = {
  readonly demand: Demand
  /** Where it stands: `/preco/v1/nacional`. */
  readonly path: string
  /** Name of a batch's list of questions. */
  readonly list: 'parametrosProduto' | 'parametrosPrazo'
  /** Beginning of its own codes of refusal: `PRC`. */
  readonly initials: string
  /** Fields of the answer without the echo, or why there is none. */
  answer(parameters: Parameters, caller: Caller): Result<object, string>
}

/** Answers a question with 200 or 400, and a batch with 200 and each item by itself. */
export function createQuestionApi(
  parts: { now(): number; state: CorreiosState; gateway: Gateway },
  api: QuestionApi,
): (request: SandboxRequest) => CarrierAnswer {
  const { now, state, gateway } = parts

  const batch = (request: SandboxRequest, caller: Caller): CarrierAnswer => {
    const { authorisedAs } = caller
    const refused = (text: string) => ({ response: refusal(request, now(), 400, text), authorisedAs, answered: [] })
    const items = batchOf(request, api.list)
    if (!items || items.length === 0) return refused(invalidText(`${api.initials}-101`, [api.list]))
    const { batchLimit } = state.quotes
    if (items.length > batchLimit) return refused(`Quantidade de itens do lote superior ao limite de ${batchLimit}.`)
    const { codes } = questionsIn(request)
    const answers = items.map((item) => ({ item, result: api.answer(item, caller) }))
    const body = answers.map(({ item, result }) =>
      result.ok
        ? withoutOmitted({ ...echoOf(item), ...result.value }, state.quotes)
        : { ...echoOf(item), txErro: result.error },
    )
    const answered = codes.filter((_code, at) => answers[at]?.result.ok)
    return { response: jsonResponse(200, body), authorisedAs, answered }
  }

  const single = (request: SandboxRequest, product: string, caller: Caller): CarrierAnswer => {
    const { authorisedAs } = caller
    const parameters = singleOf(request, product)
    const result = api.answer(parameters, caller)
    if (!result.ok) return { response: refusal(request, now(), 400, result.error), authorisedAs, answered: [] }
    const body = withoutOmitted({ ...echoOf(parameters), ...result.value }, state.quotes)
    return { response: jsonResponse(200, body), authorisedAs, answered: questionsIn(request).codes }
  }

  return (request) => {
    const below = request.path.startsWith(`${api.path}/`) ? request.path.slice(api.path.length + 1) : undefined
    const product = below?.includes('/') ? undefined : below
    const asked =
      request.method === 'POST' && request.path === api.path
        ? (caller: Caller) => batch(request, caller)
        : request.method === 'GET' && product !== undefined
          ? (caller: Caller) => single(request, product, caller)
          : undefined
    if (!asked) {
      const status = request.path === api.path || product !== undefined ? 405 : 404
      const text = status === 405 ? 'Método não permitido' : 'Recurso não encontrado'
      return { response: refusal(request, now(), status, text), authorisedAs: null, answered: [] }
    }
    const caller = gateway(request, api.demand)
    return caller.ok ? asked(caller.value) : caller.error
  }
}
