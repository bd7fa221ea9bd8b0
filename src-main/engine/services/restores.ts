import { z } from 'zod'
import type { Carrier } from '../../carriers/carrier.ts'
import type { Clock } from '../../domain/clock.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { ExaminedStore, RestoreFailure, RestoreReady, Store, StoreCopy, StoreSource } from '../../store/store.ts'
import { secretFields } from '../account-secrets.ts'
import type { FileGate } from '../file-gate.ts'

type Refusal = Problem<Exclude<RestoreFailure, 'backup-unsound'> | 'in-demonstration'>

const Note = z.object({ at: z.number(), takenAt: z.number(), parcels: z.number() })

export type RestoredView = z.output<typeof Note> & { readonly withoutSecrets: number }

/** Backups back in use, and everything on its way to another computer. */
export type Restores = {
  examine(source: StoreSource): Promise<Result<ExaminedStore, Refusal>>
  /** What is ready takes its place when the store is closed: whoever calls this has to end the engine next. */
  restore(source: StoreSource): Promise<Result<RestoreReady, Refusal | Problem<'backup-unsound'>>>
  copyTo(file: string): Promise<Result<StoreCopy, Problem<'disk-full' | 'backup-unsound' | 'place-unwritable'>>>
  /** What was restored and nobody has seen yet. */
  restored(): Promise<RestoredView | null>
  seen(): Promise<void>
}

export type RestoresOptions = {
  readonly store: Store
  readonly carriers: readonly Carrier[]
  readonly gate: FileGate
  readonly clock: Clock
  readonly demo: boolean
}

/** Where the store itself writes that it was restored. */
const noteKey = 'restored'

/** Makes the service. */
export function createRestores({ store, carriers, gate, clock, demo }: RestoresOptions): Restores {
  const inDemonstration = () => problem('in-demonstration', 'the demonstration is thrown away on leaving')
  const refused = <Code extends string>(code: Code) => problem(code, `the copy can't be used: ${code}`)

  const sourceOf = (source: StoreSource): StoreSource | null => {
    if ('backup' in source) return source
    const path = gate.resolve(source.file)
    return path === null ? null : { file: path }
  }

  const withoutSecrets = async (): Promise<number> => {
    const accounts = await store.read.accounts.list()
    const needing = accounts.filter(({ carrier, secretsEnteredAt }) => {
      const known = carriers.find(({ id }) => id === carrier)
      return secretsEnteredAt === null && known && secretFields(known).some(({ required }) => required)
    })
    return needing.length
  }

  return {
    async examine(source) {
      if (demo) return fail(inDemonstration())
      const from = sourceOf(source)
      const examined = from ? await store.examine(from, clock.now()) : 'copy-gone'
      if (typeof examined !== 'string') return ok(examined)
      // Nothing is backed up while looking.
      return fail(refused(examined === 'backup-unsound' ? 'copy-damaged' : examined))
    },

    async restore(source) {
      if (demo) return fail(inDemonstration())
      const from = sourceOf(source)
      const ready = from ? await store.restore(from, clock.now()) : 'copy-gone'
      return typeof ready === 'string' ? fail(refused(ready)) : ok(ready)
    },

    async copyTo(file) {
      const path = gate.resolve(file)
      const copied = path === null ? 'place-unwritable' : await store.copyTo(path, clock.now())
      return typeof copied === 'string' ? fail(problem(copied, `the copy was not written: ${copied}`)) : ok(copied)
    },

    async restored() {
      const kept = await store.read.kept.preference(noteKey)
      if (kept === null) return null
      return { ...Note.parse(JSON.parse(kept)), withoutSecrets: await withoutSecrets() }
    },

    seen: () => store.write.kept.savePreference(noteKey, null),
  }
}
