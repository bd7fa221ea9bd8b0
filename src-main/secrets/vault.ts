import type { Result } from '../domain/result.ts'

/** The operating system's keychain can't be used: none there, locked, or refused. */
export type VaultFailure = { readonly code: 'keychain-unavailable'; readonly message: string }

/** Where secrets live. Keys are ours (`account/3/accessCode`); values never go anywhere but to the call that needs them. */
export type Vault = {
  get(key: string): Promise<Result<string | null, VaultFailure>>
  set(key: string, value: string): Promise<Result<void, VaultFailure>>
  remove(key: string): Promise<Result<void, VaultFailure>>
  /** Whether the keychain answers at all. */
  probe(): Promise<Result<void, VaultFailure>>
}
