import type { CallContext, Carrier, Credentials } from '../carriers/carrier.ts'
import type { CarrierConnection, CarrierHttpOptions } from '../carriers/kit/create-carrier-http.ts'
import type { Health } from '../carriers/kit/health.ts'
import type { Account, AccountId } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Logger } from '../log/logger.ts'
import type { Vault } from '../secrets/vault.ts'
import { secretFields, secretKey } from './account-secrets.ts'
import type { RecentExchange } from './recent-exchanges.ts'

/** Why a carrier can't be asked for an account before anything was sent. */
export type LineFailure =
  | { readonly code: 'keychain-unavailable'; readonly message: string }
  | { readonly code: 'secret-missing'; readonly field: string }

/** The way to one carrier for one account, or for nobody where tracking is public. */
export type CarrierLine = {
  readonly carrier: Carrier
  readonly account: Account | null
  /** A person switched its account off: only a test of the connection asks with it. */
  isOff(): boolean
  health(): Health
  /** Takes the secrets out of the vault for one call. */
  credentials(): Promise<Result<Credentials, LineFailure>>
  context(signal: AbortSignal): CallContext
}

export type CarrierLines = {
  /** All ways to a carrier, those that are off too, the one to try first at the head; empty: nobody may ask it. */
  to(carrier: Carrier): Promise<readonly CarrierLine[]>
  /** The way of one account, or why it has none: `sandbox` without a sandbox, an environment the carrier has not. */
  of(carrier: Carrier, account: Account): Result<CarrierLine, 'sandbox-not-running'>
  /** The network is back: carriers that could not be reached are asked again at once. */
  networkBack(): void
  /** Ends the connection of an account whose data changed. */
  forget(account: AccountId): void
  /** Whether calls leave this computer. */
  readonly sandboxed: boolean
  close(): Promise<void>
}

export type CarrierLinesOptions = {
  readonly accounts: { list(): Promise<Account[]> }
  readonly isOff: (account: AccountId) => boolean
  readonly vault: Vault
  /** Time as the carriers have it; in the demonstration the sandbox's. */
  readonly clock: Clock
  /** The wall clock, for limits and pauses. */
  readonly wallClock: Clock
  readonly random: () => number
  /** Where every carrier is asked, whatever its account says; null: the carriers themselves. */
  readonly sandboxUrl: string | null
  readonly connect: (options: CarrierHttpOptions) => CarrierConnection
  readonly log: Logger
  readonly healthChanged: () => void
  /** Hears of every try. */
  readonly exchanged?: (exchange: RecentExchange) => void
}

/** Environments in the order in which they are tried: who has a production account wants that one used. */
const environmentRank = { production: 0, test: 1, sandbox: 2 } as const

/** Makes lines as they are asked for; each account has one connection, since budgets and health are one account's. */
export function createCarrierLines(options: CarrierLinesOptions): CarrierLines {
  const { clock, wallClock, vault, log } = options
  const connections = new Map<string, CarrierConnection>()

  const baseUrl = (carrier: Carrier, account: Account | null): string | null => {
    if (options.sandboxUrl !== null) return `${options.sandboxUrl}/${carrier.id}`
    const environment = account?.environment ?? 'production'
    return environment === 'sandbox' ? null : (carrier.hosts[environment] ?? null)
  }

  const connection = (carrier: Carrier, account: Account | null, url: string): CarrierConnection => {
    const key = keyOf(carrier.id, account?.id)
    const known = connections.get(key)
    if (known) return known
    const made = options.connect({
      baseUrl: url,
      account: key,
      budget: carrier.budget,
      clock: wallClock,
      random: options.random,
      log(line) {
        log.info(line, 'carrier asked')
        options.exchanged?.({ ...line, at: wallClock.now() })
      },
    })
    made.onHealth(options.healthChanged)
    connections.set(key, made)
    return made
  }

  const line = (carrier: Carrier, account: Account | null): CarrierLine | null => {
    const url = baseUrl(carrier, account)
    if (url === null) return null
    return {
      carrier,
      account,
      isOff: () => account !== null && options.isOff(account.id),
      health: () => connection(carrier, account, url).health(),
      credentials: () => credentialsOf(carrier, account, vault),
      context: (signal) => ({ http: connection(carrier, account, url), signal, clock }),
    }
  }

  const drop = async (key: string) => {
    const connection = connections.get(key)
    connections.delete(key)
    await connection?.close()
  }

  return {
    sandboxed: options.sandboxUrl !== null,
    async to(carrier) {
      if (!carrier.capabilities.tracking?.needsAccount) return present([line(carrier, null)])
      const accounts = (await options.accounts.list()).filter((account) => account.carrier === carrier.id)
      accounts.sort((a, b) => environmentRank[a.environment] - environmentRank[b.environment] || a.id - b.id)
      return present(accounts.map((account) => line(carrier, account)))
    },
    of(carrier, account) {
      const found = line(carrier, account)
      return found ? ok(found) : fail('sandbox-not-running')
    },
    networkBack() {
      for (const connection of connections.values()) connection.networkBack()
    },
    forget(account) {
      for (const key of connections.keys()) {
        if (!key.endsWith(`/${account}`)) continue
        drop(key).catch((error: unknown) => log.warn({ err: error }, 'a connection did not close'))
      }
    },
    async close() {
      await Promise.all([...connections.keys()].map(drop))
    },
  }
}

const keyOf = (carrier: string, account: AccountId | undefined): string => `${carrier}/${account ?? 'public'}`

const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item): item is T => item !== null)

async function credentialsOf(
  carrier: Carrier,
  account: Account | null,
  vault: Vault,
): Promise<Result<Credentials, LineFailure>> {
  if (!account) return ok({})
  const credentials: Record<string, string> = { ...account.fields }
  for (const { key, required } of secretFields(carrier)) {
    const found = await vault.get(secretKey(account.id, key))
    if (!found.ok) return found
    // Never entered for this account: what lies under its number is of another one, from before a backup was restored.
    const own = account.secretsEnteredAt === null ? null : found.value
    if (own !== null) credentials[key] = own
    else if (required) return fail({ code: 'secret-missing', field: key })
  }
  return ok(credentials)
}
