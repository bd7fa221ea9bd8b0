import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = `freightTables.${'list' | 'rows' | 'import' | 'export' | 'remove'}`

/** The shop's own freight tables. */
export const freightTableHandlers = ({ freightTables }: Engine): Pick<EngineHandlers, Names> => ({
  'freightTables.list': async () => ok(await freightTables.list()),
  'freightTables.rows': ({ id, ...page }) => freightTables.rows(id, page),
  'freightTables.import': (input, task) => freightTables.import(input, task),
  'freightTables.export': (input, task) => freightTables.export(input, task),
  'freightTables.remove': ({ id }) => freightTables.remove(id),
})
