import { z } from 'zod'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../store/store.ts'

/** Which carriers a person switched off: they are asked nothing, whoever wants it, until they are switched on again. */
export type CarrierSwitches = {
  /** Since when a carrier is off; null: it is on. */
  offSince(carrier: string): number | null
  /** Kept before it counts, so that it holds after a restart too. */
  set(carrier: string, on: boolean): Promise<void>
}

const key = 'carriers-off'

const Kept = z.record(z.string(), z.int()).catch({})

/** Reads how the switches were left. */
export async function openCarrierSwitches(
  store: Pick<Store, 'read' | 'write'>,
  clock: Clock,
  changed: () => void,
): Promise<CarrierSwitches> {
  const text = await store.read.kept.preference(key)
  let off = text === null ? {} : Kept.parse(parsed(text))
  return {
    offSince: (carrier) => off[carrier] ?? null,
    async set(carrier, on) {
      if (on === (off[carrier] === undefined)) return
      const { [carrier]: _, ...others } = off
      const next = on ? others : { ...others, [carrier]: clock.now() }
      await store.write.kept.savePreference(key, Object.keys(next).length === 0 ? null : JSON.stringify(next))
      off = next
      changed()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
