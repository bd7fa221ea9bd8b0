import type { Command } from '../../commands/command.ts'
import { everythingSelected } from '../../ui/data-grid/row-selection.ts'
import { useParcelWork } from './parcel-work.store.ts'
import { useParcelsStore } from './parcels.store.ts'

type Screen = { readonly t: (key: string) => string; readonly search: () => void; readonly openExport: () => void }

/** What the keys and the palette do while the list of parcels is open. */
export function parcelCommands({ t, search, openExport }: Screen): Command[] {
  const store = useParcelsStore()
  const work = useParcelWork()
  const whenAny = (): string | null => (store.storedTotal ? null : t('parcels.commands.nothingYet'))
  const whenIdle = (): string | null => (work.updating ? t('parcels.commands.updating') : whenAny())
  return [
    {
      id: 'list.search',
      title: 'parcels.commands.search',
      group: 'screen',
      icon: 'i-lucide-search',
      shortcut: '/',
      unavailable: whenAny,
      run: search,
    },
    {
      id: 'parcels.export',
      title: 'parcels.commands.export',
      group: 'file',
      icon: 'i-lucide-download',
      shortcut: 'Ctrl+E',
      unavailable: whenAny,
      run: openExport,
    },
    {
      id: 'refresh',
      title: 'parcels.commands.update',
      group: 'selection',
      icon: 'i-lucide-refresh-cw',
      shortcut: 'F5',
      unavailable: whenIdle,
      run: () => work.update(store.chosen() ?? (store.openId === null ? null : { kind: 'ids', ids: [store.openId] })),
    },
    {
      id: 'parcels.selectAll',
      title: 'parcels.commands.selectAll',
      group: 'selection',
      icon: 'i-lucide-check-check',
      shortcut: 'Ctrl+A',
      unavailable: whenAny,
      run: () => (store.selection = everythingSelected),
    },
    {
      id: 'parcels.applyChanges',
      title: 'parcels.commands.applyChanges',
      group: 'screen',
      icon: 'i-lucide-refresh-ccw-dot',
      unavailable: () => (store.pendingCount > 0 ? null : t('parcels.commands.noChanges')),
      run: () => store.applyChanges(),
    },
  ]
}
