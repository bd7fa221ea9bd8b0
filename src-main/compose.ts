import { lookup } from 'node:dns/promises'
import { join } from 'node:path'
import { createCarrierHttp } from './carriers/kit/create-carrier-http.ts'
import { carriers } from './carriers/registry.ts'
import { systemClock, type Clock } from './domain/clock.ts'
import type { Locale } from './domain/locale.ts'
import { ok, type Result } from './domain/result.ts'
import { openAccountSwitches } from './engine/account-switches.ts'
import { createAccessMemories } from './engine/access-memory.ts'
import { asOf, localZone } from './engine/as-of.ts'
import { carrierCountries } from './engine/carrier-countries.ts'
import { createCarrierLines } from './engine/carrier-lines.ts'
import { openCarrierSwitches } from './engine/carrier-switches.ts'
import { currentStillness } from './engine/current-stillness.ts'
import { createDailyBackup } from './engine/daily-backup.ts'
import type { Engine } from './engine/engine.ts'
import { createEventBus, gatherLast, gatherParcelChanges } from './engine/events.ts'
import type { FileGate } from './engine/file-gate.ts'
import { createFreshAccess } from './engine/fresh-access.ts'
import { createSecretChange } from './engine/next-secrets.ts'
import { createPersonalFiles } from './engine/personal-files.ts'
import { createPersonalRetention } from './engine/personal-retention.ts'
import { createQuoteJobRunner } from './engine/quote-job-runner.ts'
import { createQuoteDesk } from './engine/quote-desk.ts'
import { createRecentExchanges } from './engine/recent-exchanges.ts'
import { createScheduler, wasPaused } from './engine/scheduler.ts'
import { createSilenceWatch } from './engine/silence.ts'
import { createAccountChecks } from './engine/services/account-check.ts'
import { createAccounts } from './engine/services/accounts.ts'
import { appInfo } from './engine/services/app-info.ts'
import { createDeliveryExperience } from './engine/services/delivery-experience.ts'
import { createExports } from './engine/services/exports.ts'
import { createFreightTables } from './engine/services/freight-tables.ts'
import { createImports } from './engine/services/imports.ts'
import { createPastedFiles } from './engine/services/pasted-files.ts'
import { createPersonal } from './engine/services/personal.ts'
import { createPictures } from './engine/services/pictures.ts'
import { createBulkQuotes } from './engine/services/bulk-quotes.ts'
import { createQuoting } from './engine/services/quoting.ts'
import { createRateRules } from './engine/services/rate-rules.ts'
import { createRestores } from './engine/services/restores.ts'
import { createSettings } from './engine/services/settings.ts'
import { createSupport } from './engine/services/support.ts'
import { syncState } from './engine/services/sync-state.ts'
import { createTrackingSync } from './engine/services/tracking-sync.ts'
import { createUndo } from './engine/services/undo.ts'
import { createWatchedFolder } from './engine/services/watched-folder.ts'
import { freshRetryMs, freshSecretMs } from './engine/retry-time.ts'
import { createTaskRegistry } from './engine/task-registry.ts'
import { createUndoExpiry } from './engine/undo-expiry.ts'
import { createWatchedFileKeeper } from './engine/watched-file-keeper.ts'
import { createWatchedLook } from './engine/watched-look.ts'
import { createBackgroundLook } from './engine/background-look.ts'
import { createDispatcher } from './ipc/dispatch.ts'
import type { Endpoint } from './ipc/endpoint.ts'
import { engineHandlers } from './ipc/handlers/index.ts'
import { limitProgress, progressInterval } from './ipc/task-streams.ts'
import { openLog, type Logger } from './log/logger.ts'
import { createRedactor } from './log/redaction.ts'
import { createKeyringVault } from './secrets/keyring-vault.ts'
import type { Vault } from './secrets/vault.ts'
import { watchVault } from './secrets/watched-vault.ts'
import { openStore } from './store/sqlite/open-store.ts'
import type { StoreOpenFailure } from './store/store.ts'

export type ComposeOptions = {
  readonly dataDir: string
  readonly version: string
  /** Language before anybody chose one. */
  readonly locale: Locale
  /** Name of the log file: `engine`, `call`. */
  readonly part: string
  /** Who may name which files. */
  readonly files: FileGate
  readonly demo?: boolean
  /** Where every carrier is asked; absent: the carriers themselves. */
  readonly sandboxUrl?: string | null
  /** Whether carriers can't be asked without a network. Absent: unless there is a sandbox, which is on this computer. */
  readonly needsNetwork?: boolean
  /** Whether things happen by themselves: parcels asked about, backups made. The command line does only what it is told. */
  readonly background: boolean
  readonly checkOutputs: boolean
  /** Time as parcels have it. In the demonstration the sandbox's. */
  readonly clock?: Clock
  readonly random?: () => number
  /** Instead of the operating system's keychain. */
  readonly vault?: Vault
  /** The store's thread, where it is not beside the store's sources. */
  readonly storeProgram?: URL
}

/** The whole application without a window. */
export type Composition = {
  readonly engine: Engine
  /** Answers every procedure that needs no window. */
  readonly endpoint: Endpoint
  readonly log: Logger
  /** The computer woke up, or something else made the time jump. */
  woke(): void
  setOnline(online: boolean): void
  /** Ends everything in the reverse order of its start: no new work, then what is under way, then the store. */
  stop(): Promise<void>
}

/** SQLite's addon for a runtime that the one in the package does not fit; set-up names it. */
const nativeBinding = process.env['DESPACHO_SQLITE_BINDING']

/** How often tasks and the state of the watching are told at most. */
const stateInterval = 1000

/** Builds every service by hand, in the order in which they need each other, and starts them. */
export async function compose(options: ComposeOptions): Promise<Result<Composition, StoreOpenFailure>> {
  const { dataDir, files, demo = false, sandboxUrl = null } = options
  const clock = options.clock ?? systemClock
  const random = options.random ?? Math.random
  const zone = localZone()
  const needsNetwork = options.needsNetwork ?? sandboxUrl === null

  const redactor = createRedactor()
  const { log, close: closeLog } = openLog({ dataDir, part: options.part, redactor })
  const opened = await openStore({
    dir: dataDir,
    ...(nativeBinding && { nativeBinding }),
    ...(options.storeProgram && { workerUrl: options.storeProgram }),
    clock,
    log,
  })
  if (!opened.ok) {
    closeLog()
    return opened
  }
  const store = opened.value
  const vault = watchVault(options.vault ?? createKeyringVault(), redactor.register)

  const bus = createEventBus()
  const changes = gatherParcelChanges(bus, systemClock)
  const tasks = createTaskRegistry(
    systemClock,
    gatherLast((list) => bus.emit('tasks.changed', list), progressInterval, systemClock),
  )
  const settings = createSettings(store, bus, options.locale)
  const countries = carrierCountries(carriers)
  const stillness = await currentStillness(settings, countries, bus)
  const moment = () => asOf(clock, zone, stillness())
  const experience = createDeliveryExperience({
    store,
    countries,
    today: () => moment().today,
    clock: systemClock,
    bus,
    log,
  })
  const pasted = createPastedFiles(dataDir, files, systemClock)

  const tellSyncState = gatherLast<void>(
    () =>
      void state().then(
        (view) => bus.emit('sync.changed', view),
        (error: unknown) => log.warn({ err: error }, 'the state of the watching could not be told'),
      ),
    stateInterval,
    systemClock,
  )
  const exchanges = createRecentExchanges()
  const accountSwitches = await openAccountSwitches(store, clock, async ({ id, carrier }, on) => {
    if (on) await accountChanged(id, carrier)
    else tellSyncState()
  })
  const lines = createCarrierLines({
    accounts: store.read.accounts,
    isOff: accountSwitches.isOff,
    vault,
    clock,
    wallClock: systemClock,
    random,
    sandboxUrl,
    connect: createCarrierHttp,
    log,
    healthChanged: tellSyncState,
    exchanged: exchanges.add,
  })
  const switches = await openCarrierSwitches(store, clock, () => {
    tellSyncState()
    scheduler.kick()
  })
  const silence = options.background ? createSilenceWatch(systemClock, () => tellSyncState()) : undefined
  const sync = createTrackingSync({ store, carriers, lines, silence, switches, clock, random, changes, log })
  const scheduler = createScheduler(
    {
      sync,
      store,
      silence,
      clock,
      needsNetwork,
      asOf: moment,
      changed: tellSyncState,
      log,
    },
    await wasPaused(store),
  )
  const state = () => syncState({ store, carriers, lines, switches, silence, scheduler, clock, asOf: moment })

  /** What waited for an account is asked about now that the account is another. */
  const accountChanged = async (account: number, carrier: string) => {
    lines.forget(account)
    const waiting = { filter: { carrier: [carrier], failing: true, watch: 'watched' as const } }
    await store.write.tracking.ask({ kind: 'query', query: waiting }, moment())
    scheduler.kick()
    tellSyncState()
  }
  const memories = createAccessMemories(store)
  const secretChange = createSecretChange({ store, carriers, vault, lines, clock, changed: accountChanged })
  const accounts = createAccounts({
    store,
    carriers,
    vault,
    secretChange,
    memories,
    clock,
    asOf: moment,
    changed: accountChanged,
  })
  const accountChecks = createAccountChecks({
    secretChange,
    memories,
    store,
    carriers,
    lines,
    clock,
    isOnline: () => scheduler.online,
    resolves: (host) =>
      lookup(host).then(
        () => true,
        () => false,
      ),
    tooFresh: (id, until) => options.background && freshAccess.watch(id, until),
  })
  const freshAccess = createFreshAccess({
    clock,
    async settled(id, signal) {
      const checked = await accountChecks.check(id, signal, () => undefined)
      if (!checked.ok) return true
      if (checked.value.verdict === 'connected') scheduler.kick()
      return checked.value.verdict !== 'credentials-too-fresh' && checked.value.next?.state !== 'waiting'
    },
  })
  const backup = createDailyBackup({
    store,
    clock: systemClock,
    zone,
    kept: async () => (await settings.get()).backupsKept,
    log,
  })

  const undo = createUndo({ store, clock, changes, restored: scheduler.kick })
  const undoExpiry = createUndoExpiry({ undo: store.write.undo, clock, log })

  const language = async () => (await settings.get()).locale
  const exports = createExports({
    store,
    carriers,
    gate: files,
    asOf: moment,
    foresee: experience.foresee,
    zone,
    locale: language,
  })
  const imports = createImports({
    store,
    carriers,
    gate: files,
    clock,
    reportsDir: join(dataDir, 'reports'),
    locale: language,
    stored(count) {
      changes.add(null, count)
      scheduler.kick()
    },
  })

  const tellWatchedFolder = gatherLast<void>(() => bus.emit('watchedFolder.changed', {}), stateInterval, systemClock)
  const watchedFolder = createWatchedFolder({
    store,
    look: createWatchedLook({
      store,
      imports,
      keeper: createWatchedFileKeeper(language, zone),
      gate: files,
      clock: systemClock,
      log,
      putAway: tellWatchedFolder,
    }),
    gate: files,
    clock: systemClock,
    dataDir,
    demo,
    asTask: (signal, work) =>
      tasks.run({ procedure: 'watchedFolder.look', signal, report: () => undefined }, (context) => work(context)),
    changed: tellWatchedFolder,
    saved: () => watching.kick(),
  })
  const watching = createBackgroundLook({
    clock: systemClock,
    log,
    firstWaitMs: 5000,
    intervalMs: 10_000,
    failure: 'the watched folder could not be looked at',
    look: watchedFolder.lookByItself,
  })

  const personalFiles = createPersonalFiles([join(dataDir, 'reports'), join(dataDir, 'pasted')])
  const personal = createPersonal({
    store,
    clock,
    asOf: moment,
    files: personalFiles,
    exports,
    gate: files,
    changes,
    log,
  })
  const retention = createPersonalRetention({
    store,
    clock: systemClock,
    months: async () => (await settings.get()).personalMonths,
    files: personalFiles,
    changes,
    log,
  })
  bus.listen(({ name }) => name === 'settings.changed' && retention.kick())
  const info = () =>
    appInfo({ version: options.version, dataDir, demo, sandbox: sandboxUrl, store, vault, asOf: moment })

  const freightTables = createFreightTables({ store, gate: files, clock, locale: language })
  const rateRules = createRateRules(store)
  const desk = createQuoteDesk(store, clock)
  const bulkQuotes = createBulkQuotes({
    store,
    carriers,
    lines,
    run: createQuoteJobRunner({
      store,
      desk,
      clock: systemClock,
      rules: rateRules,
      tables: freightTables,
    }),
    gate: files,
    clock,
    asOf: moment,
    locale: language,
    asTask: (signal, work) =>
      tasks.run({ procedure: 'quotes.bulk', signal, report: () => undefined }, (context) => work(context)),
    log,
  })
  const jobsEnding = new AbortController()
  const accessLook = createBackgroundLook({
    clock: systemClock,
    log,
    firstWaitMs: 5 * 60_000,
    intervalMs: 24 * 3_600_000,
    failure: 'the accounts could not be tested',
    async look(signal) {
      for (const { id, offSince } of await store.read.accounts.list())
        if (offSince === null && scheduler.online && !signal.aborted)
          await accountChecks.check(id, signal, () => undefined)
    },
  })

  const engine: Engine = {
    store,
    clock,
    carriers,
    bus,
    changes,
    tasks,
    settings,
    accounts,
    accountChecks,
    secretChange,
    switches,
    accountSwitches,
    scheduler,
    imports,
    exports,
    experience,
    pictures: createPictures({ store, experience, asOf: moment }),
    pasted,
    undo,
    personal,
    restores: createRestores({ store, carriers, gate: files, clock: systemClock, demo }),
    asOf: moment,
    syncState: state,
    info,
    support: createSupport({
      store,
      settings,
      exchanges,
      clock: systemClock,
      asOf: moment,
      syncState: state,
      info,
      redactor,
      gate: files,
    }),
    watchedFolder,
    quoting: createQuoting({
      store,
      carriers,
      lines,
      desk,
      clock,
      wallClock: systemClock,
      asOf: moment,
      idle: ({ id, carrier }) =>
        switches.offSince(carrier) !== null || accountSwitches.isOff(id)
          ? 'switched-off'
          : needsNetwork && !scheduler.online
            ? 'off-line'
            : null,
      tables: freightTables,
      rules: rateRules,
    }),
    bulkQuotes,
    freightTables,
    rateRules,
  }
  const endpoint = createDispatcher<void>({
    handlers: engineHandlers(engine),
    isTrusted: () => true,
    log,
    checkOutputs: options.checkOutputs,
    runTask: (task, work) => {
      const limit = limitProgress(task.report, systemClock)
      return tasks.run({ ...task, report: limit.report }, work).finally(limit.flush)
    },
  })

  pasted.clear()
  if (options.background) {
    experience.start()
    scheduler.start()
    undoExpiry.start()
    if (!demo) retention.start()
    if (!demo) backup.start()
    if (!demo) watching.start()
    if (!demo) accessLook.start()
    for (const { id, nextSecretsEnteredAt } of await store.read.accounts.list())
      if (nextSecretsEnteredAt !== null)
        freshAccess.watch(id, Math.max(nextSecretsEnteredAt + freshSecretMs, clock.now() + 3 * freshRetryMs))
    bulkQuotes
      .goOn(jobsEnding.signal)
      .catch((error: unknown) => log.error({ err: error }, 'bulk quotes could not be gone on with'))
  }
  log.info({ version: options.version, dataDir, demo, sandbox: sandboxUrl }, 'started')

  return ok({
    engine,
    endpoint,
    log,
    woke: scheduler.kick,
    setOnline(online) {
      if (online && !scheduler.online) lines.networkBack()
      scheduler.setOnline(online)
    },
    async stop() {
      bulkQuotes.end()
      jobsEnding.abort()
      await watching.stop()
      await accessLook.stop()
      await backup.stop()
      await undoExpiry.stop()
      await retention.stop()
      await freshAccess.stop()
      await tasks.drain()
      await scheduler.stop()
      changes.flush()
      await lines.close()
      await store.close()
      log.info('stopped')
      closeLog()
    },
  })
}
