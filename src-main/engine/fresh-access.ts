import type { AccountId } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import { freshRetryMs } from './retry-time.ts'

/** Goes on trying accounts whose access code the carrier does not know yet. */
export type FreshAccess = {
  /** Try this account every few minutes until then. */
  watch(account: AccountId, until: number): void
  stop(): Promise<void>
}

export type FreshAccessOptions = {
  readonly clock: Clock
  /** Tries once; true ends the trying: connected, or refused for another reason. */
  readonly settled: (account: AccountId, signal: AbortSignal) => Promise<boolean>
}

/** Makes a watcher of nothing. */
export function createFreshAccess({ clock, settled }: FreshAccessOptions): FreshAccess {
  const ending = new AbortController()
  const watched = new Map<AccountId, Promise<void>>()

  const tryUntil = async (account: AccountId, until: number) => {
    while (clock.now() + freshRetryMs < until) {
      await clock.sleep(freshRetryMs, ending.signal)
      if (ending.signal.aborted || (await settled(account, ending.signal))) return
    }
  }

  return {
    watch(account, until) {
      if (watched.has(account) || ending.signal.aborted) return
      watched.set(
        account,
        tryUntil(account, until).finally(() => watched.delete(account)),
      )
    },
    async stop() {
      ending.abort()
      await Promise.allSettled(watched.values())
    },
  }
}
