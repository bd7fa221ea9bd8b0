import type { Carrier } from '../carriers/carrier.ts'
import type { Clock } from '../domain/clock.ts'
import type { AsOf, Store } from '../store/store.ts'
import type { AccountSwitches } from './account-switches.ts'
import type { CarrierSwitches } from './carrier-switches.ts'
import type { EventBus, ParcelChanges } from './events.ts'
import type { SecretChange } from './next-secrets.ts'
import type { Scheduler } from './scheduler.ts'
import type { AccountChecks } from './services/account-check.ts'
import type { AccountsService } from './services/accounts.ts'
import type { AppInfoView } from './services/app-info.ts'
import type { DeliveryExperience } from './services/delivery-experience.ts'
import type { Exports } from './services/exports.ts'
import type { FreightTablesService } from './services/freight-tables.ts'
import type { Imports } from './services/imports.ts'
import type { PastedFiles } from './services/pasted-files.ts'
import type { PersonalService } from './services/personal.ts'
import type { PicturesService } from './services/pictures.ts'
import type { BulkQuotes } from './services/bulk-quotes.ts'
import type { QuotingService } from './services/quoting.ts'
import type { RateRulesService } from './services/rate-rules.ts'
import type { SettingsService } from './services/settings.ts'
import type { UndoService } from './services/undo.ts'
import type { Restores } from './services/restores.ts'
import type { Support } from './services/support.ts'
import type { WatchedFolderService } from './services/watched-folder.ts'
import type { SyncView } from './sync-view.ts'
import type { TaskRegistry } from './task-registry.ts'

/** All that procedures are answered with. Built by hand in compose.ts; nothing here knows who asks. */
export type Engine = {
  readonly store: Store
  readonly clock: Clock
  readonly carriers: readonly Carrier[]
  readonly bus: EventBus
  readonly changes: ParcelChanges
  readonly tasks: TaskRegistry
  readonly settings: SettingsService
  readonly accounts: AccountsService
  readonly accountChecks: AccountChecks
  readonly secretChange: SecretChange
  readonly switches: CarrierSwitches
  readonly accountSwitches: AccountSwitches
  readonly scheduler: Scheduler
  readonly imports: Imports
  readonly exports: Exports
  readonly experience: DeliveryExperience
  readonly pictures: PicturesService
  readonly pasted: PastedFiles
  readonly undo: UndoService
  readonly personal: PersonalService
  readonly restores: Restores
  readonly support: Support
  readonly watchedFolder: WatchedFolderService
  readonly quoting: QuotingService
  readonly bulkQuotes: BulkQuotes
  readonly freightTables: FreightTablesService
  readonly rateRules: RateRulesService
  /** Now, and today's day at this computer. */
  readonly asOf: () => AsOf
  readonly syncState: () => Promise<SyncView>
  readonly info: () => Promise<AppInfoView>
}
