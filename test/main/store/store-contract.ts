import { describeFreight } from './contract/freight.ts'
import { describeImports } from './contract/imports.ts'
import { describeKept } from './contract/kept.ts'
import { describeLists } from './contract/lists.ts'
import { describeParcels } from './contract/parcels.ts'
import { describeTracking } from './contract/tracking.ts'
import { describeUndo } from './contract/undo.ts'
import { describe } from 'vitest'
import type { Store } from '../../../src-main/store/store.ts'

/** An empty store; the caller closes it and throws it away after the test. */
export type OpenStore = () => Promise<Store>

/** What every implementation of the `Store` port must do. Run it with another `open` to prove another implementation. */
export function describeStore(name: string, open: OpenStore): void {
  describe(`${name}: the store's contract`, { timeout: 60_000 }, () => {
    describeImports(open)
    describeLists(open)
    describeParcels(open)
    describeTracking(open)
    describeKept(open)
    describeUndo(open)
    describeFreight(open)
  })
}
