import { expect, it, onTestFinished, vi } from 'vitest'
import type { ParcelSelection } from '../../../src-main/domain/parcel-query.ts'
import { createScheduler, wasPaused } from '../../../src-main/engine/scheduler.ts'
import type { SyncSummary, TrackingSync } from '../../../src-main/engine/services/tracking-sync.ts'
import { silentLog } from '../../../src-main/log/logger.ts'
import type { Store } from '../../../src-main/store/store.ts'

const nothing: SyncSummary = {
  checked: 0,
  changed: 0,
  notFound: 0,
  failed: 0,
  unasked: 0,
  switchedOff: 0,
  continuing: 0,
  queued: 0,
  failures: {},
  failedIds: [],
  nextAt: null,
}

/** A clock that sleeps until a test wakes it, and says when somebody has fallen asleep. */
function handClock() {
  let now = 1_000_000
  let sleepers: (() => void)[] = []
  let asleep: (() => void)[] = []
  return {
    now: () => now,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted) return resolve()
        signal?.addEventListener('abort', () => resolve())
        sleepers.push(resolve)
        for (const tell of asleep) tell()
        asleep = []
      }),
    /** Resolves when the next sleep begins. */
    fallsAsleep: () => new Promise<void>((resolve) => asleep.push(resolve)),
    wake(ms: number) {
      now += ms
      for (const wake of sleepers) wake()
      sleepers = []
    },
  }
}

/** A scheduler over a store where one parcel is due whenever `due` says so. */
function underTest(more: { needsNetwork?: boolean; paused?: boolean } = {}) {
  const clock = handClock()
  const state = { due: false }
  const preferences = new Map<string, string | null>()
  const parcel = { id: 1, code: 'A', carrier: 'correios', urgent: false }
  const asked = vi.fn(async () => 0)
  const store = {
    read: {
      kept: { preference: async (key: string) => preferences.get(key) ?? null },
      tracking: {
        due: async () => (state.due ? [parcel] : []),
        summary: async () => ({ due: state.due ? 1 : 0, nextAtByCarrier: {} }),
      },
    },
    write: {
      kept: { savePreference: async (key: string, value: string | null) => void preferences.set(key, value) },
      tracking: { ask: asked },
    },
  } as unknown as Store
  const sync = {
    askable: async () => ['correios'],
    soFar: async () => null,
    runSelection: vi.fn<TrackingSync['runSelection']>(async () => nothing),
    runDue: vi.fn<TrackingSync['runDue']>(async () => {
      state.due = false
      return nothing
    }),
  }
  const scheduler = createScheduler(
    {
      sync,
      store,
      clock,
      needsNetwork: more.needsNetwork ?? true,
      asOf: () => ({ now: clock.now(), today: '2026-11-22' }),
      changed: () => undefined,
      log: silentLog,
    },
    more.paused ?? false,
  )
  onTestFinished(() => scheduler.stop())
  const start = async () => {
    const asleep = clock.fallsAsleep()
    scheduler.start()
    await asleep
  }
  /** Something happens, and the scheduler looks and falls asleep again. */
  const after = async (happens: () => void) => {
    const asleep = clock.fallsAsleep()
    happens()
    await asleep
  }
  return { scheduler, sync, clock, state, store, asked, start, after }
}

it('runs what is due at the start, and again when the clock has come to something', async () => {
  const { sync, clock, state, start, after } = underTest()
  state.due = true
  await start()
  expect(sync.runDue).toHaveBeenCalledTimes(1)
  await after(() => clock.wake(30_000))
  expect(sync.runDue).toHaveBeenCalledTimes(1)
  state.due = true
  // The computer slept for a night.
  await after(() => clock.wake(10 * 3_600_000))
  expect(sync.runDue).toHaveBeenCalledTimes(2)
})

it('looks at once when it is told that something may be due', async () => {
  const { scheduler, sync, state, start, after } = underTest()
  await start()
  state.due = true
  await after(() => scheduler.kick())
  expect(sync.runDue).toHaveBeenCalledTimes(1)
})

it('does nothing while paused, remembers it, and goes on afterwards; by hand it always runs', async () => {
  const { scheduler, sync, state, store, start, after } = underTest()
  await start()
  await scheduler.pause(true)
  expect(await wasPaused(store)).toBe(true)
  state.due = true
  await after(() => scheduler.kick())
  expect(sync.runDue).not.toHaveBeenCalled()
  await after(() => void scheduler.pause(false))
  expect(sync.runDue).toHaveBeenCalledTimes(1)
  await scheduler.pause(true)
  await scheduler.runByHand(undefined, { now: 0, today: '2026-11-22' }, new AbortController().signal, () => undefined)
  expect(sync.runDue).toHaveBeenCalledTimes(2)
})

it('waits for the network, and looks at once when it is back', async () => {
  const { scheduler, sync, state, asked, start, after } = underTest()
  scheduler.setOnline(false)
  state.due = true
  await start()
  expect(sync.runDue).not.toHaveBeenCalled()
  await after(() => scheduler.setOnline(true))
  expect(sync.runDue).toHaveBeenCalledTimes(1)
  // What failed meanwhile was made due.
  expect(asked).toHaveBeenCalledOnce()
})

it('queues what a person asks for while there is no network, and asks nobody', async () => {
  const { scheduler, sync, state, asked } = underTest()
  const asOf = { now: 7, today: '2026-11-22' }
  const byHand = (selection?: ParcelSelection) =>
    scheduler.runByHand(selection, asOf, new AbortController().signal, () => undefined)
  scheduler.setOnline(false)
  asked.mockResolvedValueOnce(3)
  expect(await byHand({ kind: 'ids', ids: [1, 2, 3] })).toMatchObject({ queued: 3, checked: 0, failed: 0 })
  expect(asked).toHaveBeenCalledWith({ kind: 'ids', ids: [1, 2, 3] }, asOf)
  state.due = true
  expect(await byHand()).toMatchObject({ queued: 1 })
  expect(sync.runSelection).not.toHaveBeenCalled()
  expect(sync.runDue).not.toHaveBeenCalled()
})

it('breaks a background run off when the network goes, so that nothing counts as failed', async () => {
  const { scheduler, sync, state } = underTest()
  const begun = new Promise<AbortSignal>((resolve) => {
    sync.runDue.mockImplementationOnce(async (signal) => {
      state.due = false
      resolve(signal)
      await new Promise<void>((ended) => signal.addEventListener('abort', () => ended()))
      return nothing
    })
  })
  state.due = true
  scheduler.start()
  const signal = await begun
  scheduler.setOnline(false)
  expect(signal.aborted).toBe(true)
})

it('needs no network for carriers on this computer', async () => {
  const { scheduler, sync, state, start } = underTest({ needsNetwork: false })
  scheduler.setOnline(false)
  state.due = true
  await start()
  expect(sync.runDue).toHaveBeenCalledTimes(1)
})

it('goes on after a run that failed unexpectedly', async () => {
  const { sync, clock, state, start, after } = underTest()
  sync.runDue.mockRejectedValueOnce(new Error('unforeseen'))
  state.due = true
  await start()
  await after(() => clock.wake(60_000))
  expect(sync.runDue).toHaveBeenCalledTimes(2)
})

it('never has two runs at once: the background makes way, people wait for each other', async () => {
  const { scheduler, sync, state, clock } = underTest()
  const order: string[] = []
  let runs = 0
  const run = (name: string) => async (signal: AbortSignal) => {
    expect(++runs).toBe(1)
    order.push(`${name} begins`)
    if (name === 'background') await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    state.due = false
    order.push(`${name} ends`)
    runs--
    return nothing
  }
  const begun = new Promise<void>((resolve) => {
    sync.runDue.mockImplementationOnce((signal) => {
      resolve()
      return run('background')(signal)
    })
  })
  sync.runSelection.mockImplementation((selection, _, signal) => run(selection.kind)(signal))
  state.due = true
  scheduler.start()
  await begun
  expect(scheduler.running).toBe(true)
  const asOf = { now: clock.now(), today: '2026-11-22' }
  const signal = new AbortController().signal
  await Promise.all([
    scheduler.runByHand({ kind: 'ids', ids: [1] }, asOf, signal, () => undefined),
    scheduler.runByHand({ kind: 'query', query: {} }, asOf, signal, () => undefined),
  ])
  expect(order).toEqual([
    'background begins',
    'background ends',
    'ids begins',
    'ids ends',
    'query begins',
    'query ends',
  ])
  expect(scheduler.running).toBe(false)
})
