import { deletePassword, findCredentials, getPassword, setPassword } from 'keytar/keytar.js'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Vault, VaultFailure } from './vault.ts'

/** The name under which secrets stand in the system's keychain, for people who look there. */
export const keychainService = 'despacho'

/** Asked for to see whether the keychain answers; never stored. */
const probeKey = 'probe'

/**
 * The vault over the operating system's keychain.
 *
 * Where there is none, or it is locked and stays so, every call says so. There is no second place: a secret that can't go
 * into the keychain goes nowhere.
 */
export function createKeyringVault(service: string = keychainService, platform = process.platform): Vault {
  /**
   * On Linux the library falls back to the kernel's own key ring where no Secret Service answers; what is put there is gone
   * after the next start. Listing has no such fallback, so it tells whether the keychain is there.
   */
  const reach = async () => {
    if (platform === 'linux') await findCredentials(service)
  }
  const isKept = async (key: string) => {
    if (platform !== 'linux') return true
    return (await findCredentials(service)).some(({ account }) => account === key)
  }

  return {
    get: (key) =>
      attempt(async () => {
        await reach()
        return getPassword(service, key)
      }),
    set: (key, value) =>
      attempt(async () => {
        await reach()
        await setPassword(service, key, value)
        if (!(await isKept(key))) throw new Error('the keychain took the secret and does not have it')
      }),
    remove: (key) =>
      attempt(async () => {
        await reach()
        await deletePassword(service, key)
      }),
    probe: () =>
      attempt(async () => {
        await reach()
        await getPassword(service, probeKey)
      }),
  }
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, VaultFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    // The keychain's own words; they name the platform's error and no value.
    const message = error instanceof Error ? error.message : String(error)
    return fail({ code: 'keychain-unavailable', message })
  }
}
