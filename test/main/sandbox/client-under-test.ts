import { onTestFinished } from 'vitest'
import type { Carrier, CallContext } from '../../../src-main/carriers/carrier.ts'
import { createCarrierHttp } from '../../../src-main/carriers/kit/create-carrier-http.ts'
import { createSandbox, type Sandbox } from '../../../src-main/sandbox/sandbox.ts'
import { leapingClock } from './leaping-clock.ts'
import { monday } from './sandbox-under-test.ts'

/** A carrier's client as the engine uses it, connected to a sandbox. */
export type ClientUnderTest = {
  readonly sandbox: Sandbox
  readonly context: CallContext
  readonly credentials: Readonly<Record<string, string>>
}

/** Starts a sandbox and connects a carrier with it; both live on a clock on which nobody waits, time-outs apart. */
export async function clientUnderTest(carrier: Carrier, { timeoutMs = 5000 } = {}): Promise<ClientUnderTest> {
  const clock = leapingClock(monday)
  const sandbox = createSandbox({ clock, seed: 'client' })
  const url = await sandbox.start()
  const http = createCarrierHttp({
    baseUrl: `${url}/${carrier.id}`,
    account: 'test',
    budget: carrier.budget,
    clock,
    random: () => 0.5,
    timeoutMs,
  })
  onTestFinished(async () => {
    await sandbox.stop()
    await http.close()
  })
  return {
    sandbox,
    context: { http, clock, signal: new AbortController().signal },
    credentials: sandbox.sampleAccount(carrier.id) ?? {},
  }
}
