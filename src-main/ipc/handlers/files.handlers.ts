import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** Files that need no dialog. */
export const fileHandlers = ({ pasted }: Engine): Pick<EngineHandlers, 'files.paste'> => ({
  'files.paste': async ({ text }) => ok(pasted.keep(text)),
})
