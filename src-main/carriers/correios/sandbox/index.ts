import { s10CheckDigit } from '../../../domain/tracking-code.ts'
import { carrierSettings, type CarrierAnswer, type CarrierSandbox } from '../../../sandbox/carrier-sandbox.ts'
import type { SandboxRequest } from '../../../sandbox/http-message.ts'
import { changeState, CorreiosSettings, freshState, sampleCorreiosAccount } from './accounts.ts'
import { createContractApi } from './contract-api.ts'
import { createDeadlineApi } from './deadline-api.ts'
import { deliveredTemplates } from './delivered-templates.ts'
import { textOf } from './event-texts.ts'
import { createGateway } from './gateway.ts'
import { refusal } from './message.ts'
import { createPostalCodeApi } from './postal-code-api.ts'
import { createPriceApi } from './price-api.ts'
import { questionsIn } from './questions.ts'
import { createTokenApi } from './token-api.ts'
import { createTokenDesk } from './tokens.ts'
import { codesAskedFor, createTrackingApi } from './tracking-api.ts'
import { troubledTemplates } from './troubled-templates.ts'

/** A valid UPU S10 code out of two letters and a number. */
function s10Code(prefix: string, number: number, country = 'BR'): string {
  const serial = String(number % 100_000_000).padStart(8, '0')
  return `${prefix}${serial}${s10CheckDigit(serial)}${country}`
}

/** Prefixes of logical labels, as the carrier's list has them. */
const pacPrefixes = ['QN', 'QP', 'PN', 'AM']
const sedexPrefixes = ['OA', 'AA', 'OB', 'DG']

/** The REST APIs of Correios that Despacho uses, as the manual and the field describe them: token, SRO Rastro, price, deadline, CEP, contract. */
export const correiosSandbox: CarrierSandbox = {
  id: 'correios',
  templates: [...deliveredTemplates, ...troubledTemplates],
  local: { zone: 'America/Sao_Paulo', offsetHours: -3 },
  textOf,
  codeFor(number, template) {
    if (template.service === 'international') return s10Code('LX', number, 'CN')
    const prefixes = template.service === 'SEDEX' ? sedexPrefixes : pacPrefixes
    return s10Code(prefixes[number % prefixes.length] ?? 'QN', number)
  },
  sampleAccount: {
    user: sampleCorreiosAccount.user,
    accessCode: sampleCorreiosAccount.accessCode,
    contract: sampleCorreiosAccount.contract,
    postingCard: sampleCorreiosAccount.cards[0]?.number ?? '',
    dr: String(sampleCorreiosAccount.cards[0]?.dr ?? ''),
    originPostalCode: '01310100',
    extraDays: '1',
    extraValue: '5%',
  },
  open(world) {
    const state = freshState()
    const { now, wallNow, journeys } = world
    const tokens = createTokenDesk(now, world.random)
    const gateway = createGateway({ now, wallNow, state, tokens })
    const answers = { now, state, gateway }
    const tracking = createTrackingApi({ now, wallNow, journeys, gateway })
    const apis: readonly { readonly path: RegExp; handle(request: SandboxRequest): CarrierAnswer }[] = [
      { path: /^POST \/token\//, handle: createTokenApi({ now, wallNow, state, tokens }) },
      { path: /^GET \/srorastro\/v1\/objetos(\/[^/]+)?$/, handle: tracking },
      { path: /^\w+ \/preco\/v1\//, handle: createPriceApi(answers) },
      { path: /^\w+ \/prazo\/v1\//, handle: createDeadlineApi(answers) },
      { path: /^\w+ \/cep\/v2\//, handle: createPostalCodeApi(answers) },
      { path: /^\w+ \/meucontrato\/v1\//, handle: createContractApi(answers) },
    ]
    return {
      codesIn: (request) => [...codesAskedFor(request), ...questionsIn(request).codes],
      questionsIn: (request) => questionsIn(request).questions,
      handle(request) {
        const api = apis.find(({ path }) => path.test(`${request.method} ${request.path}`))
        if (api) return api.handle(request)
        const response = refusal(request, now(), 404, 'Recurso não encontrado')
        return { response, authorisedAs: null, answered: [] }
      },
      settings: carrierSettings(
        CorreiosSettings,
        () => state,
        (given) => {
          changeState(state, given)
          if (given.revokeTokens) tokens.revoke()
        },
      ),
    }
  },
}
