import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as the server saw it. */
export type Arrival = {
  /** `performance.now()` when its headers were read. */
  readonly at: number
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Requests under way at that moment, this one counted. */
  readonly atOnce: number
}

/** How the server answers: a status with a body, or anything else by hand. */
export type Reply =
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string | Uint8Array
    }
  | ((response: ServerResponse) => void)

export type LoopbackServer = {
  readonly url: string
  /** Everything that arrived, in order. */
  readonly ledger: readonly Arrival[]
  stop(): Promise<void>
}

/** JSON with status 200 unless said otherwise. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Never answers. */
export const silence: Reply = () => undefined

/** Begins an answer and breaks the connection within it. */
export const cutWithin =
  (start: string): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100_000 })
    response.write(start, () => response.socket?.destroy())
  }

/** A real HTTP server on loopback that answers as told and remembers what it was asked. */
export async function startLoopbackServer(
  answer: (arrival: Arrival, number: number) => Reply | Promise<Reply>,
): Promise<LoopbackServer> {
  const ledger: Arrival[] = []
  let underWay = 0
  const server = createServer((message, response) => {
    const at = performance.now()
    underWay++
    response.once('close', () => underWay--)
    void (async () => {
      const atOnce = underWay
      const arrival = {
        at,
        method: message.method ?? '',
        path: message.url ?? '',
        headers: flat(message),
        body: await textOf(message),
        atOnce,
      }
      ledger.push(arrival)
      const reply = await answer(arrival, ledger.length)
      if (typeof reply === 'function') return reply(response)
      response.writeHead(reply.status, { ...reply.headers })
      response.end(reply.body ?? '')
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    ledger,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of message as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

const flat = (message: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]))
