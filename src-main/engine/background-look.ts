import type { Clock } from '../domain/clock.ts'
import type { Logger } from '../log/logger.ts'

/** Something that the engine looks after by itself, now and then, while the application runs. */
export type BackgroundLook = {
  start(): void
  /** Looks soon: what it depends on has changed. */
  kick(): void
  /** No new look; waits for the one under way, whose signal is aborted. */
  stop(): Promise<void>
}

export type BackgroundLookOptions = {
  readonly clock: Clock
  readonly log: Pick<Logger, 'error'>
  /** After the start, so that the first screens have the disk for themselves. */
  readonly firstWaitMs: number
  /** Between the end of one look and the next. */
  readonly intervalMs: number
  /** What a failure is logged as; the next look comes all the same. */
  readonly failure: string
  readonly look: (signal: AbortSignal) => Promise<void>
}

/** Makes it; nothing happens before `start`. */
export function createBackgroundLook(options: BackgroundLookOptions): BackgroundLook {
  const { clock, log, look } = options
  const ending = new AbortController()
  let waking = new AbortController()
  let kicked = false
  let loop: Promise<void> | undefined

  const wait = async (ms: number) => {
    waking = new AbortController()
    if (!kicked) await clock.sleep(ms, AbortSignal.any([waking.signal, ending.signal]))
  }

  const lookForEver = async () => {
    await wait(options.firstWaitMs)
    while (!ending.signal.aborted) {
      kicked = false
      await look(ending.signal).catch((error: unknown) => log.error({ err: error }, options.failure))
      await wait(options.intervalMs)
    }
  }

  return {
    start() {
      loop ??= lookForEver()
    },
    kick() {
      kicked = true
      waking.abort()
    },
    async stop() {
      ending.abort()
      await loop
    },
  }
}
