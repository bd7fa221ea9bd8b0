import { onTestFinished } from 'vitest'
import type { CallContext, Credentials } from '../../../../src-main/carriers/carrier.ts'
import { fetchTracking } from '../../../../src-main/carriers/correios/client.ts'
import { createCarrierHttp, type CarrierConnection } from '../../../../src-main/carriers/kit/create-carrier-http.ts'
import { s10CheckDigit } from '../../../../src-main/domain/tracking-code.ts'
import {
  json,
  startLoopbackServer,
  type Arrival,
  type LoopbackServer,
  type Reply,
} from '../../../support/loopback-server.ts'
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
export const credentials: Credentials = {
  user: 'lojaexemplo',
  accessCode: 'nao-e-um-codigo',
  postingCard: '0012345678',
  contract: '9912345678',
  dr: '72',
}
/** As many valid codes. */
export const codes = (count: number) =>
  Array.from({ length: count }, (_, i) => String(i).padStart(8, '0')).map(
    (serial) => `QB${serial}${s10CheckDigit(serial)}BR`,
  )

export const isToken = ({ path }: Arrival) => path.startsWith('/token/')
/** The codes that a request asks about. */
export const askedCodes = ({ path }: Arrival) => new URL(path, 'http://x').searchParams.getAll('codigosObjetos')
/** What the tracking API says of an object that has been posted. */
export const posted = (code: string) => ({
  codObjeto: code,
  eventos: [{ codigo: 'PO', tipo: '01', dtHrCriado: '2026-11-19T10:00:00', descricao: 'Objeto postado' }],
})
/** The answer in which every object asked for has been posted. */
export const objects = (arrival: Arrival) => json({ objetos: askedCodes(arrival).map(posted) })
/** The answer of the token API. */
export const token = (value: string, more: object = {}) =>
  json(
    {
      token: value,
      expiraEm: '2026-11-21T08:00:00',
      zoneOffset: '-03:00',
      cartaoPostagem: { api: [34, 87] },
      api: [566],
      ...more,
    },
    201,
  )
/** An error with these texts. */
export const refusal = (status: number, ...msgs: string[]) => json({ msgs }, status)

export type Bench = {
  readonly server: LoopbackServer
  readonly clock: VirtualClock
  readonly context: CallContext & { readonly http: CarrierConnection }
  /** How many tokens were asked for. */
  tokens(): number
}

/** A Correios of two functions, and a connection to it. */
export async function bench(
  tracking: (arrival: Arrival, number: number) => Reply | Promise<Reply>,
  tokens: (number: number) => Reply | Promise<Reply> = (n) => token(`t${n}`),
  comparesClock = false,
): Promise<Bench> {
  let asked = 0
  let given = 0
  const server = await startLoopbackServer((arrival) =>
    isToken(arrival) ? tokens(++given) : tracking(arrival, ++asked),
  )
  const clock = createVirtualClock(now)
  const http = createCarrierHttp({
    baseUrl: server.url,
    account: 'correios/1',
    budget: { perSecond: 1000, burst: 1000, concurrency: 8 },
    clock,
    random: () => 0.5,
    comparesClock,
  })
  onTestFinished(async () => {
    await http.close()
    await server.stop()
  })
  return { server, clock, context: { http, clock, signal: new AbortController().signal }, tokens: () => given }
}

/** What became of each code: the kind of its answer, or the code of its failure. */
export const kinds = async (asked: readonly string[], { context }: Bench) => {
  const answers = await fetchTracking(asked, credentials, context)
  return Object.fromEntries(
    asked.map((code) => {
      const answer = answers.get(code)
      return [code, answer?.ok ? answer.value.kind : answer?.error.code]
    }),
  )
}
export const all = (asked: readonly string[], kind: string) => Object.fromEntries(asked.map((code) => [code, kind]))
