import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useFeedback } from '../ui/feedback.ts'
import { commandGroups, type Command } from './command.ts'

/** Every command that can be given now: the application's own and those of the screen that is open. */
export const useCommandsStore = defineStore('commands', () => {
  const feedback = useFeedback()
  const registered = shallowRef<readonly (readonly Command[])[]>([])

  /** Of two commands with one id or one shortcut, the screen's goes before the application's: last come, first asked. */
  const commands = computed(() => {
    const byId = new Map(registered.value.flat().map((command) => [command.id, command]))
    return [...byId.values()].sort((a, b) => commandGroups.indexOf(a.group) - commandGroups.indexOf(b.group))
  })

  const byShortcut = computed(() => {
    const newestLast = registered.value.flat().filter((command) => command.shortcut !== undefined)
    return new Map(newestLast.map((command) => [command.shortcut, command]))
  })

  /** Offers commands until the function that comes back is called. */
  function register(list: readonly Command[]): () => void {
    registered.value = [...registered.value, list]
    return () => {
      registered.value = registered.value.filter((other) => other !== list)
    }
  }

  /** Runs a command, or says why it can't be run. False: there is no such command here. */
  function run(id: string): boolean {
    const command = commands.value.find((other) => other.id === id)
    if (command) start(command)
    return command !== undefined
  }

  /** Runs the command of a shortcut; false when none has it. */
  function press(shortcut: string): boolean {
    const command = byShortcut.value.get(shortcut)
    if (command) start(command)
    return command !== undefined
  }

  function start(command: Command): void {
    const reason = command.unavailable?.() ?? null
    if (reason === null) void command.run()
    else feedback.note(reason)
  }

  return { commands, register, run, press }
})
