import type { AccountView } from '../../../src-main/contract/accounts.contract.ts'
import type { ParcelCounts } from '../../../src-main/contract/parcels.contract.ts'
import type { SyncState } from '../../../src-main/contract/sync.contract.ts'
import type { WatchedFolderState } from '../../../src-main/contract/watched-folder.contract.ts'
import { statusLooks, type ColourRole } from '../../ui/status-look.ts'
import { parcelsAt } from './parcels-at.ts'

/** One thing that waits for somebody: how much of it, how grave, and where it is dealt with. */
export type WorkItem = {
  /** Its words are `today.work.<kind>`. */
  readonly kind: WorkKind
  readonly count: number
  readonly icon: string
  readonly role: ColourRole
  readonly to: string
  /** The carrier that it is about. */
  readonly carrier?: string
  /** The account that it is about. */
  readonly account?: string
}

export type WorkKind =
  | 'exception'
  | 'delivery-failed'
  | 'awaiting-pickup'
  | 'late'
  | 'stalled'
  | 'customs'
  | 'returning'
  | 'account-refused'
  | 'account-missing'
  | 'failing'
  | 'silent'
  | 'unmapped'
  | 'access-code-ending'
  | 'access-code-ended'
  | 'access-lost'
  | 'contract-ending'
  | 'contract-ended'
  | 'watched-folder'
  | 'watched-folder-problem'

export type WorkFacts = {
  readonly counts: ParcelCounts
  /** Counts of the parcels still watched: a parcel that came late last month is no work. */
  readonly watched: ParcelCounts
  readonly sync: SyncState | null
  readonly unmapped: number
  readonly accounts: readonly Pick<AccountView, 'name' | 'secretsEndAt' | 'nextSecretsEnteredAt' | 'access'>[]
  readonly now: number
  readonly watchedFolder: Pick<WatchedFolderState, 'pending' | 'problem'> | null
}

/** What has to be done now, the gravest first, always in the same order; what there is none of is left out. */
export function workItems({ counts, watched, sync, unmapped, watchedFolder, accounts, now }: WorkFacts): WorkItem[] {
  const ofStatus = (
    status: 'exception' | 'delivery-failed' | 'awaiting-pickup' | 'customs' | 'returning',
  ): WorkItem => ({
    kind: status,
    count: counts.status[status],
    icon: statusLooks[status].icon,
    role: statusLooks[status].role,
    to: parcelsAt({ status: [status] }),
  })
  const ofCarriers = (state: 'refused' | 'no-account'): WorkItem[] =>
    (sync?.carriers ?? [])
      .filter((health) => health.state === state && health.waiting > 0)
      .map((health) => ({
        kind: state === 'refused' ? 'account-refused' : 'account-missing',
        count: health.waiting,
        icon: 'i-lucide-key-round',
        role: 'error',
        to: state === 'refused' ? '/accounts' : `/accounts?add=${health.carrier}`,
        carrier: health.carrier,
      }))

  const items: WorkItem[] = [
    ...ofCarriers('refused'),
    ...ofCarriers('no-account'),
    ...accounts.flatMap((account) => [
      ...lostAccess(account),
      ...endingSecret(account, now),
      ...endingContract(account, now),
    ]),
    {
      kind: 'watched-folder-problem',
      count: watchedFolder?.problem ? 1 : 0,
      icon: 'i-lucide-folder-x',
      role: 'error',
      to: '/settings?section=watched',
    },
    {
      kind: 'watched-folder',
      count: watchedFolder?.pending ?? 0,
      icon: 'i-lucide-folder-input',
      role: 'warning',
      to: '/settings?section=watched',
    },
    ofStatus('exception'),
    ofStatus('delivery-failed'),
    ofStatus('awaiting-pickup'),
    {
      kind: 'late',
      count: watched.late,
      icon: 'i-lucide-clock',
      role: 'error',
      to: parcelsAt({ late: true, watch: 'watched' }),
    },
    {
      kind: 'stalled',
      count: counts.stalled,
      icon: 'i-lucide-moon',
      role: 'warning',
      to: parcelsAt({ stalled: true }),
    },
    ofStatus('customs'),
    ofStatus('returning'),
    {
      kind: 'failing',
      count: counts.failing,
      icon: 'i-lucide-cloud-alert',
      role: 'warning',
      to: parcelsAt({ failing: true }),
    },
    {
      kind: 'silent',
      count: counts.silent,
      icon: 'i-lucide-message-circle-off',
      role: 'neutral',
      to: parcelsAt({ watch: 'silent' }),
    },
    {
      kind: 'unmapped',
      count: unmapped,
      icon: 'i-lucide-circle-help',
      role: 'neutral',
      to: '/settings?section=unmapped',
    },
  ]
  return items.filter((item) => item.count > 0)
}

/** Permissions that the carrier has taken away since the test before. */
const lostAccess = ({ name, access }: WorkFacts['accounts'][number]): WorkItem[] =>
  access && access.lost.length > 0
    ? [
        {
          kind: 'access-lost',
          count: access.lost.length,
          icon: 'i-lucide-shield-x',
          role: 'error',
          to: '/accounts',
          account: name,
        },
      ]
    : []

/** So many days before its end a contract or a posting card is work: making a new one takes weeks. */
const contractDays = 30

function endingContract({ name, access }: WorkFacts['accounts'][number], now: number): WorkItem[] {
  if (!access?.endsOn) return []
  const days = Math.ceil((Date.parse(`${access.endsOn}T23:59:59`) - now) / 86_400_000)
  if (days > contractDays) return []
  const shared = { icon: 'i-lucide-file-clock', to: '/accounts', account: name } as const
  return days > 0
    ? [{ ...shared, kind: 'contract-ending', count: days, role: days <= graveDays ? 'error' : 'warning' }]
    : [{ ...shared, kind: 'contract-ended', count: 1, role: 'error' }]
}

/** From so many days before its end on a secret is work; from the last few it is grave. */
const warnedDays = 15
const graveDays = 5

/** A secret that the carrier ends soon, unless another waits to take its place. */
function endingSecret(
  { name, secretsEndAt, nextSecretsEnteredAt }: WorkFacts['accounts'][number],
  now: number,
): WorkItem[] {
  if (secretsEndAt === null || nextSecretsEnteredAt !== null) return []
  const days = Math.ceil((secretsEndAt - now) / 86_400_000)
  if (days > warnedDays) return []
  const shared = { icon: 'i-lucide-key-round', to: '/accounts', account: name } as const
  return days > 0
    ? [{ ...shared, kind: 'access-code-ending', count: days, role: days <= graveDays ? 'error' : 'warning' }]
    : [{ ...shared, kind: 'access-code-ended', count: 1, role: 'error' }]
}
