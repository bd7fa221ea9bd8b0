import type { AccountId } from '../domain/account.ts'

/** How a carrier fares as seen from here. */
export type CarrierHealthView = {
  readonly carrier: string
  readonly account: AccountId | null
  readonly state: 'up' | 'slow' | 'down' | 'refused' | 'no-account' | 'idle' | 'off' | 'silent'
  readonly since: number | null
  readonly nextTryAt: number | null
  readonly reason: string | null
  readonly waiting: number
  readonly lastAnswerAt: number | null
}

/** How the watching of parcels stands. */
export type SyncView = {
  readonly running: boolean
  readonly paused: boolean
  readonly online: boolean
  readonly due: number
  readonly watched: number
  readonly nextAt: number | null
  readonly carriers: readonly CarrierHealthView[]
}
