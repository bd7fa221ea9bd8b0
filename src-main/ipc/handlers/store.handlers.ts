import { problem } from '../../domain/problem.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Engine } from '../../engine/engine.ts'
import type { EngineHandlers } from '../handler.ts'

type Names = 'check' | 'backups' | 'backup' | 'examine' | 'restore' | 'copyTo' | 'restored' | 'restoredSeen'

/** The store's health and its copies. */
export const storeHandlers = ({
  store,
  clock,
  settings,
  restores,
}: Engine): Pick<EngineHandlers, `store.${Names}`> => ({
  'store.check': async () => {
    const { checked, found, version } = await store.check()
    return ok({ ok: found.length === 0, checked, found, version })
  },
  'store.backups': async () => ok(await store.backups()),
  'store.backup': async () => {
    const { backupsKept } = await settings.get()
    const made = await store.backup('by-hand', clock.now(), backupsKept)
    return typeof made === 'string' ? fail(problem(made, `the copy was not made: ${made}`)) : ok(made)
  },
  'store.examine': restores.examine,
  'store.restore': restores.restore,
  'store.copyTo': ({ file }) => restores.copyTo(file),
  'store.restored': async () => ok(await restores.restored()),
  'store.restoredSeen': async () => {
    await restores.seen()
    return ok({})
  },
})
