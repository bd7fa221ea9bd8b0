import { s10CheckDigit } from '../../../domain/tracking-code.ts'
import { carrierSettings, type CarrierSandbox } from '../../../sandbox/carrier-sandbox.ts'
import { CorreiosSettings, sampleCorreiosAccount, type CorreiosState } from './accounts.ts'
import { deliveredTemplates } from './delivered-templates.ts'
import { textOf } from './event-texts.ts'
import { refusal } from './message.ts'
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

/** The REST APIs of Correios that Despacho uses, as the manual and the field describe them: token and SRO Rastro. */
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
  },
  open(world) {
    const state: CorreiosState = { accounts: [sampleCorreiosAccount], unauthorisedBody: 'msgs' }
    const tokens = createTokenDesk(world.now, world.random)
    const token = createTokenApi({ now: world.now, wallNow: world.wallNow, state, tokens })
    const { now, wallNow, journeys } = world
    const tracking = createTrackingApi({ now, wallNow, journeys, tokens })
    return {
      codesIn: codesAskedFor,
      handle(request) {
        if (request.method === 'POST' && request.path.startsWith('/token/')) return token(request)
        if (request.method === 'GET' && /^\/srorastro\/v1\/objetos(\/[^/]+)?$/.test(request.path))
          return tracking(request)
        const response = refusal(request, world.now(), 404, 'Recurso não encontrado')
        return { response, authorisedAs: null, answered: [] }
      },
      settings: carrierSettings(
        CorreiosSettings,
        () => state,
        ({ accounts, unauthorisedBody, revokeTokens }) => {
          if (accounts) state.accounts = accounts
          if (unauthorisedBody) state.unauthorisedBody = unauthorisedBody
          if (revokeTokens) tokens.revoke()
        },
      ),
    }
  },
}
