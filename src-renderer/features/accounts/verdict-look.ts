import type { CheckVerdict } from '../../../src-main/contract/accounts.contract.ts'
import type { ColourRole } from '../../ui/status-look.ts'

type VerdictLook = { readonly icon: string; readonly role: ColourRole }

const trouble: VerdictLook = { icon: 'i-lucide-circle-x', role: 'error' }
const passing: VerdictLook = { icon: 'i-lucide-hourglass', role: 'warning' }

/** Icon and colour role of what *Test connection* found; what is the carrier's or passes by itself warns, ours is an error. */
export const verdictLooks: Readonly<Record<CheckVerdict, VerdictLook>> = {
  connected: { icon: 'i-lucide-circle-check', role: 'success' },
  'credentials-wrong': trouble,
  'credentials-too-fresh': passing,
  'access-code-expired': trouble,
  'posting-card-unknown': trouble,
  'tracking-not-enabled': trouble,
  'carrier-down': passing,
  'no-network': { icon: 'i-lucide-wifi-off', role: 'warning' },
  'clock-wrong': { icon: 'i-lucide-clock-alert', role: 'error' },
  'sandbox-not-running': trouble,
  'secret-missing': trouble,
  'keychain-unavailable': { icon: 'i-lucide-lock', role: 'error' },
  'answer-not-understood': trouble,
}
