import type { Carrier, CarrierFailure, ContractFacts, Permission } from '../../carriers/carrier.ts'
import type { Account, AccountId } from '../../domain/account.ts'
import type { Clock } from '../../domain/clock.ts'
import { problem, type Problem } from '../../domain/problem.ts'
import { assertNever, fail, ok, type Result } from '../../domain/result.ts'
import type { Store } from '../../store/store.ts'
import type { CarrierLines, LineFailure } from '../carrier-lines.ts'
import type { AccessMemories } from '../access-memory.ts'
import type { NextSecrets, SecretChange } from '../next-secrets.ts'
import { areFresh, freshSecretMs } from '../retry-time.ts'

/** What *Test connection* found, each told apart from the others. */
export type CheckVerdict =
  | 'connected'
  | 'credentials-wrong'
  | 'credentials-too-fresh'
  | 'access-code-expired'
  | 'posting-card-unknown'
  | 'tracking-not-enabled'
  | 'carrier-down'
  | 'no-network'
  | 'clock-wrong'
  | 'sandbox-not-running'
  | 'secret-missing'
  | 'keychain-unavailable'
  | 'answer-not-understood'

export type AccountCheckView = {
  readonly verdict: CheckVerdict
  /** Set while Despacho keeps trying: until when. */
  readonly until: number | null
  readonly carrierSays: string | null
  readonly detail?: Readonly<Record<string, string | number>> | undefined
  readonly permissions: readonly Permission[]
  /** What the contract is, where the carrier tells. */
  readonly contract: ContractFacts | null
  /** Secrets that wait beside those in use; null: none do. */
  readonly next: NextSecrets | null
  /** The account is switched off: apart from this test nothing is asked with it. */
  readonly off: boolean
  readonly at: number
}

export type CheckStep = 'keychain' | 'network' | 'token' | 'tracking'

export type AccountChecks = {
  check(
    id: AccountId,
    signal: AbortSignal,
    report: (step: CheckStep) => void,
  ): Promise<Result<AccountCheckView, Problem<'account-unknown' | 'cancelled'>>>
}

export type AccountCheckOptions = {
  readonly store: Pick<Store, 'read'>
  readonly carriers: readonly Carrier[]
  readonly lines: CarrierLines
  /** When credentials were entered and are refused is a matter of the wall clock. */
  readonly clock: Clock
  readonly isOnline: () => boolean
  /** Whether a host has an address: names are the first thing that goes when the network does. */
  readonly resolves: (host: string) => Promise<boolean>
  /** The access code is fresh and refused: to be tried again until then. */
  readonly tooFresh: (id: AccountId, until: number) => void
  readonly secretChange: Pick<SecretChange, 'tryNext'>
  readonly memories: Pick<AccessMemories, 'note'>
}

/** Failures in which the carrier said nothing. */
const unheard: ReadonlySet<CarrierFailure['code']> = new Set([
  'carrier.unreachable',
  'carrier.timeout',
  'carrier.left-alone',
  'carrier.cancelled',
])

type Finding = Omit<AccountCheckView, 'at' | 'contract' | 'next' | 'permissions' | 'off'>

/** Makes the service. It changes nothing at the carrier, and here only which of two secrets is in use. */
export function createAccountChecks(options: AccountCheckOptions): AccountChecks {
  const { clock, lines } = options

  const hasNetwork = async ({ hosts }: Carrier, { environment }: Account): Promise<boolean> => {
    const host = environment === 'sandbox' ? undefined : hosts[environment]
    return options.isOnline() && (host === undefined || (await options.resolves(new URL(host).hostname)))
  }

  const judge = async (
    carrier: Carrier,
    account: Account,
    { failure, permissions }: { failure: CarrierFailure; permissions: readonly Permission[] },
  ): Promise<Finding> => {
    const found = (verdict: CheckVerdict, detail?: AccountCheckView['detail']): Finding => ({
      verdict,
      until: null,
      carrierSays: unheard.has(failure.code) ? null : (failure.carrierCode ?? failure.message),
      ...(detail && { detail }),
    })
    switch (failure.code) {
      case 'carrier.credentials': {
        if (!areFresh(account.secretsEnteredAt, clock.now())) return found('credentials-wrong')
        const until = (account.secretsEnteredAt ?? 0) + freshSecretMs
        options.tooFresh(account.id, until)
        return { ...found('credentials-too-fresh'), until }
      }
      case 'carrier.credentials-expired':
        return found('access-code-expired')
      case 'carrier.posting-card-unknown':
        return found('posting-card-unknown')
      case 'carrier.not-enabled': {
        const service = permissions.find(({ name }) => name === 'tracking')?.service
        return found('tracking-not-enabled', service ? { service } : undefined)
      }
      case 'carrier.clock-wrong':
        return found(
          'clock-wrong',
          failure.clockOffMs === undefined ? undefined : { minutes: Math.round(failure.clockOffMs / 60_000) },
        )
      case 'carrier.unreachable':
        if (lines.sandboxed) return found('sandbox-not-running')
        return found((await hasNetwork(carrier, account)) ? 'carrier-down' : 'no-network')
      case 'carrier.timeout':
      case 'carrier.down':
      case 'carrier.rate-limited':
      case 'carrier.left-alone':
      case 'carrier.cancelled':
        return found('carrier-down')
      case 'carrier.malformed-answer':
      case 'carrier.rejected':
        return found('answer-not-understood')
      default:
        return assertNever(failure.code)
    }
  }

  return {
    async check(id, signal, report) {
      const next = await options.secretChange.tryNext(id, signal)
      if (next?.state === 'waiting') options.tooFresh(id, next.until)
      const account = await options.store.read.accounts.get(id)
      const carrier = options.carriers.find((candidate) => candidate.id === account?.carrier)
      if (!account || !carrier) return fail(problem('account-unknown', `there is no account ${id}`))
      const view = (
        finding: Finding,
        permissions: readonly Permission[] = [],
        contract: ContractFacts | null = null,
      ): Result<AccountCheckView, never> =>
        ok({ ...finding, permissions, contract, next, off: account.offSince !== null, at: clock.now() })

      const line = lines.of(carrier, account)
      if (!line.ok) return view(plain(line.error))
      report('keychain')
      const credentials = await line.value.credentials()
      if (!credentials.ok) return view(lineFinding(credentials.error))
      report('network')
      const { access } = carrier.capabilities
      if (!access) return view(plain('connected'))
      report('token')
      const {
        failure,
        permissions,
        contract = null,
      } = await access.check(credentials.value, line.value.context(signal))
      if (signal.aborted) return fail(problem('cancelled', 'the check was cancelled'))
      const cards = [account.fields['postingCard'], account.fields['sedexCard']].filter((card) => card !== undefined)
      await options.memories.note(id, { at: clock.now(), permissions, contract, cards })
      report('tracking')
      const finding = failure ? await judge(carrier, account, { failure, permissions }) : plain('connected')
      return view(finding, permissions, contract)
    },
  }
}

const plain = (verdict: CheckVerdict): Finding => ({ verdict, until: null, carrierSays: null })

const lineFinding = (failure: LineFailure): Finding =>
  failure.code === 'secret-missing'
    ? { ...plain('secret-missing'), detail: { field: failure.field } }
    : plain('keychain-unavailable')
