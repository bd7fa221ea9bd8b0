import type { Clock } from '../../domain/clock.ts'

/** How far the work on a file is. */
export type ImportProgress = {
  readonly file: string
  /** In `finishing`, `done` and `total` count steps after the last row, not rows. */
  readonly phase: 'reading' | 'storing' | 'finishing'
  readonly done: number
  /** Estimated from the bytes read; null while unknown. */
  readonly total: number | null
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
  readonly rejected: number
}

/** Tells a listener how far a file is, at most ten times a second. */
export type ProgressMeter = {
  /** `share` of the file that has been read, 0 to 1. */
  at(done: number, rejected: number, share: number): void
  /** The last state is always told. */
  end(done: number, rejected: number): void
  /** Steps after the last row: few and long, so each is told. */
  finishing(done: number, total: number, rejected: number): void
}

const pauseMs = 100

/** A meter for one file. */
export function progressMeter(
  file: string,
  phase: ImportProgress['phase'],
  clock: Pick<Clock, 'now'>,
  report: (progress: ImportProgress) => void,
): ProgressMeter {
  const startedAt = clock.now()
  let toldAt = Number.NEGATIVE_INFINITY
  const tell = (done: number, rejected: number, total: number | null): void => {
    const seconds = (clock.now() - startedAt) / 1000
    const rowsPerSecond = seconds > 0 ? Math.round(done / seconds) : 0
    const secondsLeft =
      total === null || rowsPerSecond === 0 ? null : Math.ceil(Math.max(0, total - done) / rowsPerSecond)
    report({ file, phase, done, total, rowsPerSecond, secondsLeft, rejected })
  }
  return {
    at(done, rejected, share) {
      const now = clock.now()
      if (now - toldAt < pauseMs) return
      toldAt = now
      tell(done, rejected, share > 0 ? Math.max(done, Math.round(done / share)) : null)
    },
    end: (done, rejected) => tell(done, rejected, done),
    finishing: (done, total, rejected) =>
      report({ file, phase: 'finishing', done, total, rowsPerSecond: 0, secondsLeft: null, rejected }),
  }
}
