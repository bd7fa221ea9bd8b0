import { expect, it, vi } from 'vitest'
import { fail, ok } from '../../../src-main/domain/result.ts'
import type { EngineHost } from '../../../src-main/ipc/engine-host.ts'
import {
  createEngineSession,
  type EngineMode,
  type EngineSessionOptions,
} from '../../../src-main/ipc/engine-session.ts'
import { silentLog } from '../../../src-main/log/logger.ts'

/** A session over engines that say which they are and can be felled. */
function session(more: Partial<EngineSessionOptions> = {}) {
  const told: string[] = []
  const fell: (() => void)[] = []
  const spies = { restarted: vi.fn(), gaveUp: vi.fn() }
  let now = 0
  const start = async (mode: EngineMode, died: () => void) => {
    const number = fell.push(died)
    told.push(`start ${number}`)
    const host: EngineHost = {
      endpoint: async ({ name }) => ok(`${name} by ${mode} ${number}`),
      tell: (fact) => told.push(`${fact.kind} to ${number}`),
      stop: async () => void told.push(`stop ${number}`),
    }
    return ok(host)
  }
  const made = createEngineSession({
    start,
    greet: () => [{ kind: 'woke' }],
    now: () => now,
    log: silentLog,
    ...spies,
    ...more,
  })
  const ask = () => made.endpoint({ name: 'x', input: {}, sender: undefined })
  return { session: made, ask, told, ...spies, fall: () => fell.at(-1)?.(), pass: (ms: number) => (now += ms) }
}

it('ends one engine before it starts another, and a call in between waits for it', async () => {
  const { session: one, ask, told } = session()
  await one.open('own')
  const opening = one.open('demo')
  const answer = ask()
  await opening
  expect(told).toEqual(['start 1', 'woke to 1', 'stop 1', 'start 2', 'woke to 2'])
  expect(one.mode).toBe('demo')
  expect(await answer).toEqual(ok('x by demo 2'))
})

it('starts a fallen engine again, on the same data', async () => {
  const { session: one, ask, fall, restarted } = session()
  await one.open('demo')
  fall()
  expect(await ask()).toEqual(ok('x by demo 2'))
  await vi.waitFor(() => expect(restarted).toHaveBeenCalledOnce())
})

it('gives up when it falls again and again, but not when it falls now and then', async () => {
  const { session: one, fall, gaveUp, restarted, pass } = session()
  await one.open('own')
  for (let time = 1; time <= 10; time++) {
    pass(30_000)
    fall()
    await vi.waitFor(() => expect(restarted).toHaveBeenCalledTimes(time))
  }
  expect(gaveUp).not.toHaveBeenCalled()
  for (let time = 1; time <= 4; time++) {
    fall()
    await one.endpoint({ name: 'x', input: {}, sender: undefined })
  }
  expect(gaveUp).toHaveBeenCalled()
})

it('says why a store can’t be opened, and answers calls without an engine', async () => {
  const { session: one, ask } = session({ start: async () => fail({ code: 'store-in-use' }) })
  expect(await one.open('own')).toEqual(fail({ code: 'store-in-use' }))
  expect(await ask()).toMatchObject({ ok: false, error: { code: 'internal', retryable: true } })
})

it('leaves an engine down that falls while the application ends', async () => {
  const { session: one, fall, told } = session()
  await one.open('own')
  await one.stop()
  fall()
  await one.stop()
  expect(told.filter((word) => word.startsWith('start'))).toHaveLength(1)
})

it('opens what was open before when the other data can’t be opened, and says why', async () => {
  const opened: string[] = []
  const refusing = async (mode: EngineMode) => {
    opened.push(mode)
    if (mode === 'demo') return fail({ code: 'store-unwritable', message: 'no room' } as const)
    return ok<EngineHost>({ endpoint: async () => ok('own again'), tell: () => undefined, stop: async () => undefined })
  }
  const { session: one, ask } = session({ start: refusing })
  await one.open('own')
  expect(await one.change('demo')).toEqual(fail({ why: 'store-unwritable', back: ok(undefined) }))
  expect(opened).toEqual(['own', 'demo', 'own'])
  expect(one.mode).toBe('own')
  expect(await ask()).toEqual(ok('own again'))
})

it('does the same when the other engine falls while it starts', async () => {
  const falling = async (mode: EngineMode) => {
    if (mode === 'demo') throw new Error('the folder is not ours')
    return ok<EngineHost>({ endpoint: async () => ok('own again'), tell: () => undefined, stop: async () => undefined })
  }
  const { session: one, ask } = session({ start: falling })
  await one.open('own')
  expect(await one.change('demo')).toEqual(fail({ why: 'the folder is not ours', back: ok(undefined) }))
  expect(await ask()).toEqual(ok('own again'))
})
