import { parseArgs } from 'node:util'
import { systemClock } from '../domain/clock.ts'
import { createSandbox } from './sandbox.ts'
import { sampleShop } from './sample/sample-shop.ts'

const usage = `Serves the carriers' APIs on loopback, for tests and other programs (docs/sandbox.md).

  npm run sandbox -- [--port N] [--seed TEXT] [--factor N] [--sample]

  --port N     port on 127.0.0.1; absent or 0: a free one
  --seed TEXT  the same seed gives the same sandbox (default: despacho)
  --factor N   how many times faster than the wall clock time goes (default: 1)
  --sample     start with the 600 parcels of the demonstration`

/** A whole number out of an argument, within limits; undefined when it is none. */
function numberIn(text: string, max: number): number | undefined {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= max ? value : undefined
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: 'despacho' },
      factor: { type: 'string', default: '1' },
      sample: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const port = numberIn(values.port, 65_535)
  const factor = numberIn(values.factor, 1_000_000)
  if (port === undefined || !Number.isInteger(port) || factor === undefined) {
    console.error(usage)
    return 1
  }
  const sandbox = createSandbox({ clock: systemClock, seed: values.seed })
  sandbox.clock.run(factor)
  if (values.sample) sandbox.load(sampleShop({ seed: values.seed, now: sandbox.clock.now() }).journeys)

  const ended = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  const url = await sandbox.start(port)
  console.log(`Sandbox at ${url} (control API at ${url}/control)`)
  await ended
  await sandbox.stop()
  return 0
}

try {
  process.exitCode = await main()
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause))
  process.exitCode = 1
}
