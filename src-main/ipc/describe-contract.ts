import { z } from 'zod'
import type { ProcedureDefinition } from '../contract/define.ts'
import { contract, procedureNames, windowProcedures, type ProcedureName } from '../contract/index.ts'

/** A procedure for somebody who wants to call it from a script. */
export type ProcedureDescription = {
  readonly kind: 'query' | 'command' | 'task'
  /** True: needs the application with its window. */
  readonly window: boolean
  readonly input: unknown
  readonly output: unknown
  readonly progress?: unknown
  readonly errors: readonly string[]
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}

const needsWindow = new Set<ProcedureName>(windowProcedures)

/** Every procedure of the contract with its JSON schemas. */
export function describeContract(): Record<string, ProcedureDescription> {
  const describe = (name: ProcedureName): ProcedureDescription => {
    const definition: ProcedureDefinition = contract[name]
    return {
      kind: definition.kind,
      window: needsWindow.has(name),
      input: schemaOf(definition.input, 'input'),
      ...(definition.kind === 'task' && { progress: schemaOf(definition.progress, 'output') }),
      output: schemaOf(definition.output, 'output'),
      errors: definition.errors,
    }
  }
  return Object.fromEntries(procedureNames.map((name) => [name, describe(name)]))
}
