import type { AccountField, Carrier } from '../../carriers/carrier.ts'
import type { Account, AccountId, Environment } from '../../domain/account.ts'
import type { Clock } from '../../domain/clock.ts'
import type { ParcelSelection } from '../../domain/parcel-query.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { fail, ok, type Result } from '../../domain/result.ts'
import type { Vault } from '../../secrets/vault.ts'
import type { AccountSuccession, AsOf, Store } from '../../store/store.ts'
import { secretFields, secretKey } from '../account-secrets.ts'
import type { AccessMemories, AccessMemory } from '../access-memory.ts'
import type { SecretChange } from '../next-secrets.ts'

export type AccountView = {
  readonly id: AccountId
  readonly carrier: string
  readonly name: string
  readonly environment: Environment
  readonly fields: Readonly<Record<string, string>>
  /** Which secrets are there. */
  readonly secrets: Readonly<Record<string, boolean>>
  readonly secretsEnteredAt: number | null
  /** When the carrier ends them at the latest, counted from when they were entered; null: it does not. */
  readonly secretsEndAt: number | null
  /** When others were entered that wait until the carrier takes them; null: none wait. */
  readonly nextSecretsEnteredAt: number | null
  /** What the last test of the connection found; null: it was never tested. */
  readonly access: AccessMemory | null
  /** Since when nothing is asked with it; null: it is on. */
  readonly offSince: number | null
  readonly parcels: number
  /** Watched parcels that depend on it. */
  readonly dependents: number
}

export type AccountInput = {
  readonly id?: AccountId | undefined
  readonly carrier: string
  readonly name: string
  readonly environment: Environment
  readonly fields: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>> | undefined
  /** New secrets wait beside those in use until the carrier takes them. */
  readonly beside?: boolean | undefined
}

type SaveProblem = Problem<
  'carrier-unknown' | 'account-unknown' | 'name-taken' | 'field-invalid' | 'secret-missing' | 'keychain-unavailable'
>

/** Contracts with carriers: what may be told of them in the store, what may not in the keychain. */
export type AccountsService = {
  list(): Promise<readonly AccountView[]>
  save(input: AccountInput): Promise<Result<{ id: AccountId }, SaveProblem>>
  /** Refused while watched parcels depend on it, unless it is said what becomes of them. */
  remove(
    id: AccountId,
    succession: AccountSuccession | null,
  ): Promise<Result<void, Problem<'account-unknown' | 'account-in-use' | 'keychain-unavailable'>>>
}

export type AccountsOptions = {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly carriers: readonly Carrier[]
  readonly vault: Vault
  readonly secretChange: Pick<SecretChange, 'enter' | 'discard'>
  readonly memories: Pick<AccessMemories, 'of' | 'forget'>
  readonly clock: Clock
  readonly asOf: () => AsOf
  /** An account is new, different or gone: its connection and what waited for it are out of date. */
  readonly changed: (account: AccountId, carrier: string) => Promise<void>
}

const dayMs = 86_400_000

/** Makes the service. */
export function createAccounts(options: AccountsOptions): AccountsService {
  const { store, vault, clock } = options
  const carrierOf = (id: string) => options.carriers.find((carrier) => carrier.id === id)

  const view = async (account: Account): Promise<AccountView> => {
    const carrier = carrierOf(account.carrier)
    const secrets: Record<string, boolean> = {}
    for (const { key } of carrier ? secretFields(carrier) : []) {
      const found = await vault.get(secretKey(account.id, key))
      secrets[key] = account.secretsEnteredAt !== null && found.ok && found.value !== null
    }
    const own: ParcelSelection = { kind: 'query', query: { filter: { carrier: [account.carrier] } } }
    const { id, name, environment, fields, secretsEnteredAt, nextSecretsEnteredAt, offSince } = account
    const life = carrier?.secretLifeDays
    const secretsEndAt = secretsEnteredAt === null || life === undefined ? null : secretsEnteredAt + life * dayMs
    const entered = { secrets, secretsEnteredAt, secretsEndAt, nextSecretsEnteredAt }
    const parcels = await store.read.parcels.countSelection(own, options.asOf())
    const dependents = await store.read.accounts.dependents(id)
    const told = { id, carrier: account.carrier, name, environment, fields, offSince }
    return { ...told, ...entered, access: await options.memories.of(id), parcels, dependents }
  }

  /** Puts the secrets into the keychain, all or none of them new. */
  const keep = async (account: AccountId, secrets: Readonly<Record<string, string>>): Promise<SaveProblem | null> => {
    for (const [field, value] of Object.entries(secrets)) {
      const kept = await vault.set(secretKey(account, field), value)
      if (!kept.ok) return problem('keychain-unavailable', kept.error.message, { retryable: true })
    }
    return null
  }

  const keepBeside = async (id: AccountId, secrets: Readonly<Record<string, string>>): Promise<SaveProblem | null> =>
    (await options.secretChange.enter(id, secrets))
      ? null
      : problem('keychain-unavailable', 'the keychain did not take the new secrets', { retryable: true })

  return {
    async list() {
      return Promise.all((await store.read.accounts.list()).map(view))
    },

    async save(input) {
      const carrier = carrierOf(input.carrier)
      if (!carrier) return fail(problem('carrier-unknown', `there is no carrier ${input.carrier}`))
      const before = input.id === undefined ? null : await store.read.accounts.get(input.id)
      if (input.id !== undefined && before?.carrier !== carrier.id) {
        return fail(problem('account-unknown', `there is no account ${input.id} of ${carrier.id}`))
      }
      const secrets = given(input.secrets ?? {})
      const checked = checkFields(carrier, input, secrets)
      if (!checked.ok) return checked
      const lacking = await lackingSecret(carrier, before, secrets, vault)
      if (lacking) return fail(lacking)
      if (Object.keys(secrets).length > 0) {
        const reachable = await vault.probe()
        if (!reachable.ok) return fail(problem('keychain-unavailable', reachable.error.message, { retryable: true }))
      }
      const now = clock.now()
      const waits = input.beside === true && before?.secretsEnteredAt != null && Object.keys(secrets).length > 0
      const secretsEnteredAt = Object.keys(secrets).length > 0 && !waits ? now : (before?.secretsEnteredAt ?? null)
      const record = { carrier: carrier.id, name: input.name, environment: input.environment, fields: checked.value }
      const id = await store.write.accounts.save({ ...record, secretsEnteredAt, ...(before && { id: before.id }) }, now)
      if (typeof id === 'string') return fail(problem(id, `account ${input.name}: ${id}`))
      const refused = waits ? await keepBeside(id, secrets) : await keep(id, secrets)
      if (refused) {
        if (before) await store.write.accounts.save(before, now)
        else await store.write.accounts.remove(id)
        return fail(refused)
      }
      await options.changed(id, carrier.id)
      return ok({ id })
    },

    async remove(id, succession) {
      const account = await store.read.accounts.get(id)
      if (!account) return fail(problem('account-unknown', `there is no account ${id}`))
      const dependents = await store.read.accounts.dependents(id)
      if (dependents > 0 && !succession) {
        const detail = { count: dependents, name: account.name }
        return fail(problem('account-in-use', `${dependents} watched parcels depend on the account`, { detail }))
      }
      const heir = succession?.kind === 'move' ? await store.read.accounts.get(succession.to) : null
      if (succession?.kind === 'move' && (heir?.carrier !== account.carrier || heir.id === id))
        return fail(problem('account-unknown', `there is no other account ${succession.to} of ${account.carrier}`))
      const carrier = carrierOf(account.carrier)
      // The secrets first: an account without them can be removed again, secrets without their account are never found.
      await options.secretChange.discard(id)
      await options.memories.forget(id)
      for (const { key } of carrier ? secretFields(carrier) : []) {
        const removed = await vault.remove(secretKey(id, key))
        if (!removed.ok) return fail(problem('keychain-unavailable', removed.error.message, { retryable: true }))
      }
      await store.write.accounts.remove(id, succession, clock.now())
      await options.changed(id, account.carrier)
      return ok(undefined)
    },
  }
}

/** Secrets that were entered; an empty field leaves the stored one. */
const given = (secrets: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(secrets)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  )

/** The fields as the carrier wants them, or the first that is wrong. */
function checkFields(
  carrier: Carrier,
  { fields, environment }: AccountInput,
  secrets: Readonly<Record<string, string>>,
): Result<Record<string, string>, SaveProblem> {
  const wrong = (field: string, words: string) =>
    fail(problem('field-invalid', `${field}: ${words}`, { detail: { field } }))
  if (environment !== 'sandbox' && carrier.hosts[environment] === undefined) {
    return wrong('environment', `${carrier.id} has no ${environment} environment`)
  }
  const secretKeys = new Set(secretFields(carrier).map(({ key }) => key))
  const known = (isSecret: boolean) => (key: string) =>
    carrier.accountFields.some((field: AccountField) => field.key === key && secretKeys.has(key) === isSecret)
  const stray =
    Object.keys(fields).find((key) => !known(false)(key)) ?? Object.keys(secrets).find((key) => !known(true)(key))
  if (stray !== undefined) return wrong(stray, 'no such field')
  const parsed = carrier.account.safeParse({ ...fields, ...secrets })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return wrong(String(issue?.path[0] ?? ''), issue?.message ?? 'not valid')
  }
  return ok(Object.fromEntries(Object.entries(parsed.data).filter(([key]) => !secretKeys.has(key))))
}

/** The first required secret that is neither given nor stored. */
async function lackingSecret(
  carrier: Carrier,
  before: Account | null,
  secrets: Readonly<Record<string, string>>,
  vault: Vault,
): Promise<SaveProblem | null> {
  for (const { key, required } of secretFields(carrier)) {
    if (!required || secrets[key] !== undefined) continue
    const stored = before?.secretsEnteredAt != null ? await vault.get(secretKey(before.id, key)) : null
    if (stored && !stored.ok) return problem('keychain-unavailable', stored.error.message, { retryable: true })
    if (!stored || stored.value === null)
      return problem('secret-missing', `${key} is missing`, { detail: { field: key } })
  }
  return null
}
