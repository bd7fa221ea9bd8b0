import type { StoreBackup, StoreCheck } from '../store.ts'
import { backUp, copyTo, type BackupOrder } from './backup.ts'
import { checkStore } from './check.ts'
import type { InspectorContext } from './inspector-context.ts'
import { examineStore, restoreStore } from './restore.ts'

/** Long looks at the whole file, away from the threads that lists are read on. */
export const inspector = {
  checkStore: (context: InspectorContext): StoreCheck => checkStore(context.connection),
  backUp: (context: InspectorContext, order: BackupOrder): Promise<StoreBackup | 'disk-full' | 'backup-unsound'> =>
    backUp(context, order),
  copyTo,
  examineStore,
  restoreStore,
}
