import { describe, expect, it, vi } from 'vitest'
import { problem } from '../../../src-main/domain/problem.ts'
import { fail, ok } from '../../../src-main/domain/result.ts'
import { createDispatcher, type DispatcherOptions } from '../../../src-main/ipc/dispatch.ts'
import type { Call } from '../../../src-main/ipc/endpoint.ts'
import { silentLog } from '../../../src-main/log/logger.ts'

type Sender = 'ours' | 'other'

const dispatcher = (more: Partial<DispatcherOptions<Sender>> = {}) => {
  const dispatch = createDispatcher<Sender>({
    handlers: {},
    isTrusted: (sender) => sender === 'ours',
    log: silentLog,
    checkOutputs: true,
    ...more,
  })
  return (name: unknown, input: unknown = {}, rest: Partial<Call<Sender>> = {}) =>
    dispatch({ name: name as string, input, sender: 'ours', ...rest })
}

describe('the door', () => {
  it.each(['__proto__', 'constructor', 'toString', 'settings.changed', '', 7, null])(
    'has no procedure %s',
    async (name) => {
      const call = dispatcher({ handlers: { 'tasks.list': async () => ok([]) } })
      expect(await call(name)).toMatchObject({ ok: false, error: { code: 'unknown_procedure' } })
    },
  )

  it('refuses a sender that is not ours, before it looks at the input', async () => {
    const handler = vi.fn(async () => ok([]))
    const call = dispatcher({ handlers: { 'tasks.list': handler } })
    const reply = await call('tasks.list', { surplus: 1 }, { sender: 'other' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden_sender' } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('refuses a sender also for what another thread would answer', async () => {
    const elsewhere = vi.fn(async () => ok([]))
    const call = dispatcher({ elsewhere })
    expect(await call('tasks.list', {}, { sender: 'other' })).toMatchObject({ error: { code: 'forbidden_sender' } })
    expect(elsewhere).not.toHaveBeenCalled()
  })

  it.each([
    ['a surplus field', 'tasks.stop', { id: 'a', more: 1 }, 'more'],
    ['a missing field', 'tasks.stop', {}, 'id'],
    [
      'a wrong type far down',
      'parcels.counts',
      { query: { filter: { status: ['lost', 'found'] } } },
      'query.filter.status.1',
    ],
    ['no object', 'tasks.stop', 'a', ''],
  ])('names the field of %s', async (_, name, input, field) => {
    const handler = vi.fn(async () => ok({}))
    const reply = await dispatcher({ handlers: { [name]: handler } })(name, input)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', detail: { field } } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('hands the handler what the schema made of the input', async () => {
    const handler = vi.fn(async () => ok({ id: 1 }))
    const view = { name: '  Atrasadas ', query: {} }
    await dispatcher({ handlers: { 'views.save': handler } })('views.save', view)
    expect(handler).toHaveBeenCalledWith({ name: 'Atrasadas', query: {} }, expect.anything())
  })
})

describe('replies', () => {
  it('gives back values and expected failures as they are', async () => {
    const taken = problem('name-taken', 'there is one', { retryable: true, detail: { name: 'A' } })
    const call = dispatcher({ handlers: { 'tasks.list': async () => ok([]), 'views.save': async () => fail(taken) } })
    expect(await call('tasks.list')).toEqual({ ok: true, value: [] })
    expect(await call('views.save', { name: 'A', query: {} })).toEqual({ ok: false, error: taken })
  })

  it('logs a bug with an id and tells the caller the id alone', async () => {
    const error = vi.fn()
    const call = dispatcher({
      handlers: { 'tasks.list': async () => Promise.reject(new Error('secret path /home/maria')) },
      log: { ...silentLog, error },
    })
    const reply = await call('tasks.list')
    const id = error.mock.calls[0]?.[0].id
    expect(id).toMatch(/^[0-9a-f]{8}$/)
    expect(reply).toEqual({
      ok: false,
      error: { code: 'internal', message: `unexpected error ${id}`, retryable: false, detail: { id } },
    })
    expect(JSON.stringify(reply)).not.toContain('maria')
  })

  it.each([
    ['an answer that does not fit its schema', async () => ok([{ id: 1 }])],
    ['an error that is not in the contract', async () => fail(problem('tired', 'no'))],
  ])('takes %s for a bug while developing', async (_, handler) => {
    expect(await dispatcher({ handlers: { 'tasks.list': handler } })('tasks.list')).toMatchObject({
      error: { code: 'internal' },
    })
  })

  it('says cancelled when the work threw because it was', async () => {
    const abort = new AbortController()
    const handler = async () => {
      abort.abort()
      throw new Error('aborted')
    }
    const reply = await dispatcher({ handlers: { 'sync.run': handler } })('sync.run', {}, { signal: abort.signal })
    expect(reply).toMatchObject({ error: { code: 'cancelled' } })
  })

  it('asks elsewhere for what it has no handler for, and nowhere else', async () => {
    const elsewhere = vi.fn(async () => ok('from there'))
    const signal = new AbortController().signal
    const call = dispatcher({ handlers: { 'tasks.list': async () => ok([]) }, elsewhere })
    expect(await call('app.info', { a: 1 }, { signal })).toEqual(ok('from there'))
    expect(elsewhere).toHaveBeenCalledExactlyOnceWith({ name: 'app.info', input: { a: 1 }, sender: undefined, signal })
    expect(await dispatcher()('app.info')).toMatchObject({ error: { code: 'unknown_procedure' } })
  })
})
