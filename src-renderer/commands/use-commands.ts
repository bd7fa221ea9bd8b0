import { onActivated, onBeforeUnmount, onDeactivated, onMounted } from 'vue'
import type { Command } from './command.ts'
import { useCommandsStore } from './commands.store.ts'

/** Offers the commands of a screen while it is open. */
export function useCommands(list: readonly Command[]): void {
  const store = useCommandsStore()
  let unregister: (() => void) | undefined
  const offer = (): void => {
    unregister ??= store.register(list)
  }
  const withdraw = (): void => {
    unregister?.()
    unregister = undefined
  }
  onMounted(offer)
  onActivated(offer)
  onDeactivated(withdraw)
  onBeforeUnmount(withdraw)
}
