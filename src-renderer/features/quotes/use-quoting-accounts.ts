import { computed, type ComputedRef } from 'vue'
import type { AccountView } from '../../../src-main/contract/accounts.contract.ts'
import { useAccountsStore } from '../accounts/accounts.store.ts'
import { useCarriersStore } from '../shell/carriers.store.ts'

/** Accounts whose carrier quotes freight, in the order in which they are taken when none is chosen. */
export type QuotingAccounts = {
  readonly quoting: ComputedRef<readonly AccountView[]>
  /** Whether it is known yet which there are. */
  readonly known: ComputedRef<boolean>
  load(): Promise<void>
}

/** The accounts that the calculator may ask with. */
export function useQuotingAccounts(): QuotingAccounts {
  const accounts = useAccountsStore()
  const carriers = useCarriersStore()
  return {
    quoting: computed(() => accounts.accounts.filter(({ carrier }) => carriers.byId(carrier)?.can.quoting)),
    known: computed(() => accounts.loaded && carriers.carriers.length > 0),
    load: async () => {
      await Promise.all([accounts.load(), carriers.carriers.length === 0 ? carriers.load() : undefined])
    },
  }
}
