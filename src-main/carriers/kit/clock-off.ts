import type { CarrierFailure } from '../carrier.ts'
import type { Verdict } from './verdict.ts'
import { exchange, type Wire } from './wire.ts'

/** A clock further off than this explains a refused access; credentials of most carriers are good for minutes of error. */
export const clockToleranceMs = 5 * 60_000

/** Certificates live for weeks at least: a clock nearer than this is not why one is refused. */
const certificateToleranceMs = 3_600_000

/** A certificate that is not valid *now*: is it its fault or our clock's? The same host tells the time without TLS. */
export async function judgeCertificate(
  cause: string,
  wire: Wire,
  now: () => number,
  signal: AbortSignal,
): Promise<Verdict> {
  const date = await dateOfHost(wire, signal)
  const offMs = date === null ? null : now() - date
  const ours = offMs === null ? cause === 'CERT_NOT_YET_VALID' : Math.abs(offMs) > certificateToleranceMs
  const failure: CarrierFailure = ours
    ? {
        code: 'carrier.clock-wrong',
        message: `certificate against this clock: ${cause}`,
        retryable: false,
        ...(offMs === null ? {} : { clockOffMs: offMs }),
      }
    : { code: 'carrier.unreachable', message: `the carrier's certificate: ${cause}`, retryable: true }
  return { kind: 'final', failure, sign: 'failing' }
}

/** What a host's own clock says, asked without TLS; null when it does not tell. */
async function dateOfHost(wire: Wire, signal: AbortSignal): Promise<number | null> {
  const { protocol, hostname } = new URL(wire.baseUrl)
  if (protocol !== 'https:') return null
  const plain: Wire = { ...wire, baseUrl: `http://${hostname}`, timeoutMs: Math.min(wire.timeoutMs, 5000) }
  const answer = await exchange(plain, { method: 'GET', path: '/' }, signal)
  return answer.kind === 'answer' ? dateIn(answer.headers) : null
}

/** The instant of an answer's `Date` header; null where it has none. */
export function dateIn(headers: Readonly<Record<string, string>>): number | null {
  const date = Date.parse(headers['date'] ?? '')
  return Number.isNaN(date) ? null : date
}

/** Whether an address is on this computer: there the other side may be a sandbox whose time is not the world's. */
export function isLoopback(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}
