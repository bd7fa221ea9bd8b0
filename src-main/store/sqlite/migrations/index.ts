import { parcels } from './0010-parcels.ts'
import { tracking } from './0020-tracking.ts'
import { accounts } from './0030-accounts.ts'
import { kept } from './0040-kept.ts'
import { search } from './0050-search.ts'
import { counts } from './0060-counts.ts'
import { malformedAnswers } from './0110-malformed-answers.ts'
import type { Migration } from './migration.ts'

/** Every step from an empty file to today's database, in order. */
export const migrations: readonly Migration[] = [parcels, tracking, accounts, kept, search, counts, malformedAnswers]

/** The version that this application writes. */
export const newestVersion = Math.max(...migrations.map((migration) => migration.version))
