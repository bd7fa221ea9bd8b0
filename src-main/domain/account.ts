/** Which of a carrier's environments an account talks to. `sandbox` is Despacho's own, on loopback. */
export const environments = ['production', 'test', 'sandbox'] as const
export type Environment = (typeof environments)[number]

/** Id of an account in the store. */
export type AccountId = number

/** One contract with one carrier. Its secrets are in the keychain, never here. */
export type Account = {
  readonly id: AccountId
  readonly carrier: string
  readonly name: string
  readonly environment: Environment
  /** What the carrier's account schema asks for, without the secret fields. */
  readonly fields: Readonly<Record<string, string>>
  readonly createdAt: number
  readonly updatedAt: number
  /**
   * When the secrets were last entered; an access code's age counts from here. Null: there are none of this account's,
   * whatever the keychain has under its number.
   */
  readonly secretsEnteredAt: number | null
  /** When secrets were entered that wait beside those in use until the carrier takes them; null: none wait. */
  readonly nextSecretsEnteredAt: number | null
  /** Since when a person has nothing asked with it; null: it is on. */
  readonly offSince: number | null
}
