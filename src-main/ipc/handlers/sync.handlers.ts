import { problem } from '../../domain/problem.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** Asking the carriers. */
export const syncHandlers = (
  engine: Engine,
): Pick<EngineHandlers, `sync.${'run' | 'state' | 'pause' | 'switchCarrier' | 'malformed' | 'unmapped'}`> => ({
  'sync.run': async ({ selection }, { signal, report }) => {
    const summary = await engine.scheduler.runByHand(selection, engine.asOf(), signal, report)
    if (signal.aborted) return fail(problem('cancelled', 'stopped; what was answered until then is stored'))
    return ok(summary)
  },
  'sync.state': async () => ok(await engine.syncState()),
  'sync.pause': async ({ paused }) => {
    await engine.scheduler.pause(paused)
    return ok({})
  },
  'sync.switchCarrier': async ({ carrier, on }) => {
    if (!engine.carriers.some(({ id }) => id === carrier)) {
      return fail(problem('carrier-unknown', `there is no carrier ${carrier}`))
    }
    await engine.switches.set(carrier, on)
    return ok({})
  },
  'sync.malformed': async () => ok(await engine.store.read.tracking.malformed()),
  'sync.unmapped': async () => ok(await engine.store.read.tracking.unmapped()),
})
