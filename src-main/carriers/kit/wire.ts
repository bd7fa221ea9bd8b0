import { request, type Dispatcher } from 'undici'
import type { CarrierRequest } from './carrier-http.ts'

/** An answer as it came over the wire. */
export type WireAnswer = {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

type Trouble = 'timeout' | 'unreachable' | 'cut' | 'too-large' | 'certificate-date' | 'cancelled'

/** Why there is none. `cause` is a code such as `ECONNREFUSED`, never a message with content. */
export type WireFailure = { readonly [K in Trouble]: { readonly kind: K; readonly cause: string } }[Trouble]

export type Wire = {
  readonly baseUrl: string
  readonly dispatcher: Dispatcher
  /** For the whole exchange, connection included. On the machine's timer: it is about a socket. */
  readonly timeoutMs: number
  /** Answers longer than this are broken off. */
  readonly largestAnswer: number
}

/** One exchange with the carrier, without retry; never throws for what a network can do. */
export async function exchange(
  wire: Wire,
  asked: CarrierRequest,
  signal: AbortSignal,
): Promise<WireAnswer | WireFailure> {
  const ending = new AbortController()
  const giveUp = () => ending.abort()
  const timer = setTimeout(giveUp, wire.timeoutMs)
  signal.addEventListener('abort', giveUp, { once: true })
  if (signal.aborted) giveUp()
  let answering = false
  try {
    const { statusCode, headers, body } = await request(wire.baseUrl + asked.path, {
      method: asked.method,
      headers: {
        accept: 'application/json',
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      dispatcher: wire.dispatcher,
      signal: ending.signal,
    })
    answering = true
    const bytes = await readAtMost(body, wire.largestAnswer)
    if (bytes === null) return { kind: 'too-large', cause: `more than ${wire.largestAnswer} bytes` }
    const flat = flatten(headers)
    return { kind: 'answer', status: statusCode, headers: flat, text: decode(bytes, flat['content-type'] ?? '') }
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled', cause: 'cancelled' }
    if (ending.signal.aborted) return { kind: 'timeout', cause: `no whole answer in ${wire.timeoutMs} ms` }
    return failureOf(error, answering)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}

async function readAtMost(body: Dispatcher.ResponseData['body'], limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    // Leaving the loop destroys the body, and with it the connection: the rest is not fetched.
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function flatten(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

/** UTF-8 unless the answer names another encoding that exists; bytes that are none become U+FFFD. */
function decode(bytes: Uint8Array, contentType: string): string {
  const label = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const certificateDate = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])
const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

function failureOf(error: unknown, answering: boolean): WireFailure {
  const cause = codeOf(error)
  if (cause === null) throw error
  if (certificateDate.has(cause)) return { kind: 'certificate-date', cause }
  if (timeouts.has(cause)) return { kind: 'timeout', cause }
  return { kind: answering ? 'cut' : 'unreachable', cause }
}

/** The code of a network error, from wherever undici put it; null for what is none, a bug of ours. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const code: unknown = 'code' in error ? error.code : undefined
  // An argument that undici refuses is our mistake, and it says so with this code.
  if (code === 'UND_ERR_INVALID_ARG') return null
  if (typeof code === 'string') return code
  const [first] = error instanceof AggregateError ? error.errors : []
  return codeOf(first ?? error.cause)
}
