import type { Carrier, CallContext, Credentials } from '../carriers/carrier.ts'
import type { Account, AccountId } from '../domain/account.ts'
import type { Clock } from '../domain/clock.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../secrets/vault.ts'
import { nextSecretKey, secretFields, secretKey } from './account-secrets.ts'
import type { CarrierLine, CarrierLines } from './carrier-lines.ts'
import { freshSecretMs } from './retry-time.ts'

/** Secrets that wait beside those in use: the carrier does not take them yet, or refused them for good. */
export type NextSecrets = {
  readonly enteredAt: number
  /** How long they are tried by themselves. */
  readonly until: number
  readonly state: 'waiting' | 'refused'
}

/** Changes an account's secrets without a gap: the old ones work until the carrier has taken the new. */
export type SecretChange = {
  /** Keeps new secrets beside those in use. False: the keychain did not take them. */
  enter(id: AccountId, secrets: Readonly<Record<string, string>>): Promise<boolean>
  /** Tries what waits; once it is taken it is in use and the old ones are gone. Null: nothing waits any more. */
  tryNext(id: AccountId, signal: AbortSignal): Promise<NextSecrets | null>
  /** What waits is thrown away. */
  discard(id: AccountId): Promise<void>
}

export type SecretChangeOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly carriers: readonly Carrier[]
  readonly vault: Vault
  readonly lines: CarrierLines
  readonly clock: Clock
  /** Other secrets are in use from now on. */
  readonly changed: (account: AccountId, carrier: string) => Promise<void>
}

/** Makes it. */
export function createSecretChange(options: SecretChangeOptions): SecretChange {
  const { store, vault, clock } = options
  const carrierOf = (id: string) => options.carriers.find((carrier) => carrier.id === id)

  const nextOf = async (account: Account, carrier: Carrier): Promise<Record<string, string>> => {
    const next: Record<string, string> = {}
    for (const { key } of secretFields(carrier)) {
      const found = await vault.get(nextSecretKey(account.id, key))
      if (found.ok && found.value !== null) next[key] = found.value
    }
    return next
  }

  const forget = async (account: Account, carrier: Carrier): Promise<void> => {
    await store.write.accounts.setNextSecrets(account.id, null)
    for (const { key } of secretFields(carrier)) await vault.remove(nextSecretKey(account.id, key))
  }

  /** The order in which a kill in between costs only trying once more. */
  const promote = async (account: Account, carrier: Carrier, next: Record<string, string>): Promise<boolean> => {
    for (const [key, value] of Object.entries(next))
      if (!(await vault.set(secretKey(account.id, key), value)).ok) return false
    const { nextSecretsEnteredAt, ...record } = account
    await store.write.accounts.save({ ...record, secretsEnteredAt: nextSecretsEnteredAt }, clock.now())
    await forget(account, carrier)
    await options.changed(account.id, carrier.id)
    return true
  }

  return {
    async enter(id, secrets) {
      for (const [key, value] of Object.entries(secrets))
        if (!(await vault.set(nextSecretKey(id, key), value)).ok) return false
      await store.write.accounts.setNextSecrets(id, clock.now())
      return true
    },

    async tryNext(id, signal) {
      const account = await store.read.accounts.get(id)
      const carrier = account && carrierOf(account.carrier)
      const enteredAt = account?.nextSecretsEnteredAt ?? null
      if (!account || !carrier || enteredAt === null) return null
      const next = await nextOf(account, carrier)
      const line = options.lines.of(carrier, account)
      const until = enteredAt + freshSecretMs
      if (Object.keys(next).length === 0) {
        await forget(account, carrier)
        return null
      }
      const verdict = line.ok ? await verdictOn({ ...account.fields, ...next }, line.value, signal) : 'unheard'
      if (verdict === 'taken' && (await promote(account, carrier, next))) return null
      return { enteredAt, until, state: verdict === 'refused' && clock.now() >= until ? 'refused' : 'waiting' }
    },

    async discard(id) {
      const account = await store.read.accounts.get(id)
      const carrier = account && carrierOf(account.carrier)
      if (account && carrier) await forget(account, carrier)
    },
  }
}

/** What the carrier says of credentials that are not in use, without its health taking note of it. */
async function verdictOn(
  credentials: Credentials,
  { carrier, context }: CarrierLine,
  signal: AbortSignal,
): Promise<'taken' | 'refused' | 'unheard'> {
  const { access } = carrier.capabilities
  if (!access) return 'taken'
  const { http, ...others } = context(signal)
  const apart: CallContext = { ...others, http: { send: (request, aborted) => http.send(request, aborted) } }
  const { failure } = await access.check(credentials, apart)
  if (failure === null) return 'taken'
  if (failure.code === 'carrier.credentials' || failure.code === 'carrier.credentials-expired') return 'refused'
  // The carrier let us in and has another complaint, which the credentials in use would meet as well.
  return failure.code === 'carrier.not-enabled' || failure.code === 'carrier.posting-card-unknown' ? 'taken' : 'unheard'
}
