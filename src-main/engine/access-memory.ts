import { z } from 'zod'
import type { ContractFacts, Permission } from '../carriers/carrier.ts'
import type { AccountId } from '../domain/account.ts'
import type { Day } from '../domain/day.ts'
import type { Store } from '../store/store.ts'

const Kept = z.object({
  checkedAt: z.number(),
  granted: z.array(z.string()),
  lost: z.array(z.string()),
  endsOn: z.string().nullable(),
})

/** What the last test of an account's connection found, for warnings in time. */
export type AccessMemory = {
  readonly checkedAt: number
  /** Permissions that were granted before and are missing now. */
  readonly lost: readonly Permission['name'][]
  /** First day on which the contract or one of the account's own cards ends; null: none is told. */
  readonly endsOn: Day | null
}

/** Remembers per account what its tests found. */
export type AccessMemories = {
  of(id: AccountId): Promise<AccessMemory | null>
  note(
    id: AccountId,
    found: {
      readonly at: number
      readonly permissions: readonly Permission[]
      readonly contract: ContractFacts | null
      /** Numbers of the account's own cards. */
      readonly cards: readonly string[]
    },
  ): Promise<void>
  forget(id: AccountId): Promise<void>
}

const keyOf = (id: AccountId): string => `access/${id}`

/** Keeps them where the state of screens is kept: nothing of them is personal. */
export function createAccessMemories(store: Pick<Store, 'read' | 'write'>): AccessMemories {
  const kept = async (id: AccountId) => {
    const text = await store.read.kept.preference(keyOf(id))
    return text === null ? null : (Kept.safeParse(JSON.parse(text)).data ?? null)
  }
  return {
    async of(id) {
      const memory = await kept(id)
      return memory && { checkedAt: memory.checkedAt, lost: memory.lost as Permission['name'][], endsOn: memory.endsOn }
    },

    async note(id, { at, permissions, contract, cards }) {
      const before = await kept(id)
      const names = (state: Permission['state']) =>
        permissions.filter((one) => one.state === state).map(({ name }) => name as string)
      const [granted, missing] = [names('granted'), names('missing')]
      // Nothing was tried: what is known of before stands.
      if (granted.length === 0 && before) return
      const known = new Set([...(before?.granted ?? []), ...(before?.lost ?? [])])
      const memory: z.output<typeof Kept> = {
        checkedAt: at,
        // What could not be tried this time is still what it was.
        granted: [...new Set([...granted, ...(before?.granted ?? []).filter((name) => !missing.includes(name))])],
        lost: missing.filter((name) => known.has(name)),
        endsOn: contract ? firstEnd(contract, cards) : (before?.endsOn ?? null),
      }
      await store.write.kept.savePreference(keyOf(id), JSON.stringify(memory))
    },

    forget: (id) => store.write.kept.savePreference(keyOf(id), null),
  }
}

function firstEnd({ endsOn, cards }: ContractFacts, own: readonly string[]): Day | null {
  const ends = [endsOn, ...cards.filter(({ number }) => own.includes(number)).map((card) => card.endsOn)]
  return ends.filter((day) => day !== null).sort()[0] ?? null
}
