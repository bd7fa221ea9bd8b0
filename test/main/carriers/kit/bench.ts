import { onTestFinished } from 'vitest'
import type { CarrierRequest } from '../../../../src-main/carriers/kit/carrier-http.ts'
import {
  createCarrierHttp,
  type CarrierConnection,
  type CarrierHttpOptions,
  type HttpLogLine,
} from '../../../../src-main/carriers/kit/create-carrier-http.ts'
import { json, startLoopbackServer, type LoopbackServer, type Reply } from '../../../support/loopback-server.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

export const now = Date.UTC(2026, 10, 20, 12)
export const get: CarrierRequest = { method: 'GET', path: '/objects?code=1' }
export const post: CarrierRequest = { method: 'POST', path: '/objects', body: { code: 1 } }
export const signal = () => new AbortController().signal
export const fine = json({ fine: true })

/** A server that gives these replies in turn and the last one ever after. */
export async function serve(...replies: readonly Reply[]): Promise<LoopbackServer> {
  const server = await startLoopbackServer((_, number) => replies[Math.min(number, replies.length) - 1] ?? fine)
  onTestFinished(server.stop)
  return server
}

/** A connection to a server, on a clock that nobody waits for. */
export function connect(baseUrl: string, more: Partial<CarrierHttpOptions> = {}) {
  const clock = createVirtualClock(now)
  const log: HttpLogLine[] = []
  const http: CarrierConnection = createCarrierHttp({
    baseUrl,
    account: 'correios/1',
    budget: { perSecond: 1000, burst: 1000, concurrency: 4 },
    clock,
    random: () => 0.5,
    log: (line) => log.push(line),
    timeoutMs: 5000,
    ...more,
  })
  onTestFinished(http.close)
  return { http, clock, log }
}
