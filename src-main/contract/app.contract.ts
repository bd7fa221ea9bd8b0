import { z } from 'zod'
import { Settings } from '../domain/settings.ts'
import { command, event, query } from './define.ts'

export { locales, type Locale } from '../domain/locale.ts'
export { Settings }

export const AppInfo = z.strictObject({
  version: z.string(),
  dataDir: z.string(),
  /** The demonstration: sample data, the sandbox, a data folder that is thrown away on leaving. */
  demo: z.boolean(),
  /** Where every carrier is asked, when it is a sandbox; null: the carriers themselves. */
  sandbox: z.string().nullable(),
  /** Nothing was imported and no account entered yet. */
  firstStart: z.boolean(),
  keychain: z.enum(['available', 'unavailable']),
  versions: z.record(z.string(), z.string()),
})
export type AppInfo = z.output<typeof AppInfo>

/** A task under way or just ended, for the list of work in progress. */
export const RunningTask = z.strictObject({
  id: z.string(),
  procedure: z.string(),
  startedAt: z.int(),
  /** File or carrier it is about. */
  subject: z.string().nullable(),
  done: z.int().nonnegative().nullable(),
  total: z.int().nonnegative().nullable(),
  state: z.enum(['running', 'stopping', 'done', 'failed', 'cancelled']),
  error: z.string().nullable(),
})
export type RunningTask = z.output<typeof RunningTask>

export const app = {
  'app.info': query({ input: z.strictObject({}), output: AppInfo }),
  /** Opens the demonstration: the application starts again on sample data. */
  'app.startDemo': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: ['demo-not-opened'],
  }),
  /** Leaves the demonstration; its data folder is thrown away. */
  'app.leaveDemo': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: ['own-data-not-opened'],
  }),
  /** Opens a carrier's public page of a parcel in the system's browser. */
  'app.openTrackingPage': command({
    input: z.strictObject({ id: z.int().positive() }),
    output: z.strictObject({}),
    errors: ['parcel-unknown', 'no-public-page'],
  }),
  'settings.get': query({ input: z.strictObject({}), output: Settings }),
  'settings.save': command({ input: Settings.partial(), output: Settings }),
  'settings.changed': event({ output: Settings }),
  /** State of a screen (columns, widths, filters, scroll), kept as the screen wrote it. */
  'preferences.get': query({
    input: z.strictObject({ key: z.string().min(1).max(80) }),
    output: z.strictObject({ value: z.string().nullable() }),
  }),
  'preferences.save': command({
    input: z.strictObject({ key: z.string().min(1).max(80), value: z.string().max(100_000).nullable() }),
    output: z.strictObject({}),
  }),
  'tasks.list': query({ input: z.strictObject({}), output: z.array(RunningTask) }),
  'tasks.stop': command({ input: z.strictObject({ id: z.string() }), output: z.strictObject({}) }),
  'tasks.changed': event({ output: z.array(RunningTask) }),
  /** A menu entry or its shortcut was chosen; the page runs the command of that name. */
  'menu.command': event({ output: z.strictObject({ command: z.string() }) }),
}
