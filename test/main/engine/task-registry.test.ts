import { expect, it, vi } from 'vitest'
import { problem } from '../../../src-main/domain/problem.ts'
import { fail, ok } from '../../../src-main/domain/result.ts'
import { createTaskRegistry, type TaskView } from '../../../src-main/engine/task-registry.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

function registry() {
  const seen: (readonly TaskView[])[] = []
  const tasks = createTaskRegistry(createVirtualClock(5), (list) => seen.push(list))
  const task = { procedure: 'imports.run', signal: new AbortController().signal, report: vi.fn() }
  return { tasks, seen, task }
}

const untilStopped = ({ signal }: { signal: AbortSignal }) =>
  new Promise<ReturnType<typeof fail<ReturnType<typeof problem>>>>((resolve) =>
    signal.addEventListener('abort', () => resolve(fail(problem('cancelled', 'stopped')))),
  )

it('lists what is done, how far it is and how it ended', async () => {
  const { tasks, task } = registry()
  await tasks.run(task, async ({ report }) => {
    report({ file: 'pedidos.csv', done: 3, total: 10, rowsPerSecond: 1 })
    expect(tasks.list()).toMatchObject([{ state: 'running', subject: 'pedidos.csv', done: 3, total: 10, startedAt: 5 }])
    return ok('stored')
  })
  await tasks.run(task, async () => fail(problem('disk-full', 'full')))
  expect(tasks.list()).toMatchObject([{ state: 'done' }, { state: 'failed', error: 'disk-full' }])
  expect(task.report).toHaveBeenCalledOnce()
})

it('lists a bug as failed and lets it through', async () => {
  const { tasks, task } = registry()
  await expect(tasks.run(task, async () => Promise.reject(new Error('bug')))).rejects.toThrow('bug')
  expect(tasks.list()).toMatchObject([{ state: 'failed', error: 'internal' }])
})

it('stops a task by its id, and says so at once', async () => {
  const { tasks, task } = registry()
  const running = tasks.run(task, untilStopped)
  const id = tasks.list()[0]?.id ?? ''
  tasks.stop(id)
  expect(tasks.list()[0]?.state).toBe('stopping')
  await running
  expect(tasks.list()[0]?.state).toBe('cancelled')
  tasks.stop(id)
  tasks.stop('none')
})

it('stops a task when whoever called goes away', async () => {
  const { tasks, task } = registry()
  const abort = new AbortController()
  const running = tasks.run({ ...task, signal: abort.signal }, untilStopped)
  abort.abort()
  expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

it('drains: stops all and waits', async () => {
  const { tasks, task } = registry()
  void tasks.run(task, untilStopped)
  void tasks.run(task, untilStopped)
  await tasks.drain()
  expect(tasks.list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
})

it('forgets all but the last ended ones', async () => {
  const { tasks, task } = registry()
  const running = tasks.run(task, untilStopped)
  for (let number = 0; number < 40; number++) await tasks.run(task, async () => ok(number))
  expect(tasks.list()).toHaveLength(22)
  expect(tasks.list().filter(({ state }) => state === 'running')).toHaveLength(1)
  await tasks.drain()
  await running
})
