import type { CarrierHealth, SyncState } from '../../../src-main/contract/sync.contract.ts'
import type { ColourRole } from '../../ui/status-look.ts'

export type HealthLook = { readonly icon: string; readonly role: ColourRole }

/** Icon and colour role of each state of a carrier; the word is `shell.health.state.<state>`. */
export const healthLooks: Readonly<Record<CarrierHealth['state'], HealthLook>> = {
  up: { icon: 'i-lucide-circle-check', role: 'success' },
  idle: { icon: 'i-lucide-circle-dashed', role: 'neutral' },
  off: { icon: 'i-lucide-power-off', role: 'warning' },
  slow: { icon: 'i-lucide-gauge', role: 'warning' },
  silent: { icon: 'i-lucide-hourglass', role: 'warning' },
  'no-account': { icon: 'i-lucide-key-round', role: 'warning' },
  refused: { icon: 'i-lucide-octagon-x', role: 'error' },
  down: { icon: 'i-lucide-circle-x', role: 'error' },
}

const byGravity: readonly CarrierHealth['state'][] = [
  'up',
  'idle',
  'off',
  'slow',
  'silent',
  'no-account',
  'refused',
  'down',
]

/** The carrier that most needs looking at; null when all is well. */
export function worstCarrier(carriers: readonly CarrierHealth[]): CarrierHealth | null {
  const gravity = (health: CarrierHealth): number => byGravity.indexOf(health.state)
  const worst = [...carriers].sort((a, b) => gravity(b) - gravity(a))[0]
  return worst && gravity(worst) >= byGravity.indexOf('slow') ? worst : null
}

/** The first carrier that is asked nothing because somebody wanted it so: it is off, or every account with it. */
export function offCarrier(carriers: readonly CarrierHealth[]): CarrierHealth | null {
  const goesOn = new Set(carriers.filter(({ state }) => state !== 'off').map(({ carrier }) => carrier))
  return carriers.find(({ state, carrier }) => state === 'off' && !goesOn.has(carrier)) ?? null
}

/** The word for how a carrier fares; an account that is off is not the carrier's doing. */
export const stateWord = ({ state, account }: CarrierHealth): string =>
  state === 'off' && account !== null ? 'shell.health.accountOff' : `shell.health.state.${state}`

/** The one word of the health button: what holds everything up goes before any carrier. */
export function overallHealth(state: SyncState): 'paused' | 'offline' | 'trouble' | 'well' {
  if (state.paused) return 'paused'
  if (!state.online) return 'offline'
  return worstCarrier(state.carriers) ? 'trouble' : 'well'
}
