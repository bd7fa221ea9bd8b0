import { z } from 'zod'
import { locales, type Locale } from './locale.ts'

/** What a person may set for the whole application. */
export const Settings = z.strictObject({
  locale: z.enum(locales),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** A tone when a scanner reads a code twice; the sign on the screen comes either way. */
  scanTone: z.boolean(),
  /** Days without a new event after which a watched parcel counts as stalled. */
  stalledAfterDays: z.int().min(1).max(90),
  /** How many daily backups are kept. */
  backupsKept: z.int().min(1).max(60),
})
export type Settings = z.output<typeof Settings>

/** How it is before anybody set anything. */
export const firstSettings = (locale: Locale): Settings => ({
  locale,
  theme: 'system',
  density: 'compact',
  scanTone: true,
  stalledAfterDays: 7,
  backupsKept: 14,
})
