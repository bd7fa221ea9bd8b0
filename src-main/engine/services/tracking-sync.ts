import { setMaxListeners } from 'node:events'
import type { Carrier } from '../../carriers/carrier.ts'
import type { Clock } from '../../domain/clock.ts'
import type { ParcelId } from '../../domain/parcel.ts'
import type { ParcelSelection } from '../../domain/parcel-query.ts'
import type { TrackingOutcome } from '../../domain/tracking-check.ts'
import type { Logger } from '../../log/logger.ts'
import type { AsOf, DueParcel, Store } from '../../store/store.ts'
import { askCarrier, type Asked } from '../ask-carrier.ts'
import type { CarrierLine, CarrierLines } from '../carrier-lines.ts'
import type { CarrierSwitches } from '../carrier-switches.ts'
import type { ParcelChanges } from '../events.ts'
import { malformedKind } from '../malformed.ts'
import { nextAtOf } from '../next-check.ts'
import { createOutcomeBook, type OutcomeBook } from '../outcome-book.ts'
import { retryAt } from '../retry-time.ts'
import type { SilenceWatch } from '../silence.ts'

export type SyncProgress = {
  readonly done: number
  readonly total: number
  readonly changed: number
  readonly failed: number
  readonly carrier: string | null
}

export type SyncSummary = {
  readonly checked: number
  readonly changed: number
  readonly notFound: number
  readonly failed: number
  /** Nobody could be asked: no account, or no carrier. */
  readonly unasked: number
  /** Without a network: asked for, and looked up when it is back. */
  readonly queued: number
  readonly failures: Readonly<Record<string, number>>
  /** The parcels that failed; null when they are too many to name. */
  readonly failedIds: readonly ParcelId[] | null
  /** Their carrier is switched off, or the accounts that could still be asked about them. */
  readonly switchedOff: number
  /** A carrier that does not answer is still being asked about these, in the background. */
  readonly continuing: number
  readonly nextAt: number | null
}

/** Asks carriers about parcels and stores what they say. One run at a time: whoever calls sees to that. */
export type TrackingSync = {
  /** Everything due, until nothing is. */
  runDue(signal: AbortSignal, report: (progress: SyncProgress) => void): Promise<SyncSummary>
  /** Exactly these, now, ended and silent ones too. */
  runSelection(
    selection: ParcelSelection,
    asOf: AsOf,
    signal: AbortSignal,
    report: (progress: SyncProgress) => void,
  ): Promise<SyncSummary>
  /** What the run under way has come to so far; null when there is none. */
  soFar(): Promise<SyncSummary | null>
  /** Carriers that somebody may ask and that are not switched off, nor all their accounts. */
  askable(): Promise<readonly string[]>
}

export type TrackingSyncOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly carriers: readonly Carrier[]
  readonly lines: CarrierLines
  /** Told who is asked; absent where nobody waits at a screen. */
  readonly silence?: SilenceWatch | undefined
  readonly switches: Pick<CarrierSwitches, 'offSince'>
  readonly clock: Clock
  readonly random: () => number
  readonly changes: ParcelChanges
  readonly log: Logger
}

/** How many of a selection are taken from the store at once. */
const pageSize = 500

/** How many due parcels are taken at once: enough for all calls that may go out together, so that urgent ones come soon. */
const roundOf = ({ budget, capabilities }: Carrier): number =>
  Math.max(10, 2 * budget.concurrency * (capabilities.tracking?.maxCodesPerCall ?? 1))

/** Makes the service. */
export function createTrackingSync(options: TrackingSyncOptions): TrackingSync {
  const { store, lines, clock, log } = options
  const isOff = (id: string): boolean => options.switches.offSince(id) !== null
  const byId = new Map(options.carriers.map((carrier) => [carrier.id, carrier]))

  const linesTo = async (id: string): Promise<readonly CarrierLine[]> => {
    const carrier = byId.get(id)
    return carrier?.capabilities.tracking ? lines.to(carrier) : []
  }
  const askable = async () => {
    const ways = await Promise.all(
      options.carriers.map(async ({ id }) => ({ id, open: !isOff(id) && (await linesTo(id)).some(isOn) })),
    )
    return ways.filter(({ open }) => open).map(({ id }) => id)
  }

  /** Nothing may be asked of a carrier: it is off, or every account with it. */
  const standsOff = (id: string, ways: readonly CarrierLine[]): boolean =>
    isOff(id) || (ways.length > 0 && !ways.some(isOn))

  const nextAt = async () => nextAtOf(await store.read.tracking.summary(clock.now()), await askable())

  const outcomeOf = (parcel: DueParcel, asked: Asked): TrackingOutcome => {
    const at = clock.now()
    if (!asked.ok) {
      return {
        parcelId: parcel.id,
        at,
        kind: 'failed',
        failure: asked.error.code,
        retryAt: retryAt(asked.error, at, options.random),
        ...(asked.error.code === 'carrier.malformed-answer' && { malformed: malformedKind(asked.error.says ?? '') }),
      }
    }
    const { value } = asked
    if (value.kind === 'not-found') return { parcelId: parcel.id, at, kind: 'not-found', raw: value.raw }
    return {
      parcelId: parcel.id,
      at,
      kind: 'answered',
      events: value.events,
      promisedOn: value.promisedOn,
      raw: value.raw,
      account: value.account ?? null,
    }
  }

  /** Parcels that an account of several is known to answer for, with that account at the head of the ways. */
  const byAccount = async (parcels: readonly DueParcel[], ways: readonly CarrierLine[]) => {
    if (ways.length < 2) return [{ parcels, ways }]
    const accounts = await store.read.accounts.ofParcels(parcels.map(({ id }) => id))
    const known = ways.filter(({ account }) => account && [...accounts.values()].includes(account.id))
    const groups = known.map((way) => ({
      parcels: parcels.filter(({ id }) => accounts.get(id) === way.account?.id),
      ways: [way, ...ways.filter((other) => other !== way)],
    }))
    const grouped = new Set(groups.flatMap((group) => group.parcels.map(({ id }) => id)))
    return [...groups, { parcels: parcels.filter(({ id }) => !grouped.has(id)), ways }]
  }

  /** Asks about one carrier's parcels, several batches at once, and notes each outcome as it comes. */
  const askOne = async (id: string, parcels: readonly DueParcel[], book: OutcomeBook, signal: AbortSignal) => {
    const ways = await linesTo(id)
    if (standsOff(id, ways)) return book.switchedOff(parcels.length)
    const first = ways[0]
    const { tracking } = first?.carrier.capabilities ?? {}
    if (!first || !tracking) return book.unasked(parcels.length)
    const batches = (await byAccount(parcels, ways)).flatMap((group) =>
      inBatches(group.parcels, tracking.maxCodesPerCall).map((batch) => ({ batch, ways: group.ways })),
    )
    const work = async () => {
      for (let next = batches.shift(); next && !signal.aborted; next = batches.shift()) {
        const { batch } = next
        if (standsOff(id, next.ways)) {
          book.switchedOff(batch.length)
          continue
        }
        book.at(id)
        const codes = batch.map(({ code }) => code)
        const over = options.silence?.asking(id)
        const answers = await askCarrier(codes, next.ways, signal, log).finally(over)
        // A call that was broken off says nothing: its parcels stay due.
        const known = batch.flatMap((parcel) => {
          const asked = answers.get(parcel.code)
          return asked && (asked.ok || asked.error.code !== 'carrier.cancelled') ? [outcomeOf(parcel, asked)] : []
        })
        await book.note(id, known)
      }
    }
    await Promise.all(Array.from({ length: first.carrier.budget.concurrency }, work))
  }

  /** Asks about a page of a selection, all its carriers at once. */
  const askPage = async (rows: readonly Omit<DueParcel, 'urgent'>[], book: OutcomeBook, signal: AbortSignal) => {
    const parcels = rows.map(({ id, code, carrier }) => ({ id, code, carrier, urgent: true }))
    const askGroup = async (id: string) => {
      const over = options.silence?.working(id)
      const group = parcels.filter(({ carrier }) => carrier === id)
      await askOne(id, group, book, signal).finally(over)
    }
    await Promise.all([...new Set(parcels.map(({ carrier }) => carrier))].map(askGroup))
  }

  /** Asks one carrier about what was due at a moment; each parcel once, since its next check lies after that moment. */
  const pass = async (id: string, cutoff: number, book: OutcomeBook, signal: AbortSignal) => {
    const carrier = byId.get(id)
    const asked = new Set<ParcelId>()
    while (!signal.aborted && carrier && !standsOff(id, await linesTo(id))) {
      const due = await store.read.tracking.due(cutoff, roundOf(carrier), [id])
      const fresh = due.filter((parcel) => !asked.has(parcel.id))
      if (fresh.length === 0) {
        if (due.length > 0)
          log.error({ carrier: id, parcels: due.length }, 'parcels stay due after they were asked about')
        return
      }
      for (const parcel of fresh) asked.add(parcel.id)
      await askOne(id, fresh, book, signal)
      await book.write()
    }
  }

  /** Each carrier at its own pace: a slow one holds up nobody else. Again while new parcels fall due. */
  const untilNothingIsDue = async (id: string, book: OutcomeBook, signal: AbortSignal) => {
    const over = options.silence?.working(id)
    for (;;) {
      const before = book.answered(id)
      await pass(id, clock.now(), book, signal)
      // A carrier that is down would never let go: what only fails has its own time to come again.
      if (signal.aborted || book.answered(id) === before) break
    }
    over?.()
  }

  let current: OutcomeBook | undefined

  /** Runs with a book that others can look into meanwhile. */
  const inBook = async (book: OutcomeBook, work: () => Promise<void>): Promise<SyncSummary> => {
    current = book
    try {
      await work()
    } finally {
      current = undefined
    }
    return { ...book.summary(), continuing: 0, nextAt: await nextAt() }
  }

  const newBook = (total: number, report: (progress: SyncProgress) => void) =>
    createOutcomeBook({
      record: (outcomes) => store.write.tracking.record(outcomes),
      changes: options.changes,
      total,
      report,
      clock,
    })

  return {
    askable,
    async soFar() {
      const book = current
      if (!book) return null
      await book.write()
      return { ...book.summary(), continuing: book.remaining(), nextAt: await nextAt() }
    },
    async runDue(signal, report) {
      const carriers = await askable()
      const { due, dueByCarrier } = await store.read.tracking.summary(clock.now())
      const dueOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (dueByCarrier[id] ?? 0), 0)
      const mine = dueOf(carriers)
      const waiting = Object.keys(dueByCarrier).filter((id) => !carriers.includes(id))
      const off = await Promise.all(waiting.map(async (id) => (standsOff(id, await linesTo(id)) ? [id] : [])))
      const switchedOff = dueOf(off.flat())
      const book = newBook(mine, report)
      book.aside({ unasked: due - mine - switchedOff, switchedOff })
      setMaxListeners(0, signal)
      return inBook(book, async () => {
        await Promise.all(carriers.map((id) => untilNothingIsDue(id, book, signal)))
      })
    },
    async runSelection(selection, asOf, signal, report) {
      const book = newBook(await store.read.parcels.countSelection(selection, asOf), report)
      await store.write.tracking.ask(selection, asOf)
      setMaxListeners(0, signal)
      return inBook(book, async () => {
        let after: string | undefined
        do {
          const page = await store.read.parcels.select(selection, undefined, { after, limit: pageSize }, asOf)
          await askPage(page.rows, book, signal)
          after = page.next ?? undefined
        } while (after !== undefined && !signal.aborted)
        await book.write()
      })
    },
  }
}

const isOn = (line: CarrierLine): boolean => !line.isOff()

function inBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = []
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size))
  return batches
}
