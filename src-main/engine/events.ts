import type { Clock } from '../domain/clock.ts'
import type { ParcelId } from '../domain/parcel.ts'
import type { Settings } from '../domain/settings.ts'
import type { SyncView } from './sync-view.ts'
import type { TaskView } from './task-registry.ts'

/** What the engine tells whoever listens. */
export type EngineEvents = {
  'settings.changed': Settings
  'tasks.changed': readonly TaskView[]
  'parcels.changed': { readonly ids: readonly ParcelId[] | null; readonly count: number }
  'sync.changed': SyncView
  'watchedFolder.changed': Readonly<Record<string, never>>
}

export type EngineEvent = {
  readonly [Name in keyof EngineEvents]: { readonly name: Name; readonly payload: EngineEvents[Name] }
}[keyof EngineEvents]

export type EventBus = {
  emit<Name extends keyof EngineEvents>(name: Name, payload: EngineEvents[Name]): void
  /** The function that comes back ends the listening. */
  listen(listener: (event: EngineEvent) => void): () => void
}

/** Makes a bus without listeners. */
export function createEventBus(): EventBus {
  const listeners = new Set<(event: EngineEvent) => void>()
  return {
    emit(name, payload) {
      for (const listener of listeners) listener({ name, payload } as EngineEvent)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Tells of changed parcels together: a check of a thousand parcels is one event, not a thousand. */
export type ParcelChanges = {
  /** Null: too many to name. */
  add(ids: readonly ParcelId[] | null, count?: number): void
  /** Sends what has gathered; for the end. */
  flush(): void
}

/** How long changes gather, and how many are named one by one. */
const gathering = { ms: 250, named: 1000 }

/** Makes a gatherer in front of a bus. */
export function gatherParcelChanges(bus: EventBus, clock: Clock): ParcelChanges {
  let ids: Set<ParcelId> | null = new Set()
  let unnamed = 0
  let waiting = false

  const flush = () => {
    waiting = false
    const count = unnamed + (ids?.size ?? 0)
    if (count > 0 || ids === null) bus.emit('parcels.changed', { ids: ids && unnamed === 0 ? [...ids] : null, count })
    ids = new Set()
    unnamed = 0
  }

  return {
    add(more, count = more?.length ?? 0) {
      if (more?.length === 0) return
      if (more && ids) for (const id of more) ids.add(id)
      else unnamed += count
      if (!more || (ids && ids.size > gathering.named)) {
        unnamed += ids?.size ?? 0
        ids = null
      }
      if (waiting) return
      waiting = true
      void clock.sleep(gathering.ms).then(() => waiting && flush())
    },
    flush,
  }
}

/** Lets a state out at most once in `ms`, and always the last. */
export function gatherLast<State>(send: (state: State) => void, ms: number, clock: Clock): (state: State) => void {
  let last: { readonly state: State } | undefined
  let resting = false
  const rest = async () => {
    resting = true
    await clock.sleep(ms)
    resting = false
    if (last) out(last.state)
  }
  const out = (state: State) => {
    last = undefined
    send(state)
    void rest()
  }
  return (state) => {
    if (resting) last = { state }
    else out(state)
  }
}
