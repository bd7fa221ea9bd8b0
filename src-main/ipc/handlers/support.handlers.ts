import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** What somebody who helps needs to know. */
export const supportHandlers = ({ support }: Engine): Pick<EngineHandlers, `support.${'collect' | 'save'}`> => ({
  'support.collect': async () => ok(await support.collect()),
  'support.save': (order) => support.save(order),
})
