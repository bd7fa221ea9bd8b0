import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ProcedureError } from '../../../../src-main/contract/define.ts'
import { call, start, type InputFor, type OutputFor, type ReplyTo } from '../../../api/client.ts'

export type FreightTable = OutputFor<'freightTables.list'>[number]
export type FreightImport = InputFor<'freightTables.import'>
export type FreightSummary = OutputFor<'freightTables.import'>

/** The shop's own freight tables. */
export const useFreightTablesStore = defineStore('freight-tables', () => {
  const tables = shallowRef<readonly FreightTable[]>([])
  const loaded = ref(false)
  const failure = shallowRef<ProcedureError | null>(null)

  async function load(): Promise<void> {
    const reply = await call('freightTables.list', {})
    failure.value = reply.ok ? null : reply.error
    if (!reply.ok) return
    tables.value = reply.value
    loaded.value = true
  }

  /** Reads a file, all of it or nothing; `checkOnly` stores nothing. */
  async function read(input: FreightImport): Promise<ReplyTo<'freightTables.import'>> {
    const reply = await start('freightTables.import', input).result
    if (reply.ok && reply.value.table !== null) await load()
    return reply
  }

  const write = (input: InputFor<'freightTables.export'>): Promise<ReplyTo<'freightTables.export'>> =>
    start('freightTables.export', input).result

  async function remove(id: number): Promise<ProcedureError | null> {
    const reply = await call('freightTables.remove', { id })
    await load()
    return reply.ok ? null : reply.error
  }

  return { tables, loaded, failure, load, read, write, remove }
})
