import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Clock } from '../../domain/clock.ts'
import type { Person } from '../../domain/person.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { ExportProblem } from '../../domain/words/index.ts'
import { pendingFile, writeProblemOf } from '../../files/pending-file.ts'
import type { Logger } from '../../log/logger.ts'
import type { AsOf, ListedParcel, PersonalLogEntry, Store } from '../../store/store.ts'
import type { ParcelChanges } from '../events.ts'
import type { FileGate } from '../file-gate.ts'
import type { PersonalFiles } from '../personal-files.ts'
import { retentionStart } from '../retention-start.ts'
import type { Exports } from './exports.ts'

export type PersonView = {
  readonly count: number
  readonly rows: readonly ListedParcel[]
  readonly documents: number
  readonly removed: number
  readonly searches: number
  readonly files: number
  readonly backups: number
}

export type Erased = {
  readonly parcels: number
  readonly removed: number
  readonly files: number
  readonly filesLeft: number
  readonly cleaned: boolean
}

/** What one person may ask for, and what was done with personal data. */
export type PersonalService = {
  find(person: Person): Promise<PersonView>
  exportTo(
    person: Person,
    file: string,
  ): Promise<Result<{ parcels: number; file: string }, Problem<'person-unknown' | ExportProblem | 'cancelled'>>>
  erase(person: Person): Promise<Result<Erased, Problem<'person-unknown'>>>
  preview(months: number): Promise<{ parcels: number; before: number }>
  log(): Promise<readonly PersonalLogEntry[]>
}

export type PersonalParts = {
  readonly store: Pick<Store, 'read' | 'write' | 'backups'>
  readonly clock: Clock
  readonly asOf: () => AsOf
  readonly files: PersonalFiles
  readonly exports: Exports
  readonly gate: FileGate
  readonly changes: ParcelChanges
  readonly log: Logger
}

const shown = 50
const erasedAtOnce = 200
const logged = 200
/** The store compares whole documents, so that many parcels are no more than one person's or company's. */
const looked = 1000

/** Makes the service. */
export function createPersonal(parts: PersonalParts): PersonalService {
  const { store, clock, files, gate, log } = parts
  const { personal } = store.read

  const rowsOf = async (ids: readonly number[], limit: number) => {
    const some = ids.slice(0, limit)
    if (some.length === 0) return []
    return (await store.read.parcels.select({ kind: 'ids', ids: some }, undefined, { limit }, parts.asOf())).rows
  }
  const note = (entry: Omit<PersonalLogEntry, 'at'>) => store.write.personal.note({ at: clock.now(), ...entry })

  /** The file written anew; a disk without room for it leaves what was erased erased, and says so. */
  const rewritten = async (): Promise<boolean> => {
    try {
      return await store.write.personal.rewriteFile()
    } catch (error) {
      log.warn({ err: error }, 'the file was not written anew after personal data was erased')
      return false
    }
  }

  const writeJson = async (ids: readonly number[], path: string): Promise<ExportProblem | null> => {
    const stored = []
    for (const id of ids) stored.push(await store.read.parcels.get({ id }, parts.asOf()))
    const file = pendingFile(path)
    try {
      await writeFile(file.path, `${JSON.stringify({ parcels: stored.filter(Boolean) }, null, 2)}\n`, { mode: 0o600 })
      await file.place()
      return null
    } catch (error) {
      await file.discard()
      const code = writeProblemOf(error)
      if (code === null) throw error
      return code
    }
  }

  return {
    async find(person) {
      const [{ ids, removed, searches }, named, backups] = await Promise.all([
        personal.tracesOf(person),
        files.of(person),
        store.backups(),
      ])
      const rows = await rowsOf(ids, looked)
      const documents = new Set(rows.map(({ document }) => document).filter((document) => document !== null))
      return {
        count: ids.length,
        rows: rows.slice(0, shown),
        documents: documents.size,
        removed,
        searches,
        files: named.length,
        backups: backups.length,
      }
    },

    async exportTo(person, file) {
      const { ids } = await personal.tracesOf(person)
      const [first] = ids
      if (first === undefined) return fail(problem('person-unknown', 'nothing is stored of this person'))
      const path = gate.resolve(file)
      if (path === null) return fail(problem('file-type', 'not a file to write'))
      if (extname(path).toLowerCase() === '.json') {
        const refused = await writeJson(ids, path)
        if (refused !== null) return fail(problem(refused, `the file was not written: ${refused}`, { retryable: true }))
      } else {
        const task = { signal: new AbortController().signal, report: () => undefined }
        const written = await parts.exports.run({ selection: { kind: 'ids', ids: [...ids] }, file }, task)
        if (!written.ok) return written
      }
      await note({ kind: 'exported', rule: person.by, parcels: ids.length, files: 0 })
      return ok({ parcels: ids.length, file: gate.issue(path) })
    },

    async erase(person) {
      const [{ ids, removed, searches }, named] = await Promise.all([personal.tracesOf(person), files.of(person)])
      if (ids.length + removed + searches + named.length === 0)
        return fail(problem('person-unknown', 'nothing is stored of this person'))
      let parcels = 0
      for (let from = 0; from < ids.length; from += erasedAtOnce)
        parcels += await store.write.personal.anonymise(ids.slice(from, from + erasedAtOnce), clock.now())
      const forgotten = await store.write.personal.forget(person)
      const filesLeft = await files.remove(named)
      await note({ kind: 'erased', rule: person.by, parcels: parcels + forgotten, files: named.length - filesLeft })
      if (parcels > 0) parts.changes.add(null, parcels)
      const cleaned = await rewritten()
      return ok({ parcels, removed: forgotten, files: named.length - filesLeft, filesLeft, cleaned })
    },

    async preview(months) {
      const before = retentionStart(clock.now(), months)
      return { parcels: await personal.countOld(before), before }
    },

    log: () => personal.log(logged),
  }
}
