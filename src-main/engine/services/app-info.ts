import type { Vault } from '../../secrets/vault.ts'
import type { AsOf, Store } from '../../store/store.ts'

export type AppInfoView = {
  readonly version: string
  readonly dataDir: string
  readonly demo: boolean
  readonly sandbox: string | null
  readonly firstStart: boolean
  readonly keychain: 'available' | 'unavailable'
  readonly versions: Readonly<Record<string, string>>
}

export type AppInfoParts = Pick<AppInfoView, 'version' | 'dataDir' | 'demo' | 'sandbox'> & {
  readonly store: Pick<Store, 'read'>
  readonly vault: Vault
  readonly asOf: () => AsOf
}

/** Parts of the runtime whose versions help somebody who is asked for help. */
const told = ['electron', 'chrome', 'node', 'v8'] as const

/** What the application is, where its data lies, and whether it was used before. */
export async function appInfo({ store, vault, asOf, ...facts }: AppInfoParts): Promise<AppInfoView> {
  const [accounts, page, keychain] = await Promise.all([
    store.read.accounts.list(),
    store.read.parcels.search({}, { limit: 1 }, asOf()),
    vault.probe(),
  ])
  const parcels = page === 'cursor-invalid' ? 0 : page.rows.length
  const versions = Object.fromEntries(
    told.flatMap((part) => {
      const version = process.versions[part]
      return version === undefined ? [] : [[part, version]]
    }),
  )
  return {
    ...facts,
    firstStart: accounts.length === 0 && parcels === 0,
    keychain: keychain.ok ? 'available' : 'unavailable',
    versions,
  }
}
