import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { compose, type ComposeOptions, type Composition } from '../../src-main/compose.ts'
import type { OutputOf, Reply } from '../../src-main/contract/define.ts'
import type { Contract, ProcedureName } from '../../src-main/contract/index.ts'
import { filePaths } from '../../src-main/engine/file-paths.ts'
import { systemClock } from '../../src-main/domain/clock.ts'
import type { ParcelData } from '../../src-main/domain/parcel.ts'
import { sampleShop } from '../../src-main/sandbox/sample/sample-shop.ts'
import { createSandbox, type Sandbox } from '../../src-main/sandbox/sandbox.ts'
import type { ImportRow } from '../../src-main/store/store.ts'
import { createMemoryVault } from '../../src-main/secrets/memory-vault.ts'

/** A folder that is gone when the test is over. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'despacho-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The whole application without a window, on a folder and a vault of its own; stopped when the test is over. */
export async function composeForTest(
  more: Partial<ComposeOptions> = {},
): Promise<Composition & { readonly dataDir: string }> {
  const dataDir = more.dataDir ?? folderForTest()
  const composed = await compose({
    version: '0.0.0',
    locale: 'pt-BR',
    part: 'test',
    files: filePaths(dataDir),
    background: false,
    checkOutputs: true,
    vault: createMemoryVault(),
    ...more,
    dataDir,
  })
  if (!composed.ok) throw new Error(`the store was not opened: ${composed.error.code}`)
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= composed.value.stop())
  onTestFinished(stop)
  return { ...composed.value, stop, dataDir }
}

/** Calls a procedure as the page would, and answers the reply. */
export async function ask<Name extends ProcedureName>(
  { endpoint }: Pick<Composition, 'endpoint'>,
  name: Name,
  input: unknown,
  more: { signal?: AbortSignal; onProgress?: (progress: unknown) => void } = {},
): Promise<Reply<OutputOf<Contract[Name]>>> {
  return (await endpoint({ name, input, sender: undefined, ...more })) as Reply<OutputOf<Contract[Name]>>
}

/** Calls a procedure that has to succeed. */
export async function get<Name extends ProcedureName>(
  composition: Pick<Composition, 'endpoint'>,
  name: Name,
  input: unknown,
): Promise<OutputOf<Contract[Name]>> {
  const reply = await ask(composition, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
  return reply.value
}

/** What the sandbox's Correios takes for an account. */
export const sandboxAccount = {
  carrier: 'correios',
  name: 'Loja',
  environment: 'sandbox',
  fields: { user: 'lojaexemplo', postingCard: '0012345678', contract: '9912345678', dr: '72' },
  secrets: { accessCode: 'codigo-de-acesso-da-demonstracao' },
} as const

/** A sandbox that listens until the test is over, with a shop whose parcels Correios carries, for one contract or for any. */
export async function correiosSandbox(
  parcels: number,
  owner: string | null = null,
): Promise<{ readonly sandbox: Sandbox; readonly url: string; readonly parcels: readonly ParcelData[] }> {
  const sandbox = createSandbox({ clock: systemClock, seed: 'engine' })
  const shop = sampleShop({ seed: 'engine', now: sandbox.clock.now(), parcels })
  sandbox.load(shop.journeys.map((journey) => ({ ...journey, owner })))
  const url = await sandbox.start()
  onTestFinished(() => sandbox.stop())
  return { sandbox, url, parcels: shop.parcels.filter(({ carrier }) => carrier === 'correios') }
}

/** Stores parcels the way an import does. */
export async function storeParcels(
  { engine }: Pick<Composition, 'engine'>,
  parcels: readonly ImportRow['data'][],
): Promise<void> {
  const session = await engine.store.write.parcels.beginImport({
    name: 'test',
    at: engine.clock.now(),
    changes: 'accept',
  })
  await session.add(parcels.map((data, index) => ({ line: index + 1, data })))
  await session.commit()
}
