import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useCommandsStore } from '../../commands/commands.store.ts'
import { useParcelViews } from './parcel-views.store.ts'

/** Offers every saved view as a command, wherever one is: `Alt` and its digit, or its name in the palette. */
export function useViewCommands(): void {
  const commands = useCommandsStore()
  const views = useParcelViews()
  const router = useRouter()
  let withdraw: (() => void) | undefined

  const offer = (): void => {
    withdraw?.()
    withdraw = commands.register(
      views.views.map((view) => {
        const digit = views.keys[view.id] ?? 0
        return {
          id: `view:${view.id}`,
          title: 'commands.view',
          words: { name: view.name },
          group: 'views' as const,
          icon: 'i-lucide-bookmark',
          ...(digit > 0 ? { shortcut: `Alt+${digit}` } : {}),
          run: () => router.push({ path: '/parcels', query: { view: String(view.id) } }),
        }
      }),
    )
  }

  onMounted(() => void views.read())
  watch(() => [views.views, views.keys], offer, { immediate: true })
  onBeforeUnmount(() => withdraw?.())
}
