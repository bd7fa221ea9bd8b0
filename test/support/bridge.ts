import type { Page } from 'playwright-core'
import type { InputOf, OutputOf, Reply } from '../../src-main/contract/define.ts'
import type { CallName, Contract } from '../../src-main/contract/index.ts'

/** Calls a procedure from the page as its own code does, whatever the name and the payload, and gives back the reply. */
export function callFromPage(window: Page, name: string, payload: unknown): Promise<Reply<unknown>> {
  return window.evaluate(`despacho.call(${JSON.stringify(name)}, ${JSON.stringify(payload)})`)
}

/** Begins long work from the page and gives back its reply. */
export function startFromPage(window: Page, name: string, payload: unknown): Promise<Reply<unknown>> {
  const call = `despacho.start(${JSON.stringify(name)}, ${JSON.stringify(payload)}, () => undefined).result`
  return window.evaluate(call)
}

/** Asks what the page could ask, over the real IPC; a refusal throws. */
export async function ask<Name extends CallName>(
  window: Page,
  name: Name,
  input: InputOf<Contract[Name]>,
): Promise<OutputOf<Contract[Name]>> {
  const reply = await callFromPage(window, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`)
  return reply.value as OutputOf<Contract[Name]>
}
