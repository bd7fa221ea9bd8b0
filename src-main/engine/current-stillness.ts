import type { CalendarCountries } from '../domain/holidays.ts'
import type { StillnessRules } from '../domain/stillness.ts'
import type { EventBus } from './events.ts'
import type { SettingsService } from './services/settings.ts'

/** What counts as standing still, by the settings as they are now and the carriers' countries; follows what a person sets. */
export async function currentStillness(
  settings: Pick<SettingsService, 'get'>,
  countries: CalendarCountries,
  bus: Pick<EventBus, 'listen'>,
): Promise<() => StillnessRules> {
  let rules: StillnessRules = { after: (await settings.get()).stalledAfter, countries }
  bus.listen((event) => {
    if (event.name === 'settings.changed') rules = { after: event.payload.stalledAfter, countries }
  })
  return () => rules
}
