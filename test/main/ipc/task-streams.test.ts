import { describe, expect, it } from 'vitest'
import type { FromTask, ToTask } from '../../../src-main/contract/bridge.ts'
import { ok } from '../../../src-main/domain/result.ts'
import type { Call } from '../../../src-main/ipc/endpoint.ts'
import { limitProgress, serveTask, type TaskPort } from '../../../src-main/ipc/task-streams.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

describe('progress', () => {
  it('goes out ten times a second at most, the first at once', () => {
    const clock = createVirtualClock(0)
    const sent: unknown[] = []
    const limit = limitProgress((progress) => sent.push([clock.now(), progress]), {
      ...clock,
      sleep: () => new Promise(() => undefined),
    })
    for (let at = 0; at < 1000; at += 5) {
      limit.report(at)
      clock.advance(5)
    }
    expect(sent).toHaveLength(10)
    expect(sent[0]).toEqual([0, 0])
  })

  it('always sends the last state: when the interval is over, or before the reply', async () => {
    const clock = createVirtualClock(0)
    const sent: unknown[] = []
    const limit = limitProgress((progress) => sent.push(progress), clock)
    limit.report('first')
    limit.report('lost')
    limit.report('second')
    await clock.sleep(150)
    expect(sent).toEqual(['first', 'second'])
    limit.report('third')
    limit.flush()
    limit.flush()
    expect(sent).toEqual(['first', 'second', 'third'])
  })

  it('does not stall when the clock is set back', () => {
    const clock = createVirtualClock(1_000_000)
    const sent: unknown[] = []
    const limit = limitProgress((progress) => sent.push(progress), clock)
    limit.report(1)
    clock.advance(-500_000)
    limit.report(2)
    expect(sent).toEqual([1, 2])
  })
})

/** A port whose other end is the test. */
function testPort() {
  const got: FromTask[] = []
  let say: (message: ToTask) => void = () => undefined
  let leave: () => void = () => undefined
  let closed = false
  const port: TaskPort = {
    send: (message) => got.push(message),
    onMessage: (listener) => (say = listener),
    onClose: (listener) => (leave = listener),
    close: () => (closed = true),
  }
  return { port, got, cancel: () => say({ kind: 'cancel' }), leave: () => leave(), isClosed: () => closed }
}

const untilAborted = ({ signal }: Call) =>
  new Promise<ReturnType<typeof ok>>((resolve) => signal?.addEventListener('abort', () => resolve(ok('aborted'))))

describe('a task’s port', () => {
  const call = { name: 'sync.run', input: {}, sender: undefined }

  it('carries progress, then one reply, then is closed', async () => {
    const { port, got, isClosed } = testPort()
    await serveTask(
      async ({ onProgress }) => {
        onProgress?.(1)
        onProgress?.(2)
        return ok('done')
      },
      call,
      port,
    )
    expect(got).toEqual([
      { kind: 'progress', progress: 1 },
      { kind: 'progress', progress: 2 },
      { kind: 'reply', reply: ok('done') },
    ])
    expect(isClosed()).toBe(true)
  })

  it('aborts the work when cancel comes, and still replies', async () => {
    const { port, got, cancel } = testPort()
    const served = serveTask(untilAborted, call, port)
    cancel()
    await served
    expect(got).toEqual([{ kind: 'reply', reply: ok('aborted') }])
  })

  it('aborts the work when the window is gone, and sends nothing there', async () => {
    const { port, got, leave } = testPort()
    const served = serveTask(untilAborted, call, port)
    leave()
    await served
    expect(got).toEqual([])
  })
})
