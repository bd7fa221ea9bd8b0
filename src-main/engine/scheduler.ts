import type { Clock } from '../domain/clock.ts'
import type { ParcelSelection } from '../domain/parcel-query.ts'
import type { Logger } from '../log/logger.ts'
import type { AsOf, Store } from '../store/store.ts'
import { nextAtOf } from './next-check.ts'
import type { SilenceWatch } from './silence.ts'
import type { SyncProgress, SyncSummary, TrackingSync } from './services/tracking-sync.ts'

/** Sees to it that parcels are asked about when they are due, and that never two runs go on at once. */
export type Scheduler = {
  /** Begins to look by itself. */
  start(): void
  /** Ends what is under way and looks no more. */
  stop(): Promise<void>
  /** Something may have become due: look now. */
  kick(): void
  pause(paused: boolean): Promise<void>
  setOnline(online: boolean): void
  /**
   * Runs at once for a person: everything due, or these. A background run makes way. Without a network they are queued. Nobody
   * is made to wait for carriers that say nothing: the answer comes, and the run goes on in the background.
   */
  runByHand(
    selection: ParcelSelection | undefined,
    asOf: AsOf,
    signal: AbortSignal,
    report: (progress: SyncProgress) => void,
  ): Promise<SyncSummary>
  readonly running: boolean
  readonly paused: boolean
  readonly online: boolean
}

export type SchedulerOptions = {
  readonly sync: TrackingSync
  readonly store: Pick<Store, 'read' | 'write'>
  /** Time as parcels have it. */
  readonly clock: Clock
  /** Who says nothing; absent where nobody waits at a screen, and a run is waited for to its end. */
  readonly silence?: Pick<SilenceWatch, 'untilOnlySilence'> | undefined
  /** False: the other side is on this computer, and a network is not needed. */
  readonly needsNetwork: boolean
  readonly asOf: () => AsOf
  /** Something that is shown has changed. */
  readonly changed: () => void
  readonly log: Logger
}

/** The longest sleep: after it the clock is looked at again, which may have jumped while the computer slept. */
const longestSleep = 30_000
/** After a run that failed unexpectedly. */
const pauseAfterFailure = 60_000

const nothingAsked = {
  checked: 0,
  changed: 0,
  notFound: 0,
  failed: 0,
  unasked: 0,
  switchedOff: 0,
  continuing: 0,
  failures: {},
  failedIds: [],
} as const

const pausedKey = 'sync-paused'

/** Makes a scheduler that does nothing before `start`; `paused` is what a person chose the last time. */
export function createScheduler(options: SchedulerOptions, wasPaused: boolean): Scheduler {
  const { sync, store, clock, log, changed } = options
  let paused = wasPaused
  let online = true
  let runs = 0
  let stopped = false
  let loop: Promise<void> | undefined
  let wake = new AbortController()
  /** Runs that nobody waits for: they make way for a person. */
  const background = new Set<AbortController>()
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()

  const kick = () => wake.abort()
  const makeWay = () => {
    for (const run of background) run.abort()
  }
  const mayRun = () => !paused && !stopped && !reachesNobody()

  const reachesNobody = () => !online && options.needsNetwork

  /** Due from now on and before all else, in the order in which they were asked for: looked up when the network is back. */
  const queue = async (selection: ParcelSelection | undefined, asOf: AsOf): Promise<SyncSummary> => {
    const asked = selection ? await store.write.tracking.ask(selection, asOf) : undefined
    const summary = await store.read.tracking.summary(clock.now())
    changed()
    return { ...nothingAsked, queued: asked ?? summary.due, nextAt: nextAtOf(summary, await sync.askable()) }
  }

  /** One run after the other, in the order in which they were asked for. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(async () => {
      runs++
      changed()
      try {
        return await work()
      } finally {
        runs--
        changed()
      }
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  /** Runs in turn; once only silence is left, what has come is the answer, and the rest is a background run like any other. */
  const untilSilence = (run: AbortController, work: () => Promise<SyncSummary>): Promise<SyncSummary> =>
    new Promise((resolve, reject) => {
      const ended = new AbortController()
      const letGo = async () => {
        const summary = await sync.soFar()
        if (ended.signal.aborted || summary === null) return
        background.add(run)
        if (waiting > 0) run.abort()
        resolve(summary)
        kick()
      }
      waiting++
      const whole = inTurn(async () => {
        waiting--
        void options.silence?.untilOnlySilence(ended.signal).then(letGo).catch(reject)
        return work().finally(() => ended.abort())
      })
      const over = () => {
        background.delete(run)
        kick()
      }
      const failed = (error: unknown) => {
        if (background.has(run)) log.error({ err: error }, 'a run that went on in the background failed')
        reject(error)
      }
      whole.then(resolve, failed).finally(over)
    })

  const dueNow = async (): Promise<boolean> => {
    const [first] = await store.read.tracking.due(clock.now(), 1, await sync.askable())
    return first !== undefined
  }

  const lookOnce = async (): Promise<number> => {
    if (!mayRun()) return longestSleep
    if (await dueNow()) {
      const mine = new AbortController()
      background.add(mine)
      await inTurn(async () => (mayRun() ? sync.runDue(mine.signal, () => undefined) : undefined)).finally(() =>
        background.delete(mine),
      )
    }
    const nextAt = nextAtOf(await store.read.tracking.summary(clock.now()), await sync.askable())
    return nextAt === null ? longestSleep : Math.max(1000, Math.min(longestSleep, nextAt - clock.now()))
  }

  const lookForEver = async () => {
    while (!stopped) {
      const pause = await lookOnce().catch((error: unknown) => {
        log.error({ err: error }, 'a background run failed')
        return pauseAfterFailure
      })
      if (!stopped && !wake.signal.aborted) await clock.sleep(pause, wake.signal)
      wake = new AbortController()
    }
  }

  return {
    start() {
      loop ??= lookForEver()
    },
    async stop() {
      stopped = true
      makeWay()
      kick()
      await loop
      await turn
    },
    kick,
    async pause(next) {
      paused = next
      if (paused) makeWay()
      else kick()
      await store.write.kept.savePreference(pausedKey, paused ? 'yes' : null)
      changed()
    },
    setOnline(next) {
      if (next === online) return
      online = next
      changed()
      if (!online) {
        // What is broken off says nothing of a parcel: it stays due, without a failure in its history.
        if (reachesNobody()) makeWay()
        return
      }
      // What failed while there was no network is asked about now, not when its pause is over.
      const failing = { kind: 'query', query: { filter: { failing: true, watch: 'watched' } } } as const
      store.write.tracking
        .ask(failing, options.asOf())
        .catch((error: unknown) => log.error({ err: error }, 'parcels that failed could not be made due'))
        .finally(kick)
    },
    async runByHand(selection, asOf, signal, report) {
      if (reachesNobody()) return queue(selection, asOf)
      makeWay()
      const run = new AbortController()
      const stop = () => run.abort()
      signal.addEventListener('abort', stop, { once: true })
      if (signal.aborted) stop()
      return untilSilence(run, () =>
        selection ? sync.runSelection(selection, asOf, run.signal, report) : sync.runDue(run.signal, report),
      )
    },
    get running() {
      return runs > 0
    },
    get paused() {
      return paused
    },
    get online() {
      return online
    },
  }
}

/** Whether a person had paused the background the last time. */
export const wasPaused = async (store: Pick<Store, 'read'>): Promise<boolean> =>
  (await store.read.kept.preference(pausedKey)) !== null
