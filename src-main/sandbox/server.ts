import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SandboxRequest, SandboxResponse } from './http-message.ts'

/** How a request ends: with an answer, or with the connection broken off. */
export type Ending = SandboxResponse | 'reset'

/** What answers requests. `gone` is aborted when the caller has hung up or the server has stopped. */
export type Handler = (mount: string, request: SandboxRequest, gone: AbortSignal) => Ending | Promise<Ending>

/** A running server. */
export type LoopbackServer = { readonly url: string; stop(): Promise<void> }

const largestBody = 16 * 1024 * 1024

/** Reads the whole body; null when it is larger than anybody's request. */
async function readBody(message: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largestBody) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/**
 * Whether a request comes from a program and not from a page in somebody's browser. A page of a strange site could
 * otherwise turn the control API's knobs: its requests carry an `Origin`, or a `Host` that merely resolves to loopback.
 */
function fromProgram(message: IncomingMessage): boolean {
  const host = (message.headers.host ?? '').replace(/:\d+$/, '')
  return message.headers.origin === undefined && (host === '127.0.0.1' || host === 'localhost')
}

/** Whether the escapes of a path are whole: `%E0%A4%A` can't be read. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Header names as the message has them, values joined. */
function flatHeaders(message: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

function send(response: ServerResponse, { status, headers, body }: SandboxResponse, now: () => number): void {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body
  // The Date header is the sandbox's time too: a caller may use it to find out that its own clock is off.
  const date = { date: new Date(now()).toUTCString() }
  response.writeHead(status, { ...date, ...headers, 'content-length': bytes.byteLength })
  response.end(bytes)
}

/** Starts a server on loopback; port 0 takes a free one. */
export async function startServer(port: number, now: () => number, handler: Handler): Promise<LoopbackServer> {
  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const hungUp = new AbortController()
    response.once('close', () => hungUp.abort())
    const plain = (status: number, body: string) => send(response, { status, headers: {}, body }, now)
    if (!fromProgram(message)) return plain(403, '')
    const url = new URL(message.url ?? '/', 'http://127.0.0.1')
    if (!isDecodable(url.pathname)) return plain(400, '')
    const [, mount = '', ...rest] = url.pathname.split('/')
    const body = await readBody(message)
    if (body === null) return plain(413, '')
    const request: SandboxRequest = {
      method: message.method ?? 'GET',
      path: `/${rest.join('/')}`,
      query: url.searchParams,
      headers: flatHeaders(message),
      body,
    }
    const ending = await handler(mount, request, hungUp.signal)
    if (ending === 'reset') message.socket.resetAndDestroy()
    else if (!hungUp.signal.aborted) send(response, ending, now)
  }

  const server = createServer((message, response) => {
    serve(message, response).catch((cause: unknown) => {
      if (response.destroyed || response.headersSent) return
      const error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
      send(response, { status: 500, headers: {}, body: `the sandbox itself failed: ${error}` }, now)
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
