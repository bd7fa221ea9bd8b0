import { MessageChannel } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { ok } from '../../../src-main/domain/result.ts'
import type { Endpoint } from '../../../src-main/ipc/endpoint.ts'
import { createThreadClient, serveThread } from '../../../src-main/ipc/thread-port.ts'

function line(endpoint: Endpoint) {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  serveThread(port2, endpoint)
  return createThreadClient(port1)
}

it('answers each call with its own reply, in whatever order they end', async () => {
  let releaseFirst: (value: unknown) => void = () => undefined
  const client = line(async ({ name, input }) => {
    if (name === 'first') await new Promise((resolve) => (releaseFirst = resolve))
    else releaseFirst(undefined)
    return ok([name, input])
  })
  const first = client.endpoint({ name: 'first', input: 1, sender: undefined })
  const second = client.endpoint({ name: 'second', input: { a: [2] }, sender: undefined })
  expect(await second).toEqual(ok(['second', { a: [2] }]))
  expect(await first).toEqual(ok(['first', 1]))
})

it('carries progress one way and cancel the other', async () => {
  const client = line(
    ({ signal, onProgress }) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () =>
          resolve({ ok: false, error: { code: 'cancelled', message: '', retryable: false } }),
        )
        onProgress?.({ done: 1 })
      }),
  )
  const abort = new AbortController()
  const seen: unknown[] = []
  const onProgress = (progress: unknown) => {
    seen.push(progress)
    abort.abort()
  }
  const reply = await client.endpoint({ name: 'x', input: {}, sender: undefined, signal: abort.signal, onProgress })
  expect(reply).toMatchObject({ error: { code: 'cancelled' } })
  expect(seen).toEqual([{ done: 1 }])
})

it('cancels a call whose signal was aborted before it began', async () => {
  const client = line(
    ({ signal }) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve(ok('stopped')))),
  )
  const reply = await client.endpoint({ name: 'x', input: {}, sender: undefined, signal: AbortSignal.abort() })
  expect(reply).toEqual(ok('stopped'))
})

it('answers what is open and what comes later when the other thread is gone', async () => {
  const client = line(() => new Promise(() => undefined))
  const open = client.endpoint({ name: 'x', input: {}, sender: undefined })
  client.end()
  expect(await open).toMatchObject({ ok: false, error: { code: 'internal', retryable: true } })
  expect(await client.endpoint({ name: 'y', input: {}, sender: undefined })).toMatchObject({
    error: { code: 'internal' },
  })
})
