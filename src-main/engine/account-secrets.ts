import type { AccountField, Carrier } from '../carriers/carrier.ts'
import type { AccountId } from '../domain/account.ts'

/** The fields of a carrier's account that live in the keychain. */
export const secretFields = (carrier: Carrier): readonly AccountField[] =>
  carrier.accountFields.filter(({ kind }) => kind === 'secret')

/** Under which name a secret of an account stands in the keychain. */
export const secretKey = (account: AccountId, field: string): string => `account/${account}/${field}`

/** Under which name the secret stands that is to take its place, once the carrier takes it. */
export const nextSecretKey = (account: AccountId, field: string): string => `${secretKey(account, field)}/next`
