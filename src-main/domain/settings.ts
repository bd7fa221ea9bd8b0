import { z } from 'zod'
import { locales, type Locale } from './locale.ts'
import { firstStalledAfter, StalledAfter } from './stillness.ts'

/** What a person may set for the whole application. */
export const Settings = z.strictObject({
  locale: z.enum(locales),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Business days without a new event after which a watched parcel counts as stalled, by its status. */
  stalledAfter: StalledAfter,
  /** A tone when a scanner reads a code twice; the sign on the screen comes either way. */
  scanTone: z.boolean(),
  /** How many daily backups are kept. */
  backupsKept: z.int().min(1).max(60),
  /** Months after which parcels whose story is over lose their personal data; null: never. */
  personalMonths: z.int().min(1).max(120).nullable(),
})
export type Settings = z.output<typeof Settings>

/** How it is before anybody set anything. */
export const firstSettings = (locale: Locale): Settings => ({
  locale,
  theme: 'system',
  density: 'compact',
  stalledAfter: firstStalledAfter,
  scanTone: true,
  backupsKept: 14,
  personalMonths: null,
})
