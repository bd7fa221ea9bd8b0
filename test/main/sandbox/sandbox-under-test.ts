import { onTestFinished } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src-main/sandbox/sandbox.ts'
import { manualClock, type ManualClock } from './manual-clock.ts'

/** A Monday morning in Brazil. */
export const monday = Date.parse('2026-11-16T09:00:00-03:00')
export const hour = 3_600_000

/** A sandbox that listens until the test ends, and hands to talk to it. */
export type SandboxUnderTest = {
  readonly sandbox: Sandbox
  readonly wall: ManualClock
  readonly url: string
  /** Asks a path of the server: `/correios/…`, `/control/…`. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Sends JSON to the control API and answers its JSON. */
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>
  /** A card's token of the sample account. */
  token(): Promise<string>
  /** Tracks codes with a fresh token. */
  track(codes: readonly string[], query?: string): Promise<TrackingBody>
}

/** The tracking API's answer, as far as tests look at it. */
export type TrackingBody = {
  readonly quantidade: number
  readonly objetos: readonly {
    readonly codObjeto: string
    readonly mensagem?: string
    readonly dtPrevista?: string
    readonly peso?: number
    readonly eventos?: readonly {
      readonly codigo: string
      readonly tipo: string
      readonly dtHrCriado: string
      readonly unidade: {
        readonly nome?: string
        readonly endereco?: { readonly cidade?: string; readonly uf?: string }
      }
      readonly unidadeDestino?: { readonly nome?: string }
    }[]
  }[]
}

/** The Basic header of a user and his access code. */
export const basic = (user: string, code: string) => `Basic ${Buffer.from(`${user}:${code}`).toString('base64')}`

export const sampleUser = { user: 'lojaexemplo', accessCode: 'codigo-de-acesso-da-demonstracao', card: '0012345678' }

/** Starts a sandbox on a clock of its own, on a Monday morning. */
export async function sandboxUnderTest(): Promise<SandboxUnderTest> {
  const wall = manualClock(monday)
  const sandbox = createSandbox({ clock: wall, seed: 'test' })
  const url = await sandbox.start()
  onTestFinished(() => sandbox.stop())

  const ask = (path: string, init?: RequestInit) => fetch(url + path, init)
  const token = async () => {
    wall.advance(1000)
    const answer = await askForToken(ask, {})
    return ((await answer.json()) as { token: string }).token
  }
  return {
    sandbox,
    wall,
    url,
    ask,
    token,
    async control<T>(method: string, path: string, body?: unknown) {
      const answer = await ask(`/control${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: (await answer.json()) as T }
    },
    async track(codes, query = '&resultado=T') {
      const search = codes.map((code) => `codigosObjetos=${code}`).join('&')
      const answer = await ask(`/correios/srorastro/v1/objetos?${search}${query}`, {
        headers: { authorization: `Bearer ${await token()}` },
      })
      return (await answer.json()) as TrackingBody
    },
  }
}

/** Asks for a card's token; without more as the sample account does. */
export function askForToken(
  ask: SandboxUnderTest['ask'],
  more: { authorization?: string; card?: string; path?: string },
): Promise<Response> {
  return ask(`/correios/token/v1/autentica${more.path ?? '/cartaopostagem'}`, {
    method: 'POST',
    headers: { authorization: more.authorization ?? basic(sampleUser.user, sampleUser.accessCode) },
    body: JSON.stringify({ numero: more.card ?? sampleUser.card }),
  })
}
