/** A place of the application: one question it answers, one entry at the left, `Ctrl` and its number. */
export type Place = { readonly path: string; readonly title: string; readonly icon: string }

/** In the order of a dispatch day. */
export const places: readonly Place[] = [
  { path: '/today', title: 'shell.places.today', icon: 'i-lucide-sun' },
  { path: '/parcels', title: 'shell.places.parcels', icon: 'i-lucide-package' },
  { path: '/quotes', title: 'shell.places.quotes', icon: 'i-lucide-calculator' },
  { path: '/accounts', title: 'shell.places.accounts', icon: 'i-lucide-key-round' },
  { path: '/settings', title: 'shell.places.settings', icon: 'i-lucide-settings' },
]
