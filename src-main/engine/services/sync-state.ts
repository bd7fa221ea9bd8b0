import type { Carrier } from '../../carriers/carrier.ts'
import type { Health } from '../../carriers/kit/health.ts'
import type { Clock } from '../../domain/clock.ts'
import type { AsOf, Store } from '../../store/store.ts'
import type { CarrierLine, CarrierLines } from '../carrier-lines.ts'
import type { CarrierSwitches } from '../carrier-switches.ts'
import { nextAtOf } from '../next-check.ts'
import type { Scheduler } from '../scheduler.ts'
import type { SilenceWatch } from '../silence.ts'
import type { CarrierHealthView, SyncView } from '../sync-view.ts'

export type SyncStateParts = {
  readonly store: Pick<Store, 'read'>
  readonly carriers: readonly Carrier[]
  readonly lines: CarrierLines
  readonly switches: Pick<CarrierSwitches, 'offSince'>
  readonly silence?: Pick<SilenceWatch, 'silentSince'> | undefined
  readonly scheduler: Pick<Scheduler, 'running' | 'paused' | 'online'>
  readonly clock: Clock
  readonly asOf: () => AsOf
}

/** How the watching of parcels stands, carrier by carrier. */
export async function syncState(parts: SyncStateParts): Promise<SyncView> {
  const { store, clock, scheduler } = parts
  const summary = await store.read.tracking.summary(clock.now())
  const tracking = parts.carriers.filter(({ capabilities }) => capabilities.tracking)
  const carriers = await Promise.all(
    tracking.map((carrier) => healthOf(carrier, parts, summary.dueByCarrier[carrier.id] ?? 0)),
  )
  return {
    running: scheduler.running,
    paused: scheduler.paused,
    online: scheduler.online,
    due: summary.due,
    watched: summary.watched,
    nextAt: nextAtOf(summary, askableOf(carriers.flat())),
    carriers: carriers.flat(),
  }
}

const askableOf = (carriers: readonly CarrierHealthView[]): string[] =>
  carriers
    .filter(({ state, account }) => state !== 'off' && !(state === 'no-account' && account === null))
    .map(({ carrier }) => carrier)

async function healthOf(carrier: Carrier, parts: SyncStateParts, due: number): Promise<CarrierHealthView[]> {
  const nobody = { account: null, since: null, nextTryAt: null, reason: null, lastAnswerAt: null }
  const offSince = parts.switches.offSince(carrier.id)
  if (offSince !== null) return [{ ...nobody, carrier: carrier.id, state: 'off', since: offSince, waiting: due }]
  const lines = await parts.lines.to(carrier)
  if (lines.length === 0) {
    return [{ ...nobody, carrier: carrier.id, state: due > 0 ? 'no-account' : 'idle', waiting: due }]
  }
  const silentSince = parts.silence?.silentSince(carrier.id) ?? null
  const allOff = lines.every((line) => line.isOff())
  return Promise.all(
    lines.map(async (line, index) => {
      if (line.isOff()) return { ...nobody, ...offState(line), waiting: allOff && index === 0 ? due : 0 }
      const health = orSilent(line.health(), silentSince)
      const waits = health.state === 'down' || health.state === 'refused'
      return {
        carrier: carrier.id,
        account: line.account?.id ?? null,
        ...health,
        waiting: waits ? await failingParcels(carrier.id, parts) : 0,
      }
    }),
  )
}

/** An account that is off; where all of a carrier's are, its parcels wait at the first. */
const offState = ({ carrier, account }: CarrierLine) =>
  ({ carrier: carrier.id, account: account?.id ?? null, state: 'off', since: account?.offSince ?? null }) as const

/** A carrier that answered before, or was not asked yet, and now lets us wait; one that is known to be down stays that. */
const orSilent = (health: Health, since: number | null): Health | (Omit<Health, 'state'> & { state: 'silent' }) =>
  since === null || health.state === 'down' || health.state === 'refused'
    ? health
    : { ...health, state: 'silent', since }

const failingParcels = (carrier: string, { store, asOf }: SyncStateParts): Promise<number> =>
  store.read.parcels.countSelection({ kind: 'query', query: { filter: { carrier: [carrier], failing: true } } }, asOf())
