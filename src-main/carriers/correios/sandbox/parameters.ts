import { jsonBody, type SandboxRequest } from '../../../sandbox/http-message.ts'
import { isDay, type Day } from '../../../domain/day.ts'

/** One question as it came: the members of a batch's item, or a query. Names that nobody knows are no fault, as with the carrier. */
export type Parameters = Readonly<Record<string, unknown>>

/** The questions of a batch; undefined where its list is missing or is none. */
export function batchOf(request: SandboxRequest, list: 'parametrosProduto' | 'parametrosPrazo') {
  const body = jsonBody(request) as Readonly<Record<string, unknown>> | null | undefined
  const items = typeof body === 'object' ? body?.[list] : undefined
  if (!Array.isArray(items)) return undefined
  return items.map((item: unknown): Parameters => (typeof item === 'object' && item !== null ? { ...item } : {}))
}

/** The question of a path and its query. */
export function singleOf(request: SandboxRequest, product: string): Parameters {
  const added = request.query.getAll('servicosAdicionais').flatMap((value) => value.split(','))
  return { ...Object.fromEntries(request.query), coProduto: product, servicosAdicionais: added.filter(Boolean) }
}

/** A member as text; undefined where it is missing or empty. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}

/** A member as a number with a decimal point; null where it is none, undefined where it is missing. */
export function numberOf(value: unknown): number | null | undefined {
  const text = textOf(value)
  if (text === undefined) return undefined
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** A day written `dd-MM-yyyy` or `dd/MM/yyyy`; null where it is none, undefined where it is missing. */
export function dayOfText(value: unknown): Day | null | undefined {
  const text = textOf(value)
  if (text === undefined) return undefined
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text) ?? []
  const written = `${year}-${month}-${day}`
  return isDay(written) ? written : null
}

/** What the carrier gives back of a question so that its answer is found. */
export function echoOf(parameters: Parameters): { coProduto?: string; nuRequisicao?: string } {
  const product = textOf(parameters['coProduto'])
  const number = textOf(parameters['nuRequisicao'])
  return {
    ...(product === undefined ? {} : { coProduto: product }),
    ...(number === undefined ? {} : { nuRequisicao: number }),
  }
}

/** How the carrier says that parameters can't be read. */
export const invalidText = (code: string, names: readonly string[]): string =>
  `${code}: O valor do(s) parâmetro(s) ${names.join(', ')} é(são) inválido(s).`
