import type { RunningTask } from '../../../src-main/contract/app.contract.ts'

/** How fast a task goes and how long it will take; null while it is too early to say. */
export type TaskSpeed = { readonly perSecond: number; readonly secondsLeft: number | null }

export function taskSpeed(task: RunningTask, now: number): TaskSpeed | null {
  const seconds = (now - task.startedAt) / 1000
  if (task.done === null || task.done === 0 || seconds < 1) return null
  const perSecond = task.done / seconds
  const left = task.total === null ? null : Math.max(0, task.total - task.done) / perSecond
  return { perSecond, secondsLeft: left }
}
