import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = `personal.${'find' | 'export' | 'erase' | 'preview' | 'log'}`

/** Personal data. */
export const personalHandlers = ({ personal, experience }: Engine): Pick<EngineHandlers, Names> => ({
  'personal.find': async (person) => {
    const found = await personal.find(person)
    return ok({ ...found, rows: await experience.foresee(found.rows) })
  },
  'personal.export': ({ person, file }) => personal.exportTo(person, file),
  'personal.erase': (person) => personal.erase(person),
  'personal.preview': async ({ months }) => ok(await personal.preview(months)),
  'personal.log': async () => ok(await personal.log()),
})
