import type { Clock } from '../domain/clock.ts'

/** Tells which carriers have calls out and say nothing, so that no person waits for them. */
export type SilenceWatch = {
  /** A run has work with a carrier until the function that comes back is called. */
  working(carrier: string): () => void
  /** A call goes out; the function that comes back says that it is over, however it ended. */
  asking(carrier: string): () => void
  /** Since when a carrier has said nothing for too long; null: it answers, or nothing is asked of it. */
  silentSince(carrier: string): number | null
  /** Resolves when every carrier that a run still works with is silent; never when the signal comes first. */
  untilOnlySilence(signal: AbortSignal): Promise<void>
}

/** Two seconds are the longest that a person waits for a carrier; what is said after them has to be on the screen by then. */
export const patienceMs = 1_800

type Line = { runs: number; calls: number; quietFrom: number; silent: boolean; timer: AbortController }

/** Makes a watch; `clock` is the wall clock, for it is a person who waits. */
export function createSilenceWatch(clock: Clock, changed: () => void): SilenceWatch {
  const lines = new Map<string, Line>()
  const waiting = new Set<() => void>()

  const lineOf = (carrier: string): Line => {
    const known = lines.get(carrier)
    if (known) return known
    const made = { runs: 0, calls: 0, quietFrom: 0, silent: false, timer: new AbortController() }
    lines.set(carrier, made)
    return made
  }

  const tellIfOnlySilence = () => {
    const busy = [...lines.values()].filter(({ runs }) => runs > 0)
    if (busy.length === 0 || !busy.every(({ silent }) => silent)) return
    for (const tell of waiting) tell()
    waiting.clear()
  }

  /** The carrier gave a sign, or a first call goes out: the time of its silence begins anew. */
  const listenAgain = (line: Line) => {
    line.timer.abort()
    line.quietFrom = clock.now()
    if (line.silent) {
      line.silent = false
      changed()
    }
    if (line.calls === 0) return
    const timer = (line.timer = new AbortController())
    void clock.sleep(patienceMs, timer.signal).then(() => {
      if (timer.signal.aborted) return
      line.silent = true
      changed()
      tellIfOnlySilence()
    })
  }

  return {
    working(carrier) {
      const line = lineOf(carrier)
      line.runs++
      return () => {
        line.runs--
        tellIfOnlySilence()
      }
    },
    asking(carrier) {
      const line = lineOf(carrier)
      line.calls++
      if (line.calls === 1) listenAgain(line)
      return () => {
        line.calls--
        listenAgain(line)
      }
    },
    silentSince(carrier) {
      const line = lines.get(carrier)
      return line?.silent ? line.quietFrom : null
    },
    untilOnlySilence(signal) {
      return new Promise((resolve) => {
        waiting.add(resolve)
        signal.addEventListener('abort', () => waiting.delete(resolve), { once: true })
      })
    },
  }
}
