import { compose } from '../../../src-main/compose.ts'
import { filePaths } from '../../../src-main/engine/file-paths.ts'
import { createMemoryVault } from '../../../src-main/secrets/memory-vault.ts'
import { sandboxAccount } from '../../support/composition.ts'

/** Quotes a file by the thousand, says each step, until it is killed or done: `quoting-process.ts <data folder> <sandbox> <file>`. */
const [, , dataDir = '', sandboxUrl = '', file = ''] = process.argv
const composed = await compose({
  version: '0.0.0',
  locale: 'pt-BR',
  part: 'test',
  files: filePaths(dataDir),
  background: false,
  checkOutputs: true,
  vault: createMemoryVault(),
  dataDir,
  sandboxUrl,
})
if (!composed.ok) throw new Error(composed.error.code)
const { endpoint, stop } = composed.value
const call = async (name: string, input: unknown) => {
  const reply = await endpoint({
    name,
    input,
    sender: undefined,
    onProgress: (progress) => process.stdout.write(`${JSON.stringify(progress)}\n`),
  })
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
  return reply.value
}
// The vault of a test forgets with its process, so the account is entered each time.
const [account] = (await call('accounts.list', {})) as readonly { readonly id: number }[]
const fields = { ...sandboxAccount.fields, originPostalCode: '01310100' }
await call('accounts.save', { ...sandboxAccount, fields, ...(account && { id: account.id }) })
const [job] = (await call('quotes.jobs', {})) as readonly { readonly id: number }[]
const ended = job
  ? await call('quotes.resume', { job: job.id })
  : await call('quotes.bulk', { source: { kind: 'file', file } })
process.stdout.write(`${JSON.stringify({ ended })}\n`)
await stop()
