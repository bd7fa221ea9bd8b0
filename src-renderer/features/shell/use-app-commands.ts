import type { Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { Command } from '../../commands/command.ts'
import { useUndo } from '../parcels/undo.store.ts'
import { useAppStore } from './app.store.ts'
import { places } from './places.ts'
import { useSyncStore } from './sync.store.ts'

/** The commands that every screen has: the places, import, asking the carriers, theme, keys. */
export function useAppCommands(open: { palette: Ref<boolean>; keys: Ref<boolean> }): Command[] {
  const router = useRouter()
  const app = useAppStore()
  const sync = useSyncStore()
  const undo = useUndo()

  const goTo = places.map<Command>((place, index) => ({
    id: `go:${place.path.slice(1)}`,
    title: place.title,
    group: 'places',
    icon: place.icon,
    shortcut: `Ctrl+${index + 1}`,
    run: () => router.push(place.path),
  }))

  return [
    ...goTo,
    {
      id: 'search',
      title: 'commands.search',
      group: 'application',
      icon: 'i-lucide-search',
      shortcut: 'Ctrl+K',
      keyOnly: true,
      run: () => (open.palette.value = true),
    },
    {
      id: 'keys',
      title: 'commands.keys',
      group: 'application',
      icon: 'i-lucide-keyboard',
      shortcut: '?',
      run: () => (open.keys.value = true),
    },
    {
      id: 'import',
      title: 'commands.import',
      group: 'file',
      icon: 'i-lucide-file-down',
      shortcut: 'Ctrl+I',
      run: () => router.push('/import'),
    },
    {
      id: 'paste',
      title: 'commands.paste',
      group: 'file',
      icon: 'i-lucide-clipboard-paste',
      shortcut: 'Ctrl+Shift+V',
      run: () => router.push('/import?paste=1'),
    },
    {
      id: 'refresh',
      title: 'commands.askCarriers',
      group: 'application',
      icon: 'i-lucide-refresh-cw',
      shortcut: 'F5',
      run: () => sync.askNow(),
    },
    {
      id: 'undo',
      title: 'commands.undo',
      group: 'application',
      icon: 'i-lucide-undo-2',
      shortcut: 'Ctrl+Z',
      run: () => undo.run(),
    },
    {
      id: 'sync.pause',
      title: 'commands.pauseTracking',
      group: 'application',
      icon: 'i-lucide-pause',
      run: () => sync.pause(sync.state?.paused !== true),
    },
    {
      id: 'accounts.add',
      title: 'commands.addAccount',
      group: 'application',
      icon: 'i-lucide-key-round',
      run: () => router.push('/accounts?add=1'),
    },
    {
      id: 'theme.toggle',
      title: 'commands.theme',
      group: 'application',
      icon: 'i-lucide-sun-moon',
      run: () => app.save({ theme: app.dark ? 'light' : 'dark' }),
    },
  ]
}
