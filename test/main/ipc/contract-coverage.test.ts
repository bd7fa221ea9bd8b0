import { expect, it } from 'vitest'
import { contract, eventNames, procedureNames, windowProcedures } from '../../../src-main/contract/index.ts'
import { describeContract } from '../../../src-main/ipc/describe-contract.ts'
import { engineHandlers } from '../../../src-main/ipc/handlers/index.ts'
import * as preload from '../../../src-main/preload/names.ts'
import { composeForTest } from '../../support/composition.ts'

const sorted = (names: readonly string[]) => [...names].sort()

it('every procedure has one handler: in the engine, or where the window is', async () => {
  const { engine } = await composeForTest()
  const inEngine = Object.keys(engineHandlers(engine))
  expect(sorted([...inEngine, ...windowProcedures])).toEqual(sorted(procedureNames))
}, 60_000)

it('the preload lets through the names of the contract and no others', () => {
  const isTask = (name: string) => contract[name as keyof typeof contract].kind === 'task'
  expect(sorted(preload.callNames)).toEqual(sorted(procedureNames.filter((name) => !isTask(name))))
  expect(sorted(preload.taskNames)).toEqual(sorted(procedureNames.filter(isTask)))
  expect(sorted(preload.eventNames)).toEqual(sorted(eventNames))
})

it('the preload’s lists can’t be added to', () => {
  for (const list of [preload.callNames, preload.taskNames, preload.eventNames])
    expect(Object.isFrozen(list)).toBe(true)
})

it('every procedure can be described, and every input refuses what it does not know', () => {
  const described = describeContract()
  expect(Object.keys(described)).toEqual(procedureNames)
  for (const [name, { input }] of Object.entries(described)) {
    const shapes = (input as { anyOf?: unknown[] }).anyOf ?? [input]
    expect(shapes, name).toSatisfy((all: { additionalProperties?: boolean }[]) =>
      all.every(({ additionalProperties }) => additionalProperties === false),
    )
  }
})
