import { ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

/** The folder whose files are imported by themselves. */
export const watchedFolderHandlers = ({
  watchedFolder,
}: Engine): Pick<EngineHandlers, `watchedFolder.${'get' | 'save' | 'look'}`> => ({
  'watchedFolder.get': async () => ok(await watchedFolder.view()),
  'watchedFolder.save': (change) => watchedFolder.save(change),
  'watchedFolder.look': (_input, task) => watchedFolder.look(task),
})
