import type { Composition } from './compose.ts'
import { systemClock, type Clock } from './domain/clock.ts'
import { carrierSandboxes } from './sandbox/carriers.ts'
import { sampleShop } from './sandbox/sample/sample-shop.ts'
import { createSandbox } from './sandbox/sandbox.ts'
import { createMemoryVault } from './secrets/memory-vault.ts'
import type { Vault } from './secrets/vault.ts'

/** The world of the demonstration: carriers on loopback, a time of their own, a vault that forgets. */
export type Demonstration = {
  /** Address under which every carrier is mounted. */
  readonly url: string
  /** The sandbox's time, in which an engine has to live too. */
  readonly clock: Clock
  readonly vault: Vault
  /** Enters the sample shop's accounts and parcels, as a person would have. */
  fill(composition: Composition): Promise<void>
  stop(): Promise<void>
}

/** An hour of the carriers' time passes in a minute: slow enough to follow, fast enough to see parcels arrive. */
const factor = 60

/** The same shop each time, so that what is shown can be talked about. */
const seed = 'demonstration'

/** Name of the demonstration's account. */
const accountName = 'Loja Exemplo'

/** Starts the carriers' sandbox. */
export async function openDemonstration(): Promise<Demonstration> {
  const sandbox = createSandbox({ clock: systemClock, seed })
  const shop = sampleShop({ seed, now: sandbox.clock.now() })
  sandbox.load(shop.journeys)
  sandbox.clock.run(factor)
  const url = await sandbox.start()
  return {
    url,
    clock: sandbox.clock,
    vault: createMemoryVault(),
    async fill({ engine }) {
      const session = await engine.store.write.parcels.beginImport({
        name: accountName,
        at: sandbox.clock.now(),
        changes: 'accept',
      })
      await session.add(shop.parcels.map((data, index) => ({ line: index + 1, data })))
      await session.commit()
      for (const carrier of engine.carriers) {
        const sample = carrierSandboxes.find(({ id }) => id === carrier.id)?.sampleAccount
        if (!sample) continue
        const isSecret = (key: string) =>
          carrier.accountFields.some((field) => field.key === key && field.kind === 'secret')
        const saved = await engine.accounts.save({
          carrier: carrier.id,
          name: accountName,
          environment: 'sandbox',
          fields: pick(sample, (key) => !isSecret(key)),
          secrets: pick(sample, isSecret),
        })
        if (!saved.ok) throw new Error(`the demonstration has no account with ${carrier.id}: ${saved.error.message}`)
      }
      engine.scheduler.kick()
    },
    stop: () => sandbox.stop(),
  }
}

const pick = (fields: Readonly<Record<string, string>>, wanted: (key: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => wanted(key)))
