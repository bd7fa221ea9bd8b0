import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test, type TestOptions } from 'vitest'
import witnesses from '../../scripts/set-up/witnesses.json' with { type: 'json' }

/** The path of another people's program that judges our output, or undefined where it is not installed. */
export function witness(name: string): string | undefined {
  const present = process.env['DESPACHO_WITNESSES']?.split(',')
  if (present && !present.includes(name)) return undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

/**
 * A test that a witness judges. Where it is missing the test is reported as not run, with what to install;
 * under CI=true it fails, so that nothing is skipped in silence.
 */
export function testWithWitness(
  name: string,
  title: string,
  run: (program: string) => Promise<void> | void,
  options: TestOptions = {},
): void {
  const program = witness(name)
  const advice = adviceFor(name)
  if (program) test(title, options, () => run(program))
  else if (process.env['CI'] === 'true') {
    test(title, () => {
      throw new Error(`not run: ${advice}`)
    })
  } else test.skip(`${title} (${advice})`)
}

function adviceFor(name: string): string {
  const known = witnesses.find((entry) => entry.name === name)
  if (!known) throw new Error(`scripts/set-up/witnesses.json does not know the witness "${name}".`)
  return `install ${known.packages.apt.join(' ')}`
}
