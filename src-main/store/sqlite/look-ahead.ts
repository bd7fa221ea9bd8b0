import type { ListMemory } from './list-memory.ts'

/** Lets lists look ahead while nobody asks anything: calls that came in meanwhile go first. */
export function lookAheadOf(lists: ListMemory): { go(): void; stop(): void } {
  let next: NodeJS.Immediate | null = null
  const go = (): void => {
    next ??= setImmediate(() => {
      next = null
      if (lists.lookAhead()) go()
    })
  }
  return { go, stop: () => next && clearImmediate(next) }
}
