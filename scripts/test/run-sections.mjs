import { elapsed } from '../set-up/steps.mjs'

/**
 * Runs sections one after the other up to the first that fails, and ends with the sum of their tests on a line
 * of its own. A section without tests of its own counts as one failure when it fails. Gives back the exit status.
 */
export async function runSections(sections, context, write = (text) => process.stdout.write(text)) {
  const started = Date.now()
  const total = { passed: 0, failed: 0, notRun: [] }
  let status = 0
  for (const { title, run } of sections) {
    const begun = Date.now()
    write(`\n── ${title}\n`)
    const result = await run(context)
    status = result.status
    total.passed += result.passed ?? 0
    total.failed += result.failed ?? (status === 0 ? 0 : 1)
    total.notRun.push(...(result.notRun ?? []))
    write(`── ${title}: ${status === 0 ? 'right' : 'failed'} (${elapsed(begun)})\n`)
    if (status !== 0) break
  }
  for (const name of total.notRun) write(`not run: ${name}\n`)
  write(`\nall in ${elapsed(started)}\n${total.passed} passed, ${total.failed} failed\n`)
  return status
}
