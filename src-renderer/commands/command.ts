import type { Shortcut } from './shortcut.ts'

/** Where a command stands in the palette and in the overview of keys; in this order. */
export const commandGroups = ['places', 'views', 'screen', 'selection', 'file', 'application'] as const
export type CommandGroup = (typeof commandGroups)[number]

/**
 * Something a person can do, written once: buttons, menu, palette and keys all run it.
 *
 * A command that can't be run now says why in `unavailable` and is shown disabled with that reason.
 */
export type Command = {
  /** Stable: the application's menu names commands by it. */
  readonly id: string
  /** i18n key. */
  readonly title: string
  /** What stands in the title's gaps: the name of a thing that people named. */
  readonly words?: Readonly<Record<string, string>>
  readonly group: CommandGroup
  readonly icon?: string
  readonly shortcut?: Shortcut
  /** Reason why not now, as a sentence; null when it can be run. Absent: always. */
  readonly unavailable?: () => string | null
  /** Not offered in the palette: a key that only means something where one is. */
  readonly keyOnly?: boolean
  readonly run: () => unknown
}
