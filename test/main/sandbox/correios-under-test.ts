import { askForToken, sandboxUnderTest, type SandboxUnderTest } from './sandbox-under-test.ts'

/** Fields of a price, a deadline or an address as they came; what a test reads it checks. */
export type Fields = Readonly<Record<string, unknown>>

/** A refusal of the carrier. */
export type Refusal = { readonly msgs: readonly string[]; readonly method: string; readonly path: string }

/** What came back: the HTTP status and the body out of JSON; undefined for an empty one. */
export type Answer<Body> = { readonly status: number; readonly body: Body }

/** A sandbox and hands to ask Correios' APIs with a token of the sample account. */
export type CorreiosUnderTest = SandboxUnderTest & {
  get<Body = Fields>(path: string, scope?: Scope): Promise<Answer<Body>>
  post<Body = readonly Fields[]>(path: string, body: unknown): Promise<Answer<Body>>
  /** Turns settings about price, deadline, CEP and contract. */
  quotes(settings: object): Promise<unknown>
}

/** Which token is shown; null: none. */
export type Scope = 'user' | 'contract' | 'card' | null

const paths = { user: '', contract: '/contrato', card: '/cartaopostagem' }

/** A day's working question for the sample account: DF to DF, 300 g, as in the carrier's manual. */
export const manualsQuestion = {
  coProduto: '03220',
  cepOrigem: '70902000',
  cepDestino: '71930000',
  psObjeto: '300',
  tpObjeto: '2',
  comprimento: '20',
  largura: '20',
  altura: '20',
}

/** A query out of fields. */
export const query = (fields: Readonly<Record<string, string>>) => `?${new URLSearchParams(fields).toString()}`

/** The path and query of one price. */
export const pricePath = ({ coProduto, ...fields }: Readonly<Record<string, string>>) =>
  `/preco/v1/nacional/${coProduto}${query(fields)}`

/** Starts a sandbox on a Monday morning. */
export async function correiosUnderTest(): Promise<CorreiosUnderTest> {
  const sandbox = await sandboxUnderTest()
  const { ask, wall, control } = sandbox

  const bearer = async (scope: Scope) => {
    if (scope === null) return undefined
    wall.advance(1000)
    const card = scope === 'contract' ? { card: '9912345678' } : {}
    const answer = await askForToken(ask, { path: paths[scope], ...card })
    return `Bearer ${((await answer.json()) as { token: string }).token}`
  }

  const send = async <Body>(path: string, init: RequestInit, scope: Scope): Promise<Answer<Body>> => {
    const authorization = await bearer(scope)
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await ask(`/correios${path}`, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body }
  }

  return {
    ...sandbox,
    get: (path, scope = 'card') => send(path, {}, scope),
    post: (path, body) => send(path, { method: 'POST', body: JSON.stringify(body) }, 'card'),
    quotes: (settings) => control('POST', '/carriers/correios', { quotes: settings }),
  }
}
