import type { ImportSession, Store, StoreCheck, WatchedFileTaken } from '../store.ts'
import { packFreightRows } from './packed-freight-rows.ts'
import { packRows } from './packed-rows.ts'
import { unpackListed } from './parcel-row.ts'
import { StoreError } from './store-error.ts'
import type { ThreadPool } from './thread-pool.ts'

/** The store over threads: each method of the port names a method of a thread, and nothing here knows SQL. */
export function sqliteStore(pool: ThreadPool): Store {
  const sessions = new Set<ImportSession>()
  return {
    read: {
      parcels: {
        search: async (query, page, asOf) => {
          const answer = await pool.read('searchParcels', query, page, asOf)
          return answer === 'cursor-invalid' ? answer : { rows: unpackListed(answer.cells, asOf), next: answer.next }
        },
        window: async (query, page, asOf) => {
          const { cells, total } = await pool.read('windowOfParcels', query, page, asOf)
          return { rows: unpackListed(cells, asOf), total }
        },
        counts: (query, asOf) => pool.read('countsOfParcels', query, asOf),
        countSelection: (selection, asOf) => pool.read('countSelection', selection, asOf),
        select: async (selection, order, page, asOf) => {
          const answer = await pool.read('selectParcels', selection, order, page, asOf)
          if (answer === 'cursor-invalid')
            throw new StoreError('logic', 'selectParcels', 'the cursor is not of this selection')
          return { rows: unpackListed(answer.cells, asOf), next: answer.next }
        },
        facets: () => pool.read('facets'),
        get: (ref, asOf) => pool.read('getParcel', ref, asOf),
        byCodes: (codes) => pool.read('parcelsByCodes', codes),
      },
      deliveries: {
        times: (since, countries) => pool.read('deliveryTimes', since, countries),
        byDay: (from, to) => pool.read('postedAndDelivered', from, to),
        lateByCarrier: (from, to, asOf) => pool.read('lateByCarrier', from, to, asOf),
      },
      tracking: {
        due: (now, limit, carriers) => pool.read('dueParcels', now, limit, carriers),
        summary: (now) => pool.read('trackingSummary', now),
        unmapped: () => pool.read('unmappedEvents'),
        malformed: () => pool.read('malformedAnswers'),
      },
      accounts: {
        list: () => pool.read('listAccounts'),
        get: (id) => pool.read('getAccount', id),
        ofParcels: (ids) => pool.read('accountsOfParcels', ids),
        dependents: (id) => pool.read('accountDependents', id),
      },
      kept: {
        presets: () => pool.read('presets'),
        views: () => pool.read('views'),
        preference: (key) => pool.read('preference', key),
      },
      undo: { steps: (since, limit) => pool.read('undoSteps', since, limit) },
      personal: {
        tracesOf: (person) => pool.read('tracesOf', person),
        countOld: (before) => pool.read('countOldPersonal', before),
        old: (before, after, limit) => pool.read('oldPersonal', before, after, limit),
        log: (limit) => pool.read('personalLog', limit),
      },
      watched: {
        folder: () => pool.read('watchedFolder'),
        files: (limit) => pool.read('watchedFiles', limit),
        file: (id) => pool.read('watchedFile', id),
        unsettled: () => pool.read('unsettledWatchedFiles'),
      },
      quotes: {
        fresh: (questions, since) => pool.read('freshQuotes', questions, since),
        nearest: (question) => pool.read('nearestQuote', question),
        services: (account) => pool.read('contractServices', account),
        kept: (limit) => pool.read('keptQuotes', limit),
      },
      quoteJobs: {
        list: () => pool.read('quoteJobs'),
        get: (id) => pool.read('quoteJob', id),
        rows: (id, after, limit) => pool.read('quoteJobRows', id, after, limit),
        open: (id, limit) => pool.read('openQuoteJobRows', id, limit),
      },
      freightTables: {
        list: () => pool.read('freightTables'),
        get: (id) => pool.read('freightTable', id),
        rows: (id, page) => pool.read('freightRows', id, page),
      },
      rateRules: { list: () => pool.read('rateRules') },
    },
    write: {
      parcels: {
        beginImport: (file) => beginImport(pool, file, sessions),
        edit: (id, edit, now) => pool.write('editParcel', id, edit, now),
        remove: (selection, asOf) => pool.write('removeParcels', selection, asOf),
      },
      tracking: {
        record: (outcomes) => pool.write('recordOutcomes', outcomes),
        ask: (selection, asOf) => pool.write('askNow', selection, asOf),
      },
      accounts: {
        save: (account, now) => pool.write('saveAccount', account, now),
        setNextSecrets: (id, enteredAt) => pool.write('setNextSecrets', id, enteredAt),
        setOff: (id, since) => pool.write('setAccountOff', id, since),
        remove: (id, succession = null, now = 0) => pool.write('removeAccount', id, succession, now),
      },
      kept: {
        savePreset: (preset, now) => pool.write('savePreset', preset, now),
        removePreset: (id) => pool.write('removePreset', id),
        saveView: (view) => pool.write('saveView', view),
        removeView: (id) => pool.write('removeView', id),
        savePreference: (key, value) => pool.write('savePreference', key, value),
      },
      undo: {
        undo: (id, since, now) => pool.write('undo', id, since, now),
        expire: (since, rows) => pool.write('expireUndo', since, rows),
      },
      personal: {
        anonymise: (ids, now) => pool.write('anonymiseParcels', ids, now),
        forget: (person) => pool.write('forgetPerson', person),
        note: (entry) => pool.write('notePersonal', entry),
        rewriteFile: () => pool.write('rewriteFile'),
      },
      watched: {
        save: (folder) => pool.write('saveWatchedFolder', folder),
        begin: (file, now) => pool.write('beginWatchedFile', file, now),
        refuse: (id, problem, detail) => pool.write('refuseWatchedFile', id, problem, detail),
        forget: (id) => pool.write('forgetWatchedFile', id),
        settle: (id, movedTo, now) => pool.write('settleWatchedFile', id, movedTo, now),
      },
      quotes: {
        record: (answers) => pool.write('recordQuotes', answers),
        recordServices: (account, services, now) => pool.write('recordContractServices', account, services, now),
        keep: (quote, now) => pool.write('keepQuote', quote, now),
      },
      quoteJobs: {
        begin: (job, rows) => pool.write('beginQuoteJob', job, rows),
        record: (id, results) => pool.write('recordQuoteJobRows', id, results),
        setState: (id, state, problem) => pool.write('setQuoteJobState', id, state, problem),
        remove: (id) => pool.write('removeQuoteJob', id),
      },
      freightTables: {
        save: (table, rows, replaces, now) =>
          pool.write('saveFreightTable', table, packFreightRows(rows), replaces, now),
        remove: (id) => pool.write('removeFreightTable', id),
      },
      rateRules: { replace: (rules) => pool.write('replaceRateRules', rules) },
    },
    check: () => check(pool),
    backup: (reason, now, keep) => pool.inspect('backUp', { reason, now, keep }),
    backups: () => pool.read('listBackups'),
    copyTo: (path, now) => pool.inspect('copyTo', path, now),
    examine: (source, now) => pool.inspect('examineStore', source, now),
    restore: (source, now) => pool.inspect('restoreStore', source, now),
    close: async () => {
      await Promise.all([...sessions].map((session) => session.rollback()))
      await pool.close()
    },
  }
}

/** A file's session has the writer for itself from its first row to its last. */
async function beginImport(
  pool: ThreadPool,
  file: { name: string; at: number; changes: 'accept' | 'keep' },
  sessions: Set<ImportSession>,
): Promise<ImportSession> {
  const turn = await pool.turn()
  let over = false
  const end = async (work: () => Promise<void>) => {
    over = true
    try {
      await work()
    } catch (error) {
      await pool.within('rollbackImport')
      throw error
    } finally {
      sessions.delete(session)
      turn.done()
    }
  }
  const session: ImportSession = {
    add: (rows) =>
      over
        ? Promise.reject(new StoreError('logic', 'addToImport', 'the file is stored or taken back already'))
        : pool.within('addToImport', packRows(rows)),
    finish: () =>
      over
        ? Promise.reject(new StoreError('logic', 'finishImport', 'the file is stored or taken back already'))
        : pool.within('finishImport'),
    commit: (taken?: WatchedFileTaken) =>
      over
        ? Promise.reject(new StoreError('logic', 'commitImport', 'the file is stored or taken back already'))
        : end(() => pool.within('commitImport', taken)),
    rollback: async () => {
      if (!over) await end(() => pool.within('rollbackImport'))
    },
  }
  try {
    await pool.within('beginImport', file)
  } catch (error) {
    turn.done()
    throw error
  }
  sessions.add(session)
  return session
}

/** Most of it is read away from the lists' threads; only the writer can ask the search index whether it is in step. */
async function check(pool: ThreadPool): Promise<StoreCheck> {
  const checked = await pool.inspect('checkStore')
  const difference = await pool.write('compareSearchIndex')
  const invariant = 'search-index-in-step'
  const rows = checked.checked.find((one) => one.invariant === 'codes-clean-and-unique')?.rows ?? 0
  return {
    version: checked.version,
    checked: [...checked.checked, { invariant, rows }],
    found: difference === null ? checked.found : [...checked.found, { invariant, message: difference, parcelId: null }],
  }
}
