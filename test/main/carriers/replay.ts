import { onTestFinished } from 'vitest'
import type { CallContext } from '../../../src-main/carriers/carrier.ts'
import { createCarrierHttp, type HttpLogLine } from '../../../src-main/carriers/kit/create-carrier-http.ts'
import { startLoopbackServer, type LoopbackServer, type Reply } from '../../support/loopback-server.ts'
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts'
import type { Exchange } from './fixtures.ts'

/** A moment at which the fixtures' tokens are in force. */
export const fixtureNow = Date.parse('2026-11-20T12:00:00Z')

export type Replay = {
  readonly server: LoopbackServer
  readonly context: CallContext
  readonly clock: VirtualClock
  readonly log: readonly HttpLogLine[]
}

export const replyOf = ({ response }: Exchange): Reply => ({
  status: response.status,
  headers: { 'content-type': 'application/json', ...response.headers },
  body: response.text ?? JSON.stringify(response.body),
})

/**
 * A server that answers a fixture's requests as recorded, the same request in the order of its recordings and the last one ever
 * after, and a connection to it. `instead` answers the fixture's last request otherwise.
 */
export async function replay(
  fixture: { readonly exchanges: readonly Exchange[] },
  instead?: Reply,
  timeoutMs = 5000,
): Promise<Replay> {
  const last = fixture.exchanges.at(-1)
  const asked = new Map<string, number>()
  const server = await startLoopbackServer((arrival) => {
    if (instead && arrival.path === last?.request.path) return instead
    const same = fixture.exchanges.filter(
      ({ request }) => request.method === arrival.method && request.path === arrival.path,
    )
    const key = `${arrival.method} ${arrival.path}`
    const times = asked.get(key) ?? 0
    asked.set(key, times + 1)
    const exchange = same[Math.min(times, same.length - 1)]
    return exchange ? replyOf(exchange) : { status: 404, body: 'not recorded' }
  })
  const clock = createVirtualClock(fixtureNow)
  const log: HttpLogLine[] = []
  const http = createCarrierHttp({
    baseUrl: server.url,
    account: 'under-test',
    budget: { perSecond: 1000, burst: 1000, concurrency: 4 },
    clock,
    random: () => 0.5,
    log: (line) => log.push(line),
    timeoutMs,
  })
  onTestFinished(async () => {
    await http.close()
    await server.stop()
  })
  return { server, clock, log, context: { http, clock, signal: new AbortController().signal } }
}
