import { parcels } from './0010-parcels.ts'
import { tracking } from './0020-tracking.ts'
import { accounts } from './0030-accounts.ts'
import { kept } from './0040-kept.ts'
import { search } from './0050-search.ts'
import { counts } from './0060-counts.ts'
import { undo } from './0070-undo.ts'
import { personalData } from './0072-personal-data.ts'
import { parcelAccounts } from './0074-parcel-accounts.ts'
import { presetChanges } from './0080-preset-changes.ts'
import { stillness } from './0090-stillness.ts'
import { promises } from './0092-promises.ts'
import { lateByCarrier } from './0094-late-by-carrier.ts'
import { malformedAnswers } from './0110-malformed-answers.ts'
import { accountSwitches } from './0116-account-switches.ts'
import { watchedFolder } from './0120-watched-folder.ts'
import { freightTables } from './0130-freight-tables.ts'
import { rateRules } from './0132-rate-rules.ts'
import { quotes } from './0140-quotes.ts'
import { quoteJobs } from './0142-quote-jobs.ts'
import { nextSecrets } from './0144-next-secrets.ts'
import type { Migration } from './migration.ts'

/** Every step from an empty file to today's database, in order. */
export const migrations: readonly Migration[] = [
  parcels,
  tracking,
  accounts,
  kept,
  search,
  counts,
  undo,
  personalData,
  parcelAccounts,
  presetChanges,
  stillness,
  promises,
  lateByCarrier,
  malformedAnswers,
  accountSwitches,
  watchedFolder,
  freightTables,
  rateRules,
  quotes,
  quoteJobs,
  nextSecrets,
]

/** The version that this application writes. */
export const newestVersion = Math.max(...migrations.map((migration) => migration.version))
