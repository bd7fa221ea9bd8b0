import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'
import { accountHandlers } from './accounts.handlers.ts'
import { appHandlers } from './app.handlers.ts'
import { fileHandlers } from './files.handlers.ts'
import { freightTableHandlers } from './freight-tables.handlers.ts'
import { importHandlers } from './imports.handlers.ts'
import { parcelHandlers } from './parcels.handlers.ts'
import { personalHandlers } from './personal.handlers.ts'
import { quoteHandlers } from './quotes.handlers.ts'
import { rateRuleHandlers } from './rate-rules.handlers.ts'
import { storeHandlers } from './store.handlers.ts'
import { supportHandlers } from './support.handlers.ts'
import { syncHandlers } from './sync.handlers.ts'
import { undoHandlers } from './undo.handlers.ts'
import { todayHandlers } from './today.handlers.ts'
import { watchedFolderHandlers } from './watched-folder.handlers.ts'

/** A handler for every procedure that needs no window; one that lacks does not compile. */
export const engineHandlers = (engine: Engine): EngineHandlers => ({
  ...appHandlers(engine),
  ...fileHandlers(engine),
  ...importHandlers(engine),
  ...parcelHandlers(engine),
  ...accountHandlers(engine),
  ...syncHandlers(engine),
  ...storeHandlers(engine),
  ...undoHandlers(engine),
  ...personalHandlers(engine),
  ...todayHandlers(engine),
  ...supportHandlers(engine),
  ...watchedFolderHandlers(engine),
  ...quoteHandlers(engine),
  ...freightTableHandlers(engine),
  ...rateRuleHandlers(engine),
})
