import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = 'app.info' | `settings.${'get' | 'save'}` | `preferences.${'get' | 'save'}` | `tasks.${'list' | 'stop'}`

/** Pages keep their state under names of their own, so that none of them can write over a setting. */
const ofScreens = (key: string): string => `screen/${key}`

/** The application itself, what is set, what is under way. */
export const appHandlers = (engine: Engine): Pick<EngineHandlers, Names> => ({
  'app.info': async () => ok(await engine.info()),
  'settings.get': async () => ok(await engine.settings.get()),
  'settings.save': async (change) => ok(await engine.settings.save(change)),
  'preferences.get': async ({ key }) => ok({ value: await engine.store.read.kept.preference(ofScreens(key)) }),
  'preferences.save': async ({ key, value }) => {
    await engine.store.write.kept.savePreference(ofScreens(key), value)
    return ok({})
  },
  'tasks.list': async () => ok(engine.tasks.list()),
  'tasks.stop': async ({ id }) => {
    engine.tasks.stop(id)
    return ok({})
  },
})
