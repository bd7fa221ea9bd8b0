import { chmodSync, chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const nobody = 65_534

/**
 * Runs work as somebody whom the rights of files hold. Root reads every file, whatever its mode says: who runs tests as
 * root is nobody meanwhile, and the folder with all that is in it is nobody's from then on.
 */
export async function asSomebodyWithoutRights<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (!process.seteuid || process.geteuid?.() !== 0) return work()
  chmodSync(folder, 0o700)
  for (const path of [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))])
    chownSync(path, nobody, nobody)
  process.seteuid(nobody)
  try {
    return await work()
  } finally {
    process.seteuid(0)
  }
}
