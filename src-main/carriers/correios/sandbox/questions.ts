import type { SandboxRequest } from '../../../sandbox/http-message.ts'
import { batchOf, singleOf, textOf, type Parameters } from './parameters.ts'

/** What a request asks, for the ledger: a name for each question, and what it is about. */
export type Questions = { readonly codes: readonly string[]; readonly questions: readonly string[] }

const nothing: Questions = { codes: [], questions: [] }

const apis = [
  { path: '/preco/v1/nacional', list: 'parametrosProduto', name: 'preco' },
  { path: '/prazo/v1/nacional', list: 'parametrosPrazo', name: 'prazo' },
] as const

const priced = ['psObjeto', 'tpObjeto', 'comprimento', 'largura', 'altura', 'diametro', 'psCubico', 'vlDeclarado']

/** A question in one line, the same for the same question however it is numbered: `preco 03220 01310100 20040002 psObjeto=300`. */
function lineOf(name: string, parameters: Parameters): string {
  const places = ['coProduto', 'cepOrigem', 'cepDestino'].map((key) => textOf(parameters[key]) ?? '-')
  const days = ['dtEvento', 'dataPostagem']
  const told = [...(name === 'preco' ? priced : []), ...days].flatMap((key) => {
    const value = textOf(parameters[key])
    return value === undefined ? [] : [`${key}=${value}`]
  })
  const added = parameters['servicosAdicionais']
  const extras = Array.isArray(added) && added.length > 0 ? [`servicosAdicionais=${JSON.stringify(added)}`] : []
  return [name, ...places, ...told, ...extras].join(' ')
}

/** The questions of a request for prices, deadlines or an address; their names are `nuRequisicao`s, or places in the batch from 1. */
export function questionsIn(request: SandboxRequest): Questions {
  const cep = /^\/cep\/v2\/enderecos\/([^/]+)$/.exec(request.path)?.[1]
  if (cep !== undefined) return { codes: [cep], questions: [`cep ${cep}`] }
  const api = apis.find(({ path }) => request.path === path || request.path.startsWith(`${path}/`))
  if (!api) return nothing
  const product = request.path.slice(api.path.length + 1)
  const asked = product === '' ? (batchOf(request, api.list) ?? []) : [singleOf(request, product)]
  return {
    codes: asked.map((parameters, at) => textOf(parameters['nuRequisicao']) ?? String(at + 1)),
    questions: asked.map((parameters) => lineOf(api.name, parameters)),
  }
}
