import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** What a day starts with. */
export const todayHandlers = ({ pictures }: Engine): Pick<EngineHandlers, 'today.pictures'> => ({
  'today.pictures': async () => ok(await pictures.draw()),
})
