import { describeStore } from './store-contract.ts'
import { cleanUpStores, openTemporary } from './temporary-store.ts'

cleanUpStores()

describeStore('SQLite', () => openTemporary())
