import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../../src-main/sandbox/serve.ts', import.meta.url))

/** Starts the program as `npm run sandbox` does, on the Node that runs the tests. */
const serve = (...args: string[]) => spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

it.each(['SIGTERM', 'SIGINT'] as const)(
  'serves alone, says where in one line, and ends cleanly on %s',
  async (signal) => {
    const child = serve('--port', '0', '--sample', '--factor', '60')
    const lines: string[] = []
    const reader = createInterface({ input: child.stdout })
    reader.on('line', (line) => lines.push(line))
    const exit = once(child, 'exit')
    await once(reader, 'line')
    const url = /^Sandbox at (http:\/\/127\.0\.0\.1:\d+) /.exec(lines[0] ?? '')?.[1]
    const state = (await (await fetch(`${url}/control/state`)).json()) as unknown
    expect(state).toMatchObject({ clock: { factor: 60 }, journeys: { total: 600 } })
    child.kill(signal)
    expect(await exit).toEqual([0, null])
    expect(lines).toHaveLength(1)
  },
)

it('says how it is used when it is not used so', async () => {
  const child = serve('--port', 'harbour')
  let said = ''
  child.stderr.on('data', (data) => (said += String(data)))
  const [code] = (await once(child, 'close')) as [number]
  expect(code).toBe(1)
  expect(said).toContain('npm run sandbox -- [--port N]')
})
