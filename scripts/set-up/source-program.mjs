import { projectEnvironment, projectNode } from './places.mjs'
import { passThrough } from './run.mjs'
import { sourceFlags } from './source-flags.mjs'

/**
 * Runs a TypeScript file of ours on the project's Node, in the folder where the person typed the command.
 * `around` is a command that runs another, such as a virtual display.
 */
export function runSource(file, args, { environment = {}, around = [] } = {}) {
  const cwd = process.env.npm_lifecycle_event ? process.env.INIT_CWD : undefined
  const [program, ...rest] = [...around, projectNode, ...sourceFlags, file, ...args]
  return passThrough(program, rest, { cwd, env: projectEnvironment(environment) })
}
