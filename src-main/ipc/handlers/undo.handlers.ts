import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** Taking back what was done. */
export const undoHandlers = ({ undo }: Engine): Pick<EngineHandlers, `undo.${'list' | 'run'}`> => ({
  'undo.list': async () => ok(await undo.list()),
  'undo.run': ({ id }) => undo.run(id),
})
