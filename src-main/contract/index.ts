import { accounts } from './accounts.contract.ts'
import { app } from './app.contract.ts'
import { files } from './files.contract.ts'
import { freightTables } from './freight-tables.contract.ts'
import { imports } from './imports.contract.ts'
import { parcels } from './parcels.contract.ts'
import { personal } from './personal.contract.ts'
import { quotes } from './quotes.contract.ts'
import { rateRules } from './rate-rules.contract.ts'
import { store } from './store.contract.ts'
import { support } from './support.contract.ts'
import { sync } from './sync.contract.ts'
import { undo } from './undo.contract.ts'
import { today } from './today.contract.ts'
import { watchedFolder } from './watched-folder.contract.ts'
import type { Definition, EventDefinition, ProcedureDefinition, TaskDefinition } from './define.ts'

/** Every procedure and event that crosses from the engine to a screen or to the command line. */
export const contract = {
  ...app,
  ...files,
  ...imports,
  ...parcels,
  ...accounts,
  ...sync,
  ...store,
  ...undo,
  ...personal,
  ...today,
  ...support,
  ...watchedFolder,
  ...quotes,
  ...freightTables,
  ...rateRules,
} as const satisfies Record<string, Definition>

export type Contract = typeof contract
type NamesOf<Kind> = { [N in keyof Contract]: Contract[N] extends Kind ? N : never }[keyof Contract] & string
export type EventName = NamesOf<EventDefinition>
export type ProcedureName = NamesOf<ProcedureDefinition>
export type TaskName = NamesOf<TaskDefinition>
/** Queries and commands: one question, one answer. */
export type CallName = Exclude<ProcedureName, TaskName>

export const procedureNames = Object.keys(contract).filter(
  (name) => contract[name as keyof Contract].kind !== 'event',
) as ProcedureName[]
export const eventNames = Object.keys(contract).filter(
  (name) => contract[name as keyof Contract].kind === 'event',
) as EventName[]

/** Procedures that only the application with its window has: dialogs, menus, the demonstration. */
export const windowProcedures = [
  'files.open',
  'files.save',
  'files.reveal',
  'app.startDemo',
  'app.leaveDemo',
  'app.openTrackingPage',
] as const satisfies readonly ProcedureName[]
