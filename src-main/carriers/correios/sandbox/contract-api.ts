import type { CarrierAnswer } from '../../../sandbox/carrier-sandbox.ts'
import { jsonResponse, type SandboxRequest } from '../../../sandbox/http-message.ts'
import type { Day } from '../../../domain/day.ts'
import type { CorreiosAccount, CorreiosCard, CorreiosState } from './accounts.ts'
import type { Demand, Gateway } from './gateway.ts'
import { localTime } from './local-time.ts'
import { refusal } from './message.ts'
import { postalServices, serviceName } from './services.ts'

const demand: Demand = { api: 566, service: null, scopes: ['user', 'contract', 'card'], limited: true }
const usualPageSize = 20
const largestPage = 1000

type Validity = { readonly status: string; readonly validFrom: Day; readonly validUntil: Day }

/** What a contract of an account is in the company's list. */
const contractOf = (account: CorreiosAccount) => ({
  cnpj: account.cnpj,
  nuContrato: account.contract,
  nuSe: account.cards[0]?.dr ?? 0,
  nuCombo: 0,
  categoria: account.category,
  dtInicioVigencia: account.validFrom,
  dtFimVigencia: account.validUntil,
  status: account.status,
})

const cardOf = (account: CorreiosAccount, card: CorreiosCard) => ({
  cnpj: account.cnpj,
  nuContrato: account.contract,
  nuSe: card.dr,
  nuCartaoPostagem: card.number,
  cnpjCartao: account.cnpj,
  dtInicioVigencia: card.validFrom,
  dtFimVigencia: card.validUntil,
  status: card.status,
})

const serviceOf = (code: string) => ({
  codigo: code,
  descricao: serviceName(code),
  coSegmento: postalServices.has(code) ? 1 : 9,
  descSegmento: postalServices.has(code) ? 'ENCOMENDA' : 'SERVICO DIGITAL',
  inDescontoLogisticaReversa: postalServices.get(code)?.reverse ? 'S' : 'N',
})

/** A page of a list, from page 0; sizes that are no sizes are the usual one. */
function pageOf(items: readonly object[], query: URLSearchParams): object {
  const wish = Number(query.get('size'))
  const size = Number.isInteger(wish) && wish > 0 ? Math.min(wish, largestPage) : usualPageSize
  const asked = Number(query.get('page'))
  const number = Number.isInteger(asked) && asked > 0 ? asked : 0
  return {
    itens: items.slice(number * size, (number + 1) * size),
    page: { number, size, totalElements: items.length, totalPages: Math.ceil(items.length / size) },
  }
}

/** Whether a contract or a card passes the filters `status` and `vigente` of a query. */
function passes({ status, validFrom, validUntil }: Validity, query: URLSearchParams, today: Day): boolean {
  const wanted = query.get('status')
  const current = today >= validFrom && today <= validUntil ? 'S' : 'N'
  return (wanted === null || wanted === status) && (query.get('vigente') ?? current) === current
}

/** `/meucontrato/v1/empresas/{cnpj}/contratos…`: API 566, with any token of the company. */
export function createContractApi(parts: {
  now(): number
  state: CorreiosState
  gateway: Gateway
}): (request: SandboxRequest) => CarrierAnswer {
  const { now, state, gateway } = parts

  /** The answer to a path below the company; undefined: there is no such thing. */
  const find = (cnpj: string, rest: readonly string[], query: URLSearchParams): object | undefined => {
    const today = localTime(now()).slice(0, 10)
    const ours = state.accounts.filter((account) => account.cnpj === cnpj)
    const [number, kind, cardNumber, ofCard] = rest
    if (number === undefined) return ours.filter((account) => passes(account, query, today)).map(contractOf)
    const account = ours.find(({ contract }) => contract === number)
    if (!account) return undefined
    if (kind === 'categoria' && rest.length === 2) return { categoria: account.category }
    if (kind === 'cartoes' && rest.length === 2) {
      const cards = account.cards.filter((card) => passes(card, query, today))
      const items = cards.map((card) => cardOf(account, card))
      return pageOf(items, query)
    }
    const wanted = kind === 'servicos' && rest.length === 2 ? query.get('nuCartaoPostagem') : (cardNumber ?? null)
    const ofOneCard = kind === 'cartoes' && ofCard === 'servicos' && rest.length === 4
    if (!ofOneCard && !(kind === 'servicos' && rest.length === 2)) return undefined
    const cards = account.cards.filter((card) => wanted === null || card.number === wanted)
    if (wanted !== null && cards.length === 0) return undefined
    const codes = new Set(cards.flatMap(({ services }) => services))
    return pageOf([...codes].map(serviceOf), query)
  }

  return (request) => {
    const path = /^\/meucontrato\/v1\/empresas\/([^/]+)\/contratos(?:\/(.+))?$/.exec(request.path)
    const refused = (status: number, text: string, authorisedAs: string | null = null) => ({
      response: refusal(request, now(), status, text),
      authorisedAs,
      answered: [],
    })
    if (!path) return refused(404, 'Recurso não encontrado')
    if (request.method !== 'GET') return refused(405, 'Método não permitido')
    const caller = gateway(request, demand)
    if (!caller.ok) return caller.error
    const { account, authorisedAs } = caller.value
    const [, cnpj = '', below] = path
    if (cnpj !== account.cnpj) return refused(403, 'CNPJ não vinculado ao usuário do token', authorisedAs)
    const body = find(cnpj, below === undefined ? [] : below.split('/'), request.query)
    if (!body) return refused(404, 'Contrato ou cartão de postagem não localizado', authorisedAs)
    return { response: jsonResponse(200, body), authorisedAs, answered: [] }
  }
}
