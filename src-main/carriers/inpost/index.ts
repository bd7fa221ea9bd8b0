import { z } from 'zod'
import { defineCarrier } from '../carrier.ts'
import { fetchTracking } from './client.ts'
import { statusTable } from './status-map.ts'

/** InPost Poland, by the public tracking of its ShipX API; no account is needed. */
export const inpost = defineCarrier({
  id: 'inpost',
  label: 'InPost',
  country: 'PL',
  accountFields: [],
  account: z.object({}).transform((): Record<string, string> => ({})),
  hosts: {
    production: 'https://api-shipx-pl.easypack24.net',
    test: 'https://sandbox-api-shipx-pl.easypack24.net',
  },
  // No other carrier of ours has 24 digits. The number has no known check digit: GS1's fails on published examples.
  recognise: (code) => (/^\d{24}$/.test(code) ? 'yes' : 'no'),
  publicUrl: (code) => `https://inpost.pl/sledzenie-przesylek?number=${encodeURIComponent(code)}`,
  // No limit is documented; one a second is what considerate clients keep to.
  budget: { perSecond: 1, burst: 1, concurrency: 2 },
  statusTable,
  capabilities: { tracking: { maxCodesPerCall: 1, needsAccount: false, fetch: fetchTracking } },
})
