import { ok } from '../domain/result.ts'
import type { Vault } from './vault.ts'

/** A vault that forgets everything at the end: for tests, and for the demonstration, which has no secrets of anybody. */
export function createMemoryVault(): Vault {
  const values = new Map<string, string>()
  return {
    get: async (key) => ok(values.get(key) ?? null),
    set: async (key, value) => {
      values.set(key, value)
      return ok(undefined)
    },
    remove: async (key) => {
      values.delete(key)
      return ok(undefined)
    },
    probe: async () => ok(undefined),
  }
}
