import type { Reply } from '../contract/define.ts'
import type { Endpoint } from './endpoint.ts'

/** One end of the line between two threads: a `Worker`, its `parentPort`, or a `MessagePort`. */
export type ThreadPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
}

type ToServer =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number }

type FromServer =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }

/** Calls into another thread. */
export type ThreadClient = {
  readonly endpoint: Endpoint
  /** Answers everything still open and everything later: the other thread is gone. */
  end(): void
}

const gone: Reply<never> = {
  ok: false,
  error: { code: 'internal', message: 'the engine ended before it answered', retryable: true },
}

/** The calling end. Messages of other kinds on the same line are left to their listeners. */
export function createThreadClient(port: ThreadPort): ThreadClient {
  type Open = { settle(reply: Reply<unknown>): void; readonly onProgress: ((progress: unknown) => void) | undefined }
  const open = new Map<number, Open>()
  let last = 0
  let ended = false

  port.on('message', (received) => {
    const message = received as FromServer
    if (message.kind === 'progress') open.get(message.id)?.onProgress?.(message.progress)
    else if (message.kind === 'reply') open.get(message.id)?.settle(message.reply)
  })

  const endpoint: Endpoint = ({ name, input, signal, onProgress }) =>
    new Promise((resolve) => {
      if (ended) return resolve(gone)
      const id = ++last
      const cancel = () => port.postMessage({ kind: 'cancel', id } satisfies ToServer)
      const settle = (reply: Reply<unknown>) => {
        open.delete(id)
        signal?.removeEventListener('abort', cancel)
        resolve(reply)
      }
      open.set(id, { settle, onProgress })
      port.postMessage({ kind: 'call', id, name, input } satisfies ToServer)
      if (signal?.aborted) cancel()
      else signal?.addEventListener('abort', cancel)
    })

  return {
    endpoint,
    end() {
      ended = true
      for (const { settle } of [...open.values()]) settle(gone)
    },
  }
}

/** The answering end: every call that comes over the line goes to the endpoint. */
export function serveThread(port: ThreadPort, endpoint: Endpoint): void {
  const running = new Map<number, AbortController>()
  const send = (message: FromServer) => port.postMessage(message)

  const answer = async ({ id, name, input }: Extract<ToServer, { kind: 'call' }>) => {
    const abort = new AbortController()
    running.set(id, abort)
    const onProgress = (progress: unknown) => send({ kind: 'progress', id, progress })
    const reply = await endpoint({ name, input, sender: undefined, signal: abort.signal, onProgress })
    running.delete(id)
    send({ kind: 'reply', id, reply })
  }

  port.on('message', (received) => {
    const message = received as ToServer
    if (message.kind === 'call') void answer(message)
    else if (message.kind === 'cancel') running.get(message.id)?.abort()
  })
}
