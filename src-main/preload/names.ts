import type { CallName, EventName, TaskName } from '../contract/index.ts'

// The compiler holds these equal to the contract: a name that lacks, and one too many, do not compile. The contract
// itself stays out of the bundle, which every window loads before its page.

const calls: Record<CallName, true> = {
  'app.info': true,
  'app.startDemo': true,
  'app.leaveDemo': true,
  'app.openTrackingPage': true,
  'settings.get': true,
  'settings.save': true,
  'preferences.get': true,
  'preferences.save': true,
  'tasks.list': true,
  'tasks.stop': true,
  'files.open': true,
  'files.save': true,
  'files.paste': true,
  'files.reveal': true,
  'imports.inspect': true,
  'imports.presets': true,
  'imports.savePreset': true,
  'imports.removePreset': true,
  'parcels.search': true,
  'parcels.window': true,
  'parcels.counts': true,
  'parcels.countSelection': true,
  'parcels.facets': true,
  'parcels.get': true,
  'parcels.edit': true,
  'parcels.remove': true,
  'views.list': true,
  'views.save': true,
  'views.remove': true,
  'carriers.list': true,
  'accounts.list': true,
  'accounts.save': true,
  'accounts.switch': true,
  'accounts.remove': true,
  'sync.state': true,
  'sync.pause': true,
  'sync.switchCarrier': true,
  'sync.malformed': true,
  'sync.unmapped': true,
  'store.check': true,
  'store.backups': true,
  'store.backup': true,
  'undo.list': true,
  'undo.run': true,
  'personal.find': true,
  'personal.export': true,
  'personal.erase': true,
  'personal.preview': true,
  'personal.log': true,
  'today.pictures': true,
  'store.examine': true,
  'store.restore': true,
  'store.copyTo': true,
  'store.restored': true,
  'store.restoredSeen': true,
  'support.collect': true,
  'support.save': true,
  'watchedFolder.get': true,
  'watchedFolder.save': true,
}

const tasks: Record<TaskName, true> = {
  'imports.check': true,
  'imports.run': true,
  'parcels.export': true,
  'accounts.check': true,
  'sync.run': true,
  'watchedFolder.look': true,
}

const events: Record<EventName, true> = {
  'settings.changed': true,
  'tasks.changed': true,
  'menu.command': true,
  'files.arrived': true,
  'parcels.changed': true,
  'sync.changed': true,
  'watchedFolder.changed': true,
}

/** What may be asked with `call`. */
export const callNames: readonly string[] = Object.freeze(Object.keys(calls))
/** What may be begun with `start`. */
export const taskNames: readonly string[] = Object.freeze(Object.keys(tasks))
/** What may be listened to with `on`. */
export const eventNames: readonly string[] = Object.freeze(Object.keys(events))
