import type { Account, AccountId } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../store/store.ts'

/** Which accounts a person switched off: nothing is asked with them, whoever wants it, until they are switched on again. */
export type AccountSwitches = {
  /** As it is this moment: a run under way goes by it too. */
  isOff(account: AccountId): boolean
  /** Kept before it counts, so that it holds after a restart too. False: there is no such account. */
  set(account: AccountId, on: boolean): Promise<boolean>
}

/** Reads how the switches were left. */
export async function openAccountSwitches(
  store: Pick<Store, 'read' | 'write'>,
  clock: Clock,
  changed: (account: Account, on: boolean) => Promise<void>,
): Promise<AccountSwitches> {
  const accounts = await store.read.accounts.list()
  const off = new Set(accounts.filter(({ offSince }) => offSince !== null).map(({ id }) => id))
  return {
    isOff: (account) => off.has(account),
    async set(id, on) {
      const account = await store.read.accounts.get(id)
      if (!account) return false
      if (on === (account.offSince === null)) return true
      if (!(await store.write.accounts.setOff(id, on ? null : clock.now()))) return false
      if (on) off.delete(id)
      else off.add(id)
      await changed(account, on)
      return true
    },
  }
}
