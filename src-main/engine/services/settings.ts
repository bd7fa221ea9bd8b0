import type { Locale } from '../../domain/locale.ts'
import { firstSettings, Settings } from '../../domain/settings.ts'
import type { Store } from '../../store/store.ts'
import type { EventBus } from '../events.ts'

/** What is set for the whole application. */
export type SettingsService = {
  get(): Promise<Settings>
  /** Changes what is given and leaves the rest; answers all of it. */
  save(change: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>
}

/** Where settings are kept; pages keep theirs under other names. */
const key = 'settings'

const Stored = Settings.partial().catch({})

/** Makes the service. What is stored and no longer fits (an older version's) counts as not set. */
export function createSettings(store: Pick<Store, 'read' | 'write'>, bus: EventBus, locale: Locale): SettingsService {
  const stored = async () => {
    const text = await store.read.kept.preference(key)
    return text === null ? {} : definedOnly(Stored.parse(parsed(text)))
  }
  const get = async (): Promise<Settings> => ({ ...firstSettings(locale), ...(await stored()) })
  return {
    get,
    async save(change) {
      await store.write.kept.savePreference(key, JSON.stringify({ ...(await stored()), ...definedOnly(change) }))
      const settings = await get()
      bus.emit('settings.changed', settings)
      return settings
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** A copy without the fields that are undefined. */
function definedOnly<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
