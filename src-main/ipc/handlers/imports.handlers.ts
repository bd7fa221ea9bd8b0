import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = `imports.${'inspect' | 'check' | 'run' | 'presets' | 'savePreset' | 'removePreset'}`

/** Files in. */
export const importHandlers = ({ imports }: Engine): Pick<EngineHandlers, Names> => ({
  'imports.inspect': (input) => imports.inspect(input),
  'imports.check': (input, task) => imports.check(input, task),
  'imports.run': (input, task) => imports.run(input, task),
  'imports.presets': async () => ok(await imports.presets()),
  'imports.savePreset': (preset) => imports.savePreset(preset),
  'imports.removePreset': ({ id }) => imports.removePreset(id),
})
