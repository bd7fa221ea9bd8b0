import type { ParcelRow } from '../../src-main/contract/parcels.contract.ts'

export type ParcelStatus = ParcelRow['status']
export type ColourRole = 'neutral' | 'info' | 'primary' | 'warning' | 'error' | 'success'

/** Icon and colour role of a status; the word is `words.status.<status>`. Never colour alone. */
export type StatusLook = { readonly icon: string; readonly role: ColourRole; readonly outline?: true }

/** The one table of how statuses look, for badges, tabs and pictures alike. */
export const statusLooks: Readonly<Record<ParcelStatus, StatusLook>> = {
  registered: { icon: 'i-lucide-circle-dashed', role: 'neutral' },
  'pre-posted': { icon: 'i-lucide-tag', role: 'neutral' },
  posted: { icon: 'i-lucide-package-check', role: 'info' },
  'in-transit': { icon: 'i-lucide-truck', role: 'info' },
  'out-for-delivery': { icon: 'i-lucide-map-pin', role: 'primary' },
  'awaiting-pickup': { icon: 'i-lucide-store', role: 'warning' },
  'delivery-failed': { icon: 'i-lucide-door-closed', role: 'warning' },
  suspended: { icon: 'i-lucide-octagon-pause', role: 'error', outline: true },
  returning: { icon: 'i-lucide-undo-2', role: 'warning' },
  returned: { icon: 'i-lucide-corner-down-left', role: 'neutral' },
  delivered: { icon: 'i-lucide-check', role: 'success' },
  customs: { icon: 'i-lucide-landmark', role: 'warning' },
  exception: { icon: 'i-lucide-triangle-alert', role: 'error' },
  lost: { icon: 'i-lucide-circle-help', role: 'error' },
  cancelled: { icon: 'i-lucide-x', role: 'neutral' },
}

/** Text colour of a role. */
export const roleText: Readonly<Record<ColourRole, string>> = {
  neutral: 'text-muted',
  info: 'text-info',
  primary: 'text-primary',
  warning: 'text-warning',
  error: 'text-error',
  success: 'text-success',
}
