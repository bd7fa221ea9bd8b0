import { randomUUID } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

/** A task under way or just ended, as lists of work show it. */
export type TaskView = {
  readonly id: string
  readonly procedure: string
  readonly startedAt: number
  /** File or carrier it is at. */
  readonly subject: string | null
  readonly done: number | null
  readonly total: number | null
  readonly state: 'running' | 'stopping' | 'done' | 'failed' | 'cancelled'
  readonly error: string | null
}

type Work<T> = (context: {
  readonly signal: AbortSignal
  readonly report: (progress: unknown) => void
}) => Promise<Result<T, Problem>>

/** What is being done, for whoever shows it or wants to stop it. */
export type TaskRegistry = {
  run<T>(
    task: { readonly procedure: string; readonly signal: AbortSignal; readonly report: (progress: unknown) => void },
    work: Work<T>,
  ): Promise<Result<T, Problem>>
  list(): readonly TaskView[]
  /** Asks a task to stop; one that is no longer running is left alone. */
  stop(id: string): void
  /** Stops all and waits until they have. */
  drain(): Promise<void>
}

/** How many ended tasks stay listed. */
const keptEnded = 20

/** Makes a registry without tasks. `changed` hears of each change, progress included: limit it before it goes far. */
export function createTaskRegistry(clock: Clock, changed: (tasks: readonly TaskView[]) => void): TaskRegistry {
  let tasks: readonly TaskView[] = []
  const running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<unknown> }>()

  const update = (id: string, change: Partial<TaskView>) => {
    tasks = tasks.map((task) => (task.id === id ? { ...task, ...change } : task))
    changed(tasks)
  }
  const add = (task: TaskView) => {
    const isOpen = ({ state }: TaskView) => state === 'running' || state === 'stopping'
    const ended = tasks.filter((one) => !isOpen(one)).slice(-keptEnded)
    tasks = [...tasks.filter(isOpen), ...ended, task].sort((a, b) => a.startedAt - b.startedAt)
    changed(tasks)
  }
  const stop = (id: string) => {
    const task = running.get(id)
    if (!task || task.abort.signal.aborted) return
    update(id, { state: 'stopping' })
    task.abort.abort()
  }

  return {
    async run({ procedure, signal, report }, work) {
      const id = randomUUID()
      const abort = new AbortController()
      const follow = () => stop(id)
      const seen = (progress: unknown) => {
        report(progress)
        update(id, factsOf(progress))
      }
      add({
        id,
        procedure,
        startedAt: clock.now(),
        subject: null,
        done: null,
        total: null,
        state: 'running',
        error: null,
      })
      const outcome = work({ signal: abort.signal, report: seen })
      running.set(id, { abort, ended: outcome.catch(() => undefined) })
      if (signal.aborted) follow()
      signal.addEventListener('abort', follow)
      try {
        const result = await outcome
        running.delete(id)
        update(id, endOf(result))
        return result
      } catch (error) {
        running.delete(id)
        update(id, abort.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error: 'internal' })
        throw error
      } finally {
        signal.removeEventListener('abort', follow)
      }
    },
    list: () => tasks,
    stop,
    async drain() {
      for (const id of running.keys()) stop(id)
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

const endOf = (result: Result<unknown, Problem>): Partial<TaskView> => {
  if (result.ok) return { state: 'done' }
  return result.error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', error: result.error.code }
}

/** What every kind of progress has in common, as far as it has it. */
function factsOf(progress: unknown): Partial<TaskView> {
  if (typeof progress !== 'object' || progress === null) return {}
  const { done, total, file, carrier } = progress as Readonly<Record<string, unknown>>
  const subject = [file, carrier].find((name): name is string => typeof name === 'string')
  return {
    ...(typeof done === 'number' && { done }),
    ...(typeof total === 'number' && { total }),
    ...(subject !== undefined && { subject }),
  }
}
